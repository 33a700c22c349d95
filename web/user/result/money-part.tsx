import type { Verification } from 'shiming-client'
import { BEGIN_WITHIN } from '../../../functions/verification/check/begin-within.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { momentText } from '../../shared/shown/moments.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { type MoneyKept, moneyKept } from '../money/money-kept.ts'
import { Refunds } from '../money/refund-progress.tsx'
import { resultTexts } from './texts.ts'

/** Where the money is, in a sentence. */
const useMoneyTold = ({ offer, order }: Verification, { is, paidFen, keptFen, backFen }: MoneyKept): string => {
  const texts = useTexts(resultTexts)
  const [paid, kept, back] = [paidFen, keptFen, backFen].map(moneyText) as [string, string, string]
  const told: Readonly<Record<MoneyKept['is'], string>> = {
    to_pay: texts.toPay(moneyText(order.amountFen)),
    never_paid: texts.neverPaid,
    returned: texts.returned(paid),
    undecided: texts.undecided(paid),
    kept: offer === 'membership' ? texts.keptMembership(paid) : texts.kept(paid),
    part_back: texts.partBack(paid, kept, back),
    all_back: texts.allBack(paid),
  }
  return told[is]
}

/** Where the money of a verification is: kept, on its way back or back, with the times. */
export const MoneyPart = ({ of }: { of: Verification }) => {
  const language = useLanguage()
  const texts = useTexts(resultTexts)
  const { order, refunds, status } = of
  const told = useMoneyTold(of, moneyKept({ ...order, refunds }))
  const isWaiting = status === 'queued' && order.paidAt !== null
  return (
    <section className="card stack">
      <h2>{texts.money}</h2>
      <p>{told}</p>
      {isWaiting && (
        <p>
          {texts.undecidedBy(momentText(Date.parse(String(order.paidAt)) + BEGIN_WITHIN, serviceClock.now(), language))}
        </p>
      )}
      <Refunds refunds={refunds} />
      <p>
        <Link to={`/orders/${order.id}`} className="standing">
          {texts.receipt}
        </Link>
      </p>
    </section>
  )
}
