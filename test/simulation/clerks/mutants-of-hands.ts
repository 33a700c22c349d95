import type { Write } from '../../../shared/table/write.ts'
import { entriesOf } from '../books/ledger-book.ts'
import {
  careless,
  committing,
  isOf,
  layered,
  type Suspect,
  seeing,
  setting,
  without,
  writing,
} from '../world/mutant.ts'
import { ABSENT, byHand, deafTo, isDoing, reading } from './mutant-clerks.ts'

/** A booking of that kind with one account for another. */
const booking = (write: Write, id: string, from: string, to: string): Write => {
  if (write.kind !== 'put' || !write.key.sk.startsWith(`LEDGER#${id}`)) return write
  const other = entriesOf({ ...write.key, ...write.item }).map((entry) =>
    entry.account.startsWith(from) ? { ...entry, account: to } : entry,
  )
  return { ...write, item: { ...write.item, entries: other } }
}

const isWord = (write: Write): boolean => isOf(write, 'REFUND') && setting(write, 'byHandUntil') !== undefined

const isWordTakenBack = (write: Write): boolean =>
  isOf(write, 'REFUND') &&
  write.kind === 'update' &&
  write.changes.remove?.includes('byHandUntil') === true &&
  setting(write, 'status') === undefined

const isSentAgain = (write: Write): boolean => isOf(write, 'REFUND') && setting(write, 'stepsBefore') !== undefined

const isRenewal = (write: Write): boolean =>
  isOf(write, 'REFUND') && write.kind === 'update' && setting(write, 'notBefore') !== undefined

/** Writes of a kind as somebody would make them who does not know that a word about them may be open. */
const heedless =
  (isMeant: (write: Write) => boolean) =>
  (write: Write): Write =>
    isMeant(write) ? careless(write, 'byHandUntil') : write

/** Refunds as somebody would see them who does not know it. */
const deafToWord = seeing(({ byHandUntil: _, ...item }) => item)

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
    name: 'it is sent again, though somebody says that it was paid by hand',
    seenBy: 'crashes',
    seenIn: 'not sent again between the two who pay it by hand',
    table: layered(deafToWord, writing(heedless(isSentAgain))),
  },
  {
    name: 'whether somebody says that it was paid is looked at before the channel is asked, and not when it is sent again',
    seenBy: 'meetings',
    table: writing(heedless(isSentAgain)),
  },
  {
    name: 'what was closed goes out under the next number, though somebody says that it was paid by hand',
    seenBy: 'crashes',
    seenIn: 'closed at the channel between the two who pay it by hand, and not sent under the next number',
    table: writing((write) => (isWord(write) ? undefined : write)),
  },
  {
    name: 'whether somebody says that it was paid is looked at before it goes out under the next number, and not in that write',
    seenBy: 'meetings',
    table: writing(heedless(isRenewal)),
  },
  {
    name: 'that somebody says it was paid by hand is not written on the refund',
    seenBy: 'crashes',
    seenIn: 'not sent again between the two who pay it by hand',
    table: writing((write) => (isWord(write) ? undefined : write)),
  },
  {
    name: 'what was refused hinders sending it again',
    seenBy: 'crashes',
    seenIn: 'sent again by an operator once another has refused to call it paid by hand',
    table: writing((write) => (isWordTakenBack(write) ? undefined : write)),
  },
  {
    name: 'a word that is over hinders sending it again',
    seenBy: 'crashes',
    seenIn: 'sent again by an operator in the very millisecond in which calling it paid by hand is over',
    table: layered(
      seeing((item) => (item.byHandUntil === undefined ? item : { ...item, byHandUntil: Number.MAX_SAFE_INTEGER })),
      writing(heedless(isSentAgain)),
    ),
  },
  {
    name: 'what was sent again while the channel was asked is asked for by hand',
    seenBy: 'meetings',
    table: writing((write) => (isWord(write) ? careless(write, 'status') : write)),
  },
  {
    name: 'what was sent again and came back while the channel was asked is asked for by hand',
    seenBy: 'meetings',
    table: writing((write) => (isWord(write) ? careless(write, 'steps') : write)),
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
