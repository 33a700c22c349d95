import type { Application } from 'shiming-client'
import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Until } from '../until.tsx'
import { progressTexts } from './progress-texts.ts'
import { certificationTexts } from './texts.ts'

const steps = ['stepFill', 'stepConfirm', 'stepPay', 'stepReview', 'stepEnd'] as const

/** At which step each state is; an end that came before a decision is at the last. */
const at = {
  draft: 0,
  awaiting_confirmation: 1,
  awaiting_payment: 2,
  in_review: 3,
  returned: 3,
} as const satisfies Partial<Record<Application['status'], number>>

const standingAt = (status: Application['status']): number =>
  Object.hasOwn(at, status) ? at[status as keyof typeof at] : steps.length - 1

/** How far one that is over came before: the step that it was at when it ended, which is done only where people decided. */
const cameTo = (of: Application): number =>
  Math.max(...of.steps.flatMap(({ status }) => (Object.hasOwn(at, status) ? at[status as keyof typeof at] : [])))

const isDecided = ({ status }: Application): boolean => status === 'certified' || status === 'refused'

/** Whether that step is behind it. */
const isDone = (of: Application, step: number): boolean => {
  if (of.endedAt === null) return step < standingAt(of.status)
  return step === steps.length - 1 || step < cameTo(of) || isDecided(of)
}

const untilOf = (of: Application): string | null =>
  of.draftUntil ?? of.confirmUntil ?? of.payUntil ?? of.correctUntil ?? of.decideBy

/** How far it is: what is done, what is due and until when, what is ahead. */
export const Progress = ({ of }: { of: Application }) => {
  const texts = useTexts(progressTexts)
  const words = useTexts(certificationTexts)
  const now = standingAt(of.status)
  const isFree = of.status !== 'draft' && of.fee.amountFen === 0
  const until = untilOf(of)
  const isOver = of.endedAt !== null
  return (
    <section className="card stack">
      <h2>{texts.progress}</h2>
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={step} data-done={isDone(of, index)} aria-current={index === now ? 'step' : undefined}>
            <span>
              {index === now ? <strong>{texts[step]}</strong> : texts[step]}
              <span className="only-heard">
                {' '}
                {index === now ? texts.now : isDone(of, index) ? texts.done : texts.ahead}
              </span>
            </span>
            {index === now && (
              <Tag tone={isOver ? (of.status === 'certified' ? 'good' : 'info') : 'warn'}>{words[of.status]}</Tag>
            )}
            {index === 2 && isFree && <span className="quiet">{words.freeStep}</span>}
            {index === now && until !== null && (
              <span className="quiet">
                {texts.until} <Until at={until} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

const happened = {
  returned: 'returnedOn',
  certified: 'certifiedOn',
  refused: 'refusedOn',
  withdrawn: 'withdrawnOn',
} as const

/** How it came to be where it is, the last first. */
export const Timeline = ({ of }: { of: Application }) => {
  const texts = useTexts(progressTexts)
  const told = (on: Application['steps'][number]['on']): string =>
    texts[
      Object.hasOwn(happened, on)
        ? happened[on as keyof typeof happened]
        : (on as Exclude<typeof on, keyof typeof happened>)
    ]
  return (
    <section className="card stack">
      <h2>{texts.timeline}</h2>
      <ol className="list">
        {[...of.steps].reverse().map(({ at: moment, on }) => (
          <li key={`${moment} ${on}`}>
            <p>{told(on)}</p>
            <p className="quiet">
              <Time at={moment} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
