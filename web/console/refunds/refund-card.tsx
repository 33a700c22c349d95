import { MINUTE } from '../../../shared/kernel/time.ts'
import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { moneyText } from '../../shared/shown/money.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Time, useNow } from '../../shared/shown/time.tsx'
import { Code } from '../controls/code.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { DeedButton } from '../deed/deed-button.tsx'
import { orderTexts } from '../orders/texts.ts'
import { useMay } from '../session/use-session.ts'
import { causeWords, channelWords } from '../words/money-words.ts'
import { useWords } from '../words/use-words.ts'
import { askedByHand, refundDeeds } from './refund-deeds.ts'
import type { Refund } from './refund-queue.tsx'
import { refundState, whyUntaken } from './refund-state.ts'

const tones: Readonly<Record<string, 'good' | 'warn' | 'info'>> = { succeeded: 'good', operator: 'warn' }

const time = (at: string | null) => at !== null && <Time at={at} />

/** What is owed, and how it goes or went back. */
const headingOf = ({ amountFen, paidByHand }: Refund, texts: (typeof orderTexts)['zh'], channel: string): string =>
  paidByHand ? texts.owedByHand(moneyText(amountFen)) : texts.owed(moneyText(amountFen), channel)

type RefundCardProps = { refund: Refund; isFirst: boolean; onDone: () => unknown }

/** One refund: how it stands, every number of it, and what can be done. */
export const RefundCard = ({ refund, isFirst, onDone }: RefundCardProps) => {
  const language = useLanguage()
  const texts = useTexts(orderTexts)
  const word = useWords()
  const may = useMay()
  const now = useNow(MINUTE / 2)
  const deeds = may('move_money') ? refundDeeds(refund, language, now) : []
  const asked = askedByHand(refund, now)
  const why = whyUntaken(refund, language)
  const { status, channel, paidFen, cause, reason, outRefundNo, outTradeNo, transactionId } = refund
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{headingOf(refund, texts, word(channelWords, channel))}</h2>
        <Tag tone={why === undefined ? (tones[status] ?? 'info') : 'warn'}>{refundState(refund, language)}</Tag>
      </div>
      {why !== undefined && <p>{why}</p>}
      {asked !== undefined && (
        <p>
          {texts.askedByHand} <Link to={`/console/proposals/${asked}`}>{texts.openProposal}</Link>
        </p>
      )}
      {deeds.length > 0 && (
        <div className="row">
          {deeds.map((deed, at) => (
            <DeedButton key={deed.name} deed={deed} isFirst={isFirst && at === 0} onDone={onDone} />
          ))}
        </div>
      )}
      <Facts
        of={[
          [texts.channelCode, why === undefined && refund.channelCode !== null && <Code of={refund.channelCode} />],
          [texts.cause, word(causeWords, cause)],
          [texts.paid, <Money key="paid" fen={paidFen} />],
          [texts.reason, reason],
          [texts.owedAt, time(refund.owedAt)],
          [texts.takenAt, time(refund.takenAt)],
          [texts.backAt, time(refund.backAt)],
          [texts.byHand, refund.paidByHand && texts.yes],
          [texts.notBefore, time(refund.notBefore)],
          [texts.round, refund.round],
          [texts.steps, refund.steps],
          [texts.outRefundNo, <Id key="refund" label={texts.outRefundNo} text={outRefundNo} whole />],
          [texts.outTradeNo, <Id key="order" label={texts.outTradeNo} text={outTradeNo} whole />],
          [texts.transactionId, <Id key="paid" label={texts.transactionId} text={transactionId} whole />],
        ]}
      />
    </section>
  )
}
