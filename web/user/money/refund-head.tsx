import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { moneyText } from '../../shared/shown/money.ts'
import type { MoneyBack } from './named.ts'
import { moneyTexts } from './texts.ts'

/** How much of a payment goes back, to where, and how far that is. */
export const RefundHead = ({ refund: { amountFen, paidFen, channel, status } }: { refund: MoneyBack }) => {
  const texts = useTexts(moneyTexts)
  return (
    <>
      <span>
        {texts.refundOf(moneyText(amountFen), texts[channel])}
        {paidFen !== amountFen && texts.paidOf(moneyText(paidFen))}
      </span>
      <Tag tone={status === 'back' ? 'good' : 'info'}>{texts[`refund_${status}`]}</Tag>
    </>
  )
}
