import { MINUTE } from '../../../shared/kernel/time.ts'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Time } from '../../shared/shown/time.tsx'
import { isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { AskedCard } from './answering/asked-card.tsx'
import type { Case } from './case.ts'
import { AppealCard, ResultCard } from './result-card.tsx'
import { SentCard } from './sent-card.tsx'
import { caseStates, caseTexts } from './texts.ts'

const ToCases = () => {
  const texts = useTexts(caseTexts)
  return (
    <p className="below">
      <Link to="/cases" className="standing">
        {texts.toCases}
      </Link>
    </p>
  )
}

/** How it stands, and by when its user is answered while people owe that. */
const Standing = ({ of: { status, answerBy } }: { of: Case }) => {
  const language = useLanguage()
  const texts = useTexts(caseTexts)
  return (
    <>
      <p>{caseStates[language][status]}</p>
      {answerBy !== null && (
        <p className="quiet">
          {Date.parse(answerBy) > serviceClock.now() ? texts.answerBy : texts.answerWas} <Time at={answerBy} />
          {texts.answerMore}
        </p>
      )}
    </>
  )
}

/** One case: what was decided and what to do next, what is asked, what was sent. While people work at it, it is read again by itself. */
export const CasePage = ({ params }: PageTold) => {
  const texts = useTexts(caseTexts)
  const id = params.id ?? ''
  const found = useResource(`case ${id}`, (signal) => mine().reviews.get(id, { signal }), {
    polls: ({ status }) => status === 'open',
    every: MINUTE,
  })
  const { known } = found
  if (known.is === 'failed' && isProblem(known.error, 'not_found'))
    return (
      <Page title={texts.unknown} lead={texts.unknownMore}>
        <ToCases />
      </Page>
    )
  return (
    <Page title={texts.one} lead={<Status>{known.is === 'ok' ? <Standing of={known.value} /> : null}</Status>}>
      <div className="stack below">
        <Read of={found}>
          {(of) => (
            <>
              {of.decision !== null && <ResultCard of={of} decision={of.decision} />}
              {of.canAppeal && <AppealCard id={of.id} />}
              {[...of.asked].reverse().map((asked, at) => (
                <AskedCard key={asked.at} of={of} asked={asked} isLast={at === 0} onAnswered={found.read} />
              ))}
              <SentCard of={of} read={found.read} />
            </>
          )}
        </Read>
      </div>
      <ToCases />
    </Page>
  )
}
