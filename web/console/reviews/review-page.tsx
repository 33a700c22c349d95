import { papersKinds } from '../../../functions/verification/papers/papers-kinds.ts'
import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { LinkedId } from '../controls/linked-id.tsx'
import { PapersCard } from '../papers/papers-card.tsx'
import { useTicks } from '../papers/points.tsx'
import { Next } from '../queue/next.tsx'
import { service, useResource } from '../service.ts'
import { History } from './history.tsx'
import { Materials } from './materials.tsx'
import type { Review } from './review.ts'
import { ReviewHead } from './review-head.tsx'
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

const ReviewFacts = ({ of }: { of: Review }) => {
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
const Said = ({ of }: { of: Review }) => {
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

const materialsOf = ({ materials, asked }: Review): string[] => [
  ...new Set([...materials, ...asked.flatMap(({ answer }) => answer?.materials ?? [])]),
]

const arePapers = ({ kind }: Review): boolean => papersKinds.some((one) => one === kind)

/** The case as it stands; papers stand above all else, as wide as there is room. */
const Case = ({ of, onDone }: { of: Review; onDone: () => unknown }) => {
  const ticks = useTicks(of.mine)
  return (
    <>
      <ReviewHead of={of} ticks={ticks} onDone={onDone} />
      {arePapers(of) && <PapersCard of={of} ticks={ticks} />}
      <div className="case case-three">
        <div className="case-part">
          <ReviewFacts of={of} />
        </div>
        <div className="case-part">
          <Said of={of} />
          {!arePapers(of) && <Materials of={materialsOf(of)} />}
        </div>
        <div className="case-part">
          <History of={of} />
        </div>
      </div>
    </>
  )
}

/** One case: its facts, what the user said and handed in, what happened to it, and what can be done. */
export const ReviewPage = ({ params, query }: PageTold) => {
  const texts = useTexts(reviewTexts)
  const { id = '' } = params
  const review = useResource(`review ${id}`, (signal) => service().operator.reviews.get(id, { signal }))
  return (
    <Page title={texts.title} wide>
      <Next query={query} current={id} />
      <Read of={review}>{(of) => <Case of={of} onDone={review.read} />}</Read>
    </Page>
  )
}
