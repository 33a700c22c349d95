import { DAY } from '../../../shared/kernel/time.ts'
import { Banner } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { momentText } from '../../shared/shown/moments.ts'
import { Time } from '../../shared/shown/time.tsx'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import type { MoneyBack } from './named.ts'
import { RefundHead } from './refund-head.tsx'
import { moneyTexts } from './texts.ts'

/** How long handing a refund to the channel may take: that is what is promised. */
const HANDED_OVER_WITHIN = DAY

type StepProps = { done: boolean; text: string; at?: string | null; whole: boolean; more?: string }

/** One step: what has happened, with its time, or what has not yet. */
const Step = ({ done, text, at, whole, more }: StepProps) => (
  <li data-done={done}>
    <span>{text}</span>
    {at && (
      <span className="quiet">
        <Time at={at} whole={whole} />
      </span>
    )}
    {more && <span className="quiet">{more}</span>}
  </li>
)

/** How far one refund of an order is: why, how much, where it goes, and by when each step is done. */
const RefundProgress = ({ of, refund, whole }: { of: string; refund: MoneyBack; whole: boolean }) => {
  const language = useLanguage()
  const texts = useTexts(moneyTexts)
  const { reason, status, channel, owedAt, takenAt, backAt } = refund
  const name = texts[channel]
  const isTaken = takenAt !== null || status === 'back'
  const handedOverBy =
    owedAt === null ? '' : momentText(Date.parse(owedAt) + HANDED_OVER_WITHIN, serviceClock.now(), language)
  return (
    <section className="tight">
      <h3 className="row apart">
        <RefundHead refund={refund} />
      </h3>
      <p className="quiet">{reason}</p>
      {status === 'needs_person' && (
        <Banner tone="warn">
          <p>{texts.needsPerson}</p>
          <WhomToAsk about={of} />
        </Banner>
      )}
      <ol className="steps">
        {owedAt === null ? (
          <Step done text={texts.unasked(name)} at={backAt} whole={whole} />
        ) : (
          <>
            <Step done text={texts.owed} at={owedAt} whole={whole} />
            <Step
              done={isTaken}
              text={isTaken ? texts.taken(name) : texts.taking(name)}
              at={takenAt}
              whole={whole}
              {...(!isTaken && status !== 'needs_person' && { more: texts.takenBy(handedOverBy) })}
            />
            <Step
              done={status === 'back'}
              text={isTaken ? texts[`refund_${status}`] : texts.backSoon}
              at={backAt}
              whole={whole}
              more={texts[`arrives_${channel}`]}
            />
          </>
        )}
      </ol>
    </section>
  )
}

type RefundsProps = {
  /** The order, by its id, and what of it goes back. */
  of: { id: string; refunds: readonly MoneyBack[] }
  /** With whole days, as on what is kept. */
  whole?: boolean
}

/** All refunds of an order, in the order in which they arose. */
export const Refunds = ({ of: { id, refunds }, whole = false }: RefundsProps) =>
  refunds.map((refund) => (
    <RefundProgress
      key={`${refund.outTradeNo} ${refund.cause} ${refund.backAt}`}
      of={id}
      refund={refund}
      whole={whole}
    />
  ))
