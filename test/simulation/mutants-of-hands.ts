import type { Write } from '../../shared/table/write.ts'
import { entriesOf } from './ledger-book.ts'
import { careless, committing, isOf, layered, type Suspect, seeing, without, writing } from './mutant.ts'
import { ABSENT, byHand, deafTo, isDoing, reading } from './mutant-clerks.ts'

/** A booking of that kind with one account for another. */
const booking = (write: Write, id: string, from: string, to: string): Write => {
  if (write.kind !== 'put' || !write.key.sk.startsWith(`LEDGER#${id}`)) return write
  const other = entriesOf({ ...write.key, ...write.item }).map((entry) =>
    entry.account.startsWith(from) ? { ...entry, account: to } : entry,
  )
  return { ...write, item: { ...write.item, entries: other } }
}

/** Wrong ways to pay by hand. P7. */
export const mutantsOfHands: readonly Suspect[] = [
  {
    name: 'the channel is not asked again at the approval',
    seenBy: 'crashes',
    seenIn: 'paid by hand: asked for and approved',
    provider: (inner, world) => ({
      ...inner,
      queryRefund: async (asked) => (isDoing(world, 'approve') ? ABSENT : inner.queryRefund(asked)),
    }),
  },
  {
    name: 'it is asked for without asking the channel',
    seenBy: 'crashes',
    seenIn: 'paid by hand: asked for and approved',
    provider: (inner, world) => ({
      ...inner,
      queryRefund: async (asked) => (isDoing(world, 'propose') ? ABSENT : inner.queryRefund(asked)),
    }),
  },
  {
    name: 'what the channel works on is paid by hand',
    seenBy: 'crashes',
    seenIn: 'paid by hand: not what the channel works on',
    provider: deafTo(['propose', 'approve'], 'processing'),
  },
  {
    name: 'what the channel has paid is paid by hand',
    seenBy: 'crashes',
    seenIn: 'paid by hand: the channel pays before it is approved, and its word is lost',
    provider: deafTo(['approve'], 'succeeded'),
  },
  {
    name: 'no answer about a refund is taken for not paid',
    seenBy: 'crashes',
    seenIn: 'paid by hand: asked for and approved',
    provider: deafTo(['approve'], 'unavailable'),
  },
  {
    name: 'what goes out once more is paid by hand',
    seenBy: 'crashes',
    seenIn: 'sent again by an operator between the two who would pay it by hand',
    table: layered(
      seeing((item, world) =>
        item.sk.startsWith('REFUND#') && isDoing(world, 'approve') ? { ...item, status: 'operator' } : item,
      ),
      writing((write) => (byHand(write) ? careless(write, 'status') : write)),
    ),
  },
  {
    name: 'what was sent again while the channel was asked is paid by hand',
    seenBy: 'meetings',
    table: writing((write) => (byHand(write) ? careless(write, 'status') : write)),
  },
  {
    name: 'what was sent again and came back while the channel was asked is paid by hand',
    seenBy: 'meetings',
    table: writing((write) => (byHand(write) ? careless(write, 'steps') : write)),
  },
  {
    name: 'another amount is paid by hand than was approved',
    seenBy: 'crashes',
    seenIn: 'paid by hand: part is forced back, and the rest is asked for anew',
    table: reading((proposal, world) => {
      const shown = Object(proposal.shown)
      const owed = [...world.items.values()].find(({ sk }) => sk === `REFUND#${shown.refund}`)?.refundFen
      return { ...proposal, shown: { ...shown, amountFen: owed ?? shown.amountFen } }
    }),
  },
  {
    name: 'what was forced back while the channel was asked is paid by hand',
    seenBy: 'meetings',
    table: writing((write) => (byHand(write) ? careless(write, 'refundFen') : write)),
  },
  {
    name: 'what is paid by hand is not booked',
    seenBy: 'crashes',
    seenIn: 'paid by hand: asked for and approved',
    table: committing((writes) => [writes.some(byHand) ? writes.filter((write) => !isOf(write, 'LEDGER')) : writes]),
  },
  {
    name: 'what is paid by hand is booked as paid by the channel',
    seenBy: 'crashes',
    seenIn: 'paid by hand: asked for and approved',
    table: writing((write) => booking(write, 'refund:', 'bank', 'clearing:wechat_pay')),
  },
  {
    name: 'what is paid by hand is asked about for ever',
    seenBy: 'crashes',
    seenIn: 'paid by hand: asked for and approved',
    table: writing((write) => (byHand(write) ? without(write, 'dueAt', 'dueShard') : write)),
  },
  {
    name: 'what is paid by hand stays on the list',
    seenBy: 'crashes',
    seenIn: 'paid by hand: asked for and approved',
    table: writing((write) => (byHand(write) ? without(write, 'listName', 'listAt') : write)),
  },
  {
    name: 'what a payer got twice comes out of what was earned',
    seenBy: 'crashes',
    seenIn: 'paid by hand: all is forced back afterwards',
    table: writing((write) => booking(write, 'forced-refund:', 'paid-twice:', 'revenue:fee')),
  },
  {
    name: 'what a payer got twice is held against no payment',
    seenBy: 'crashes',
    seenIn: 'paid by hand: what earned nothing is forced back afterwards',
    table: writing((write) => booking(write, 'forced-refund:', 'paid-twice:', 'suspense:wechat_pay')),
  },
]
