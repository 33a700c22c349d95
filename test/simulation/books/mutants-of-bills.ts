import type { BillAnswer, BillRow, BillSource } from '../../../functions/bookkeeping/reconciliation/bill.ts'
import type { Write } from '../../../shared/table/write.ts'
import { committing, isOf, type Suspect, seeing, setting, unguarded, writing } from '../world/mutant.ts'
import type { World } from '../world/world.ts'

/** Rows as another implementation would read them from the bill. */
const reading =
  (read: (row: BillRow, world: World) => BillRow) =>
  (inner: BillSource, world: World): BillSource => ({
    ...inner,
    async tradeBill(day) {
      const answer = await inner.tradeBill(day)
      if (answer.kind !== 'bill') return answer
      return { kind: 'bill', bill: { ...answer.bill, rows: answer.bill.rows.map((row) => read(row, world)) } }
    },
  })

const answering = (answer: (given: BillAnswer) => BillAnswer) => (inner: BillSource) => ({
  ...inner,
  tradeBill: async (day: string) => answer(await inner.tradeBill(day)),
})

const FORCED = 'LEDGER#forced-refund:'

const isForced = (write: Write): boolean => write.key.sk.startsWith(FORCED)

/** What is written when the channel gave money back by itself. */
const absorbing = (instead: (writes: readonly Write[]) => readonly Write[]) =>
  committing((writes) => [writes.some(isForced) ? instead(writes) : writes])

/** Entries with another account. */
const rebooked = (write: Write, account: (account: string) => string): Write => {
  if (write.kind !== 'put' || !Array.isArray(write.item.entries)) return write
  const entries = write.item.entries.map((entry) =>
    typeof entry === 'object' && entry !== null && 'account' in entry
      ? { ...entry, account: account(String(entry.account)) }
      : entry,
  )
  return { ...write, item: { ...write.item, entries } }
}

/** Wrong ways to hold the channel's day against the ledger, and to take what the channel does by itself. P12, P16. */
export const mutantsOfBills: readonly Suspect[] = [
  {
    name: 'no bill is looked at',
    seenBy: 'crashes',
    table: writing((write) => (isOf(write, 'RECONCILIATION') && write.kind === 'put' ? undefined : write)),
  },
  {
    name: 'a bill that did not come is taken for an empty one',
    seenBy: 'crashes',
    seenIn: 'given back before the bill of its payment comes',
    bills: answering((answer) => (answer.kind === 'bill' ? answer : { kind: 'absent' })),
  },
  {
    name: 'the day of a bill is done before it is settled',
    seenBy: 'crashes',
    seenIn: 'given back by the channel: points',
    table: writing((write) =>
      isOf(write, 'RECONCILIATION') && write.kind === 'update' && setting(write, 'leaseUntil') !== undefined
        ? { ...write, changes: { set: { status: 'done' }, remove: ['dueAt', 'dueShard', 'wakePause'] } }
        : write,
    ),
  },
  {
    name: 'days are reconciled in any order',
    seenBy: 'crashes',
    seenIn: 'given back before the bill of its payment comes',
    table: seeing((item) => (item.sk === 'RECONCILIATION' ? { ...item, status: 'done' } : item)),
  },
  {
    name: 'what another day’s bill has is taken for missing',
    seenBy: 'crashes',
    table: writing((write) =>
      isOf(write, 'DIFFERENCE') && setting(write, 'status') === 'waiting' && write.kind === 'put'
        ? { ...write, item: { ...write.item, status: 'open' } }
        : write,
    ),
  },
  {
    name: 'a forced refund in a bill is taken every time the bill is read',
    seenBy: 'crashes',
    seenIn: 'given back by the channel: points',
    bills: reading((row, { ids }) =>
      row.kind === 'refund' && !row.outRefundNo ? { ...row, channelRefundId: ids.id() } : row,
    ),
  },
  {
    name: 'a payment in a bill is taken for another one',
    seenBy: 'crashes',
    bills: reading((row) => ({ ...row, transactionId: `${row.transactionId}b` })),
  },
  {
    name: 'every refund in a bill is taken for the channel’s own',
    seenBy: 'crashes',
    bills: reading((row) => (row.kind === 'refund' ? { ...row, outRefundNo: '' } : row)),
  },
  {
    name: 'what the channel paid out is booked every time its bill is read',
    seenBy: 'crashes',
    seenIn: 'given back by the channel: points',
    table: writing((write) => (write.key.sk.startsWith('LEDGER#settle:') ? unguarded(write) : write)),
  },
  { name: 'a forced refund is ignored', seenBy: 'crashes', table: absorbing(() => []) },
  {
    name: 'a forced refund comes out of revenue although a refund was owed',
    seenBy: 'crashes',
    seenIn: 'given back by the channel: what our refund could not',
    table: absorbing((writes) =>
      writes
        .filter((write) => !isOf(write, 'REFUND'))
        .map((write) => rebooked(write, (account) => account.replace(/^refund-payable:.*/, 'revenue:fee'))),
    ),
  },
  {
    name: 'our refund goes out although the channel gave the money back',
    seenBy: 'crashes',
    table: absorbing((writes) => writes.filter((write) => !isOf(write, 'REFUND'))),
  },
  {
    name: 'a membership is kept although its price went back',
    seenBy: 'crashes',
    table: absorbing((writes) => writes.filter((write) => !isOf(write, 'MEMBERSHIP'))),
  },
  {
    name: 'points are kept although their price went back',
    seenBy: 'crashes',
    table: absorbing((writes) =>
      writes.filter((write) => !isOf(write, 'POINTS') && !write.key.sk.startsWith('LEDGER#points-back:')),
    ),
  },
  {
    name: 'a forced refund that a complaint told of is taken again from the bill',
    seenBy: 'crashes',
    table: writing((write) =>
      isForced(write) && write.kind === 'put'
        ? { ...write, item: { ...write.item, id: String(write.item.id).replace('complaint:', 'told:') } }
        : write,
    ),
  },
]
