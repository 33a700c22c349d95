import type { IdentityDocument } from 'shiming-client'
import { stepsAfter } from '../../../functions/verification/next-steps.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { Tag, Waiting } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { NextSteps } from '../next-steps.tsx'
import { PapersEntrance } from '../papers/entrance.tsx'
import { Until } from '../until.tsx'
import { reasonTexts } from './reason-texts.ts'
import { documentTexts } from './texts.ts'

const tones = { checking: 'info', proven: 'good', refused: 'warn' } as const

/** Why it did not prove anything, what may help, and from when on. */
const Refused = ({ check: { id, reason, remedy, retryAt } }: { check: IdentityDocument }) => {
  const texts = useTexts(documentTexts)
  const reasons = useTexts(reasonTexts)
  const isTaken = reason === 'identity_in_use'
  return (
    <>
      {reason !== null && <p role="status">{reasons[reason]}</p>}
      {remedy !== null && <p>{reasons[remedy]}</p>}
      {retryAt !== null && (
        <p>
          {texts.againFrom} <Until at={retryAt} />
        </p>
      )}
      {isTaken && <NextSteps steps={stepsAfter.identity_in_use} about={id} />}
      {remedy === 'ask_a_person' && !isTaken && (
        <>
          <PapersEntrance kind="main" document="resident_id">
            {texts.toPapers}
          </PapersEntrance>
          <WhomToAsk about={id} />
        </>
      )}
    </>
  )
}

/** The last day on which it counts: it ends with that day in Beijing. */
const lastDay = (validUntil: string): string => rfc3339(Date.parse(validUntil) - 1)

/** What was handed in last: being checked, what it proves and until when, or why it does not and what to do. */
export const OutcomeCard = ({ check }: { check: IdentityDocument }) => {
  const texts = useTexts(documentTexts)
  const { status, handedInAt, decidedAt, validUntil, valid } = check
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{texts.lastOne}</h2>
        <Tag tone={tones[status]}>{texts[status]}</Tag>
      </div>
      {status === 'checking' && <Waiting>{texts.checkingMore}</Waiting>}
      {status === 'refused' && <Refused check={check} />}
      {status === 'proven' && <p role="status">{valid ? texts.provenMore : texts.overMore}</p>}
      <dl className="facts">
        {status === 'proven' && (
          <div>
            <dt>{texts.counts}</dt>
            <dd>{validUntil === null ? texts.noEnd : <Time at={lastDay(validUntil)} dayOnly />}</dd>
          </div>
        )}
        <div>
          <dt>{decidedAt === null ? texts.handedInAt : texts.decidedAt}</dt>
          <dd>
            <Time at={decidedAt ?? handedInAt} />
          </dd>
        </div>
      </dl>
      {status !== 'checking' && (
        <Link to="/level" className="button button-wide">
          {texts.toLevel}
        </Link>
      )}
    </section>
  )
}
