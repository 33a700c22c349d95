import { beijingDay } from '../../../shared/kernel/time.ts'
import { journalled } from '../bill/journal.ts'
import { NOBODY, type Scheduled, schedule, wake } from '../delivery/schedule.ts'
import type { Spread } from '../delivery/task.ts'
import { type Document, untilCommitted } from '../documents.ts'
import type { AlipaySandbox } from '../sandbox.ts'
import { type BuyerOddities, type BuyerRefused, decidePay, decideScan } from './decide.ts'
import { tells } from './notification.ts'
import { folderWritten, numberTaken, readFolder } from './store.ts'
import { type Folder, isPaid, type Trade } from './trade.ts'

export type Bought =
  | { kind: 'paid' | 'scanned'; trade: Trade; notifications: number }
  | BuyerRefused
  | { kind: 'unknown_order' }

/** What the buyer has in hand: an order, and which of its offers if there were several. */
export type Meant = { outTradeNo: string; offer?: number }

type Buyer = BuyerOddities & {
  /** Looks at the price and puts the phone away. */
  scanOnly?: boolean
}

const numbers = (sandbox: AlipaySandbox, now: number) => ({
  tradeNo: `${beijingDay(now)}2200${String(sandbox.ids.below(1e14)).padStart(16, '0')}`,
  buyerId: `2088${String(sandbox.ids.below(1e12)).padStart(12, '0')}`,
})

const decide = (sandbox: AlipaySandbox, folder: Folder, meant: Meant, buyer: Buyer, now: number) => {
  const offer = folder.offers.at(meant.offer ?? -1)
  if (!offer) return { kind: 'unknown_order' } as const
  const of = { ...numbers(sandbox, now), even: Boolean(buyer.payAfterClose) }
  const scanned = decideScan(folder, offer, of, now)
  return scanned.kind === 'refused' || buyer.scanOnly ? scanned : decidePay(scanned.trade, buyer, now)
}

/** Who will be told: of the payment at once, of a trade that is only scanned when its time is up. */
const plan = async (
  sandbox: AlipaySandbox,
  outTradeNo: string,
  { offer, expiresAt, ...trade }: Trade,
  spread: Partial<Spread>,
): Promise<Scheduled> => {
  if (offer.notifyUrl === undefined) return NOBODY
  const about = { channel: 'alipay', outTradeNo } as const
  if (trade.payment) return schedule(sandbox, { ...about, at: trade.payment.paidAt }, spread)
  return tells(offer.product, 'TRADE_CLOSED')
    ? schedule(sandbox, { ...about, action: 'expired', at: expiresAt })
    : NOBODY
}

const writesOf = (sandbox: AlipaySandbox, before: Document<Folder>, trade: Trade) => {
  const { outTradeNo } = before.value
  const isNew = before.value.trade === undefined
  return [
    folderWritten(sandbox, before, { ...before.value, trade }),
    ...(isNew ? [numberTaken(sandbox, trade.tradeNo, outTradeNo)] : []),
    ...(isPaid(trade)
      ? [journalled(sandbox, 'alipay', { kind: 'payment', outTradeNo, at: trade.payment.paidAt })]
      : []),
  ]
}

/** The buyer scans or logs in, and pays. Two who pay one order at the same moment pay once. */
export const buy = async (
  sandbox: AlipaySandbox,
  meant: Meant,
  buyer: Buyer,
  spread: Partial<Spread>,
): Promise<Bought> => {
  // Once for all tries, because a fault that is armed for it counts down.
  let scheduled: Scheduled | undefined
  return untilCommitted<Bought>(async () => {
    const before = await readFolder(sandbox, meant.outTradeNo)
    if (!before) return { kind: 'unknown_order' }
    const decided = decide(sandbox, before.value, meant, buyer, sandbox.clock.now())
    if (decided.kind === 'refused' || decided.kind === 'unknown_order') return decided
    const { kind, trade } = decided
    if (trade === before.value.trade) return { kind, trade, notifications: 0 }
    scheduled ??= await plan(sandbox, meant.outTradeNo, trade, spread)
    const committed = await sandbox.table.commit([...writesOf(sandbox, before, trade), ...scheduled.writes])
    if (committed.kind === 'conflict') return 'overtaken'
    await wake(sandbox, scheduled.tasks)
    return { kind, trade, notifications: kind === 'paid' ? scheduled.tasks.length : 0 }
  })
}
