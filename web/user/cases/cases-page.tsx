import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { Turning } from '../turning.tsx'
import { AskCard } from './ask-card.tsx'
import { type Case, stateTones } from './case.ts'
import { caseStates, caseTexts } from './texts.ts'

/** By when somebody is to answer: we, or the user. */
const ByWhen = ({ of: { answerBy, waitUntil } }: { of: Case }) => {
  const texts = useTexts(caseTexts)
  const by = answerBy ?? waitUntil
  return (
    by !== null && (
      <>
        {answerBy === null ? texts.askedUntil : `${texts.answerBy} `}
        <Time at={by} />
      </>
    )
  )
}

const CaseLine = ({ of }: { of: Case }) => {
  const language = useLanguage()
  return (
    <li>
      <div className="row apart">
        <Link to={`/cases/${of.id}`} className="standing">
          <span lang={of.language}>{of.title}</span>
        </Link>
        <Tag tone={stateTones[of.status]}>{caseStates[language][of.status]}</Tag>
      </div>
      <p className="row apart quiet">
        <Time at={of.openedAt} />
        <span>
          <ByWhen of={of} />
        </span>
      </p>
    </li>
  )
}

/** Everything the account has before people, the newest first, and the way to ask for help: `about` in the address says about what. */
export const CasesPage = ({ query }: PageTold) => {
  const texts = useTexts(caseTexts)
  const before = query.get('before')
  const about = query.get('about')
  const cases = useResource(`cases ${before}`, (signal) =>
    mine()
      .reviews.list({ signal })
      .page(before ?? undefined),
  )
  const list = (
    <section className="card stack">
      <Read of={cases}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 && <p>{before === null ? texts.none : texts.noneOlder}</p>}
            <ul className="list">
              {items.map((one) => (
                <CaseLine key={one.id} of={one} />
              ))}
            </ul>
            <Turning path="/cases" before={before} next={nextCursor} />
          </>
        )}
      </Read>
    </section>
  )
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        {about !== null && <AskCard about={about} />}
        {list}
        {about === null && <AskCard about={null} />}
      </div>
    </Page>
  )
}
