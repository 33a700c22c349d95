import type { Verification } from 'shiming-client'
import { BEGIN_WITHIN } from '../../../functions/verification/check/begin-within.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { momentText } from '../../shared/shown/moments.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { type MoneyKept, moneyKept } from '../money/money-kept.ts'
import { moneyTexts } from '../money/texts.ts'
import { outcomeOf } from './outcome.ts'
import { resultTexts } from './texts.ts'

/**
 * Where the money of a verification is at `now`, in sentences: whether anything was charged, what of it stays, what goes back, and by when
 * that is decided. How far what goes back is, `Refunds` says.
 */
export const moneyTold = (of: Verification, language: Language, now: Millis): string[] => {
  const texts = resultTexts[language]
  const { offer, order, refunds, status } = of
  const { is, ...amounts } = moneyKept({ ...order, refunds })
  const [asked, paid] = [moneyText(order.amountFen), moneyText(amounts.paidFen)]
  const outcome = outcomeOf(of, now)
  const told: Readonly<Record<MoneyKept['is'], string>> = {
    to_pay: outcome === 'payment_over' ? texts.notSeen(asked) : texts.toPay(asked),
    never_paid: moneyTexts[language].unpaid,
    returned: outcome === 'wrong_amount' ? texts.returnedOther(asked, paid) : texts.returned(paid),
    undecided: offer === 'membership' ? texts.undecidedMembership(paid) : texts.undecided(paid),
    kept: offer === 'membership' && status === 'verified' ? texts.keptMembership(paid) : texts.kept(paid),
    part_back: texts.partBack(paid, moneyText(amounts.keptFen), moneyText(amounts.backFen)),
    all_back: texts.allBack(paid),
  }
  const onTop = refunds.filter(({ cause }) => cause === 'second_payment')
  if (onTop.length > 0) return [told[is], texts.onTop(moneyText(onTop.reduce((all, one) => all + one.amountFen, 0)))]
  if (status !== 'queued' || order.paidAt === null) return [told[is]]
  return [told[is], texts.undecidedBy(momentText(Date.parse(order.paidAt) + BEGIN_WITHIN, now, language))]
}
