import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { LinkedId } from '../controls/linked-id.tsx'
import type { Review } from './review.ts'
import { reviewTexts } from './texts.ts'

/** The way to another case of the account. */
const CaseLink = ({ id }: { id: string }) => {
  const texts = useTexts(reviewTexts)
  return (
    <Link to={`/console/reviews/${id}`} className="standing">
      {texts.title}
    </Link>
  )
}

/** What a case is about, and whose it is. */
export const ReviewFacts = ({ of }: { of: Review }) => {
  const texts = useTexts(reviewTexts)
  return (
    <section className="card stack">
      <h2>{of.title}</h2>
      <Facts
        of={[
          [texts.id, <Id key="id" label={texts.id} text={of.id} />],
          [
            texts.account,
            <LinkedId
              key="account"
              kind="account"
              label={texts.account}
              text={of.accountId}
              open={texts.openAccount}
            />,
          ],
          [texts.subject, <Id key="subject" label={texts.subject} text={of.subject} />],
          [texts.openedAt, <Time key="at" at={of.openedAt} />],
          [texts.userLanguage, of.language === 'zh' ? '中文' : 'English'],
          [texts.appealOf, of.appealOf && <CaseLink key="of" id={of.appealOf} />],
          [texts.appealedBy, of.appealedBy && <CaseLink key="by" id={of.appealedBy} />],
        ]}
      />
    </section>
  )
}

/** What the user said: when it was opened, and what they answered since. */
export const Said = ({ of }: { of: Review }) => {
  const texts = useTexts(reviewTexts)
  const answers = of.asked.flatMap(({ answer }) => answer?.text ?? [])
  return (
    <section className="card stack">
      <h2>{texts.said}</h2>
      {of.said === null && answers.length === 0 && <p className="quiet">{texts.saidNothing}</p>}
      {of.said !== null && <p className="said">{of.said}</p>}
      {answers.map((text) => (
        <p key={text} className="said">
          {text}
        </p>
      ))}
    </section>
  )
}
