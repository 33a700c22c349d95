import type { Operator } from '../../../functions/audit/deed.ts'
import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import { readDifferences } from '../../../functions/bookkeeping/reconciliation/reconcile.ts'
import { rerun } from '../../../functions/bookkeeping/reconciliation/rerun.ts'
import { askForSettling } from '../../../functions/bookkeeping/settling/ask-for-settling.ts'
import type { Settling } from '../../../functions/bookkeeping/settling/find-settling.ts'
import { approveProposal } from '../../../functions/operators/proposals/decide-proposal.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { giveBack, recordReport } from '../../../functions/payment/refunds/give-back.ts'
import { refundOf } from '../../../functions/payment/refunds/refund-store.ts'
import { dayAfter } from '../../../shared/kernel/days.ts'
import { valueIn } from '../../kit.ts'
import { deciding, OPERATOR, type Owed, owed, refundAt, SECOND, staffed } from '../../operator.ts'
import { bought, itemAt, type World } from '../../world.ts'
import { billed, CHANNEL, row } from '../reconciliation/billed.ts'

export const nobodys = (letter: string): string => outTradeNo(letter.repeat(32), 1)

export type Books = ReturnType<typeof billed>

/** Somebody asks for a difference to be settled. */
export const asked = async (
  { at, day }: Books,
  of: Partial<Settling> & { difference: string; way: string },
  by: Operator = OPERATOR,
) => {
  await staffed(at)
  return askForSettling(at, by, { channel: CHANNEL, day, reason: '已核对', ...of })
}

export const approved = (at: World, id: string, by: Operator = SECOND) =>
  approveProposal(deciding(at), by, { id, reason: '同意' })

/** Two people settle it. */
export const settled = async (books: Books, of: Partial<Settling> & { difference: string; way: string }) => {
  const proposal = await asked(books, of)
  return proposal.ok ? approved(books.at, proposal.value.id) : proposal
}

/** Holds a day against the ledger once more, as an operator has it done. */
export const rerunDay = async ({ at, runDay }: Books, day: string): Promise<string> => {
  valueIn(await rerun(at, OPERATOR, { channel: CHANNEL, day, reason: '再对一遍' }))
  return runDay(day)
}

/** A day with money of nobody's (7 fen), and what went out of nobody's on the next (7 fen). */
export const unknownAndBack = async () => {
  const books = billed()
  const { at, day, bills, runDay } = books
  const number = nobodys('f')
  bills.set(day, [row(number, 7, at.time.now)])
  await runDay()
  const next = dayAfter(day, 1)
  bills.set(next, [row(number, 7, at.time.now, { kind: 'refund', channelRefundId: 'r-1' })])
  await runDay(next)
  return { books, at, day, next, paid: `payment_missing_here:${number}`, back: 'refund_missing_here:r-1' }
}

/** A payment of ours that no bill has and the channel does not know. */
export const frozen = async () => {
  const books = billed()
  const { at, day, runDay } = books
  const { order, fact } = await bought(at)
  await runDay()
  at.channel.script.query.push(() => ({ kind: 'absent' }))
  const next = dayAfter(day, 1)
  await runDay(next)
  return { books, at, day, next, order, fact, id: `payment_missing_there:${fact.outTradeNo}` }
}

/** A refund that we believe went back, and the channel does not know. */
export const neverWent = async () => {
  const books = billed()
  const { at, day, bills, runDay } = books
  const refund: Owed = await owed(at)
  await giveBack(at, refund.id)
  const item = refundAt(at, refund)
  if (item) await recordReport(at, refundOf(item), { kind: 'succeeded', refundFen: 100, succeededAt: at.time.now })
  bills.set(day, [row(refund.fact.outTradeNo, 100, refund.fact.paidAt)])
  await runDay()
  at.channel.refunds.clear()
  const next = dayAfter(day, 1)
  await runDay(next)
  return { books, at, day, next, refund, id: `refund_missing_there:${refund.number}` }
}

/** How every difference of a day stands. */
export const states = async ({ at }: Books, day: string): Promise<string[]> =>
  (await readDifferences(at.table, CHANNEL, day)).map(({ id, status, outcome }) => `${id} ${status} ${outcome}`)

export const unexplained = ({ at }: Books, day: string): unknown =>
  Object(itemAt(at, bookkeepingKeys.reconciliation(CHANNEL, day))?.report).unexplainedFen
