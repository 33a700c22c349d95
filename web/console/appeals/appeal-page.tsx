import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Age } from '../controls/due.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { LinkedId } from '../controls/linked-id.tsx'
import { DeedButton } from '../deed/deed-button.tsx'
import { By } from '../deeds/deed-shown.tsx'
import { DeedsLink } from '../deeds/deeds-link.tsx'
import { Next } from '../queue/next.tsx'
import { service, useResource } from '../service.ts'
import { useMay } from '../session/use-session.ts'
import { useWords } from '../words/use-words.ts'
import { appealDeeds } from './appeal-deeds.ts'
import type { Appeal } from './appeal-queue.tsx'
import { appealTexts, appealWords, bannedByWords } from './texts.ts'

const Parts = ({ of }: { of: Appeal }) => {
  const texts = useTexts(appealTexts)
  const word = useWords()
  return (
    <div className="case">
      <div className="case-part">
        <section className="card stack">
          <h2>{texts.said}</h2>
          <p className={of.text === null ? 'quiet' : 'said'}>{of.text ?? texts.notForYou}</p>
          <Facts
            of={[
              [texts.createdAt, <Time key="at" at={of.createdAt} />],
              [
                texts.account,
                <LinkedId key="id" kind="account" label={texts.account} text={of.accountId} open={texts.openAccount} />,
              ],
              [texts.decidedAt, of.decidedAt && <Time key="decided" at={of.decidedAt} />],
              [texts.decidedBy, of.decidedBy && <By key="by" of={of.decidedBy} />],
              [texts.decision, of.reason],
            ]}
          />
        </section>
      </div>
      <div className="case-part">
        <section className="card stack">
          <h2>{texts.bans}</h2>
          {of.bans.length === 0 && <p className="quiet">{texts.noBans}</p>}
          {of.bans.map(({ since, reason, by }) => (
            <Facts
              key={`${since} ${by}`}
              of={[
                [texts.bannedBy, word(bannedByWords, by)],
                [texts.bannedSince, <Time key="since" at={since} />],
                [texts.reason, reason],
              ]}
            />
          ))}
        </section>
        {of.complaints.length > 0 && (
          <section className="card stack">
            <h2>{texts.complaints}</h2>
            <ul className="list">
              {of.complaints.map(({ channel, id }) => (
                <li key={`${channel} ${id}`} className="row apart">
                  <Id label={texts.complaint} text={id} />
                  <Link to={`/console/complaints/${channel}/${encodeURIComponent(id)}`} className="standing">
                    {texts.open}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  )
}

/** How it stands, and what can be done about it while it is open. */
const Head = ({ of, onDone }: { of: Appeal; onDone: () => unknown }) => {
  const language = useLanguage()
  const word = useWords()
  const may = useMay()
  const isOpen = of.status === 'open'
  return (
    <div className="case-head">
      <Tag tone={isOpen ? 'warn' : 'info'}>{word(appealWords, of.status)}</Tag>
      {isOpen && <Age since={of.createdAt} />}
      <DeedsLink subject={`account:${of.accountId}`} />
      <div className="acts">
        {isOpen &&
          may('decide_bans') &&
          appealDeeds(of.accountId, language).map((deed, at) => (
            <DeedButton key={deed.name} deed={deed} isFirst={at === 0} onDone={onDone} />
          ))}
      </div>
    </div>
  )
}

/** One appeal: the user's words, the bans they are about, the complaints behind those, and the decision. */
export const AppealPage = ({ params, query }: PageTold) => {
  const texts = useTexts(appealTexts)
  const { id = '' } = params
  const appeal = useResource(`appeal ${id}`, (signal) => service().operator.appeals.get(id, { signal }))
  return (
    <Page title={texts.title} wide>
      <Next query={query} current={id} />
      <Read of={appeal}>
        {(of) => (
          <>
            <Head of={of} onDone={appeal.read} />
            <Parts of={of} />
          </>
        )}
      </Read>
    </Page>
  )
}
