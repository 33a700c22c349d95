import type { Fen } from '../../../shared/kernel/money.ts'
import type { Order } from './named.ts'

/**
 * Where the money of an order is. `to_pay`: nothing was paid, and can be. `never_paid`: nothing was, and it is over. `undecided`: it is
 * paid, and what of it goes back is not known yet. `returned`: only what nobody asked for was paid, and goes back.
 */
export type MoneyKept = {
  is: 'to_pay' | 'never_paid' | 'returned' | 'undecided' | 'kept' | 'part_back' | 'all_back'
  /** What was paid for it, and what of that stays and goes back. */
  paidFen: Fen
  keptFen: Fen
  backFen: Fen
}

const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((all, one) => all + one, 0)

/** Where the money of an order is, from what the service tells of it. Payments that came on top are told by their refunds alone. */
export const moneyKept = ({
  status,
  amountFen,
  paidAt,
  outTradeNo,
  refunds,
}: Pick<Order, 'status' | 'amountFen' | 'paidAt' | 'outTradeNo' | 'refunds'>): MoneyKept => {
  const nothing = { paidFen: 0, keptFen: 0, backFen: 0 }
  if (paidAt === null) {
    const paidFen = sum(refunds.map((one) => one.amountFen))
    if (paidFen > 0) return { is: 'returned', paidFen, keptFen: 0, backFen: paidFen }
    return { is: status === 'created' ? 'to_pay' : 'never_paid', ...nothing }
  }
  const own = refunds.filter((one) => one.outTradeNo === outTradeNo)
  const backFen = sum(own.map((one) => one.amountFen))
  // Too late, of another amount, or of a banned account: what came is not what was asked for.
  if (own.some(({ cause }) => cause !== 'verdict')) return { is: 'returned', paidFen: backFen, keptFen: 0, backFen }
  const keptFen = amountFen - backFen
  const money = { paidFen: amountFen, keptFen, backFen }
  if (backFen === 0) return { is: status === 'paid' ? 'undecided' : 'kept', ...money }
  return { is: keptFen > 0 ? 'part_back' : 'all_back', ...money }
}
