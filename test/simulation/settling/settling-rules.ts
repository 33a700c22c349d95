import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import { unexplainedFen } from '../../../functions/bookkeeping/reconciliation/comparison.ts'
import { differenceOf, type StoredDifference } from '../../../functions/bookkeeping/reconciliation/difference-store.ts'
import { against, leftBy, wrongBy } from '../../../functions/bookkeeping/settling/ways.ts'
import { proposalOf } from '../../../functions/operators/proposals/proposal-store.ts'
import { bookedIn } from '../../../functions/payment/ledger/ledger-store.ts'
import type { Item } from '../../../shared/table/write.ts'

const differencesIn = (items: readonly Item[]): StoredDifference[] =>
  items.filter(({ sk }) => sk.startsWith('DIFFERENCE#')).map(differenceOf)

const nameOf = ({ channel, day, id }: StoredDifference): string => `${channel} ${day} ${id}`

/** What people settled is never anything else again. Held against every commit. */
export const reopened = (before: readonly Item[], after: readonly Item[]): string[] => {
  const now = new Map(differencesIn(after).map((one) => [nameOf(one), one]))
  return differencesIn(before).flatMap((one) =>
    one.status === 'settled' && now.get(nameOf(one))?.status !== 'settled'
      ? [`${one.id} was settled, and is no more`]
      : [],
  )
}

/** Exactly one booking says how it ended, by the right amount between the right accounts. */
const bookingFaults = (items: readonly Item[], ended: StoredDifference): string[] => {
  const { channel, day, id, settled } = ended
  const bookings = items
    .filter(({ sk }) => sk.startsWith('LEDGER#settled:') && sk.includes(`:${channel}:${day}:${id}`))
    .map(bookedIn)
  const [booking] = bookings
  if (!settled || !booking || bookings.length > 1) return [`${id} is settled and booked ${bookings.length} times`]
  const seen = { ...ended, status: 'open' } as const
  const { account, fen } = wrongBy(seen)
  const entries = [
    { account, fen },
    { account: against(seen, settled.way), fen: -fen },
  ]
  return JSON.stringify(booking.entries) === JSON.stringify(entries) ? [] : [`${id} is booked as something else`]
}

/** Two that were matched name each other and cancel each other. */
const pairFaults = (all: readonly StoredDifference[], { id, day, settled, ...one }: StoredDifference): string[] => {
  if (settled?.way !== 'matched') return []
  const other = all.find((found) => found.day === settled.with?.day && found.id === settled.with?.id)
  const isMutual = other?.settled?.way === 'matched' && other.settled.with?.id === id && other.settled.with.day === day
  if (!other || !isMutual) return [`${id} was matched with what does not know of it`]
  const sum = wrongBy({ ...one, id, day, status: 'open' }).fen + wrongBy({ ...other, status: 'open' }).fen
  return sum === 0 ? [] : [`${id} was matched with what differs by ${sum} fen`]
}

/** What is not settled has no booking that says it is. */
const unsettledFaults = (items: readonly Item[], { channel, day, id, status }: StoredDifference): string[] =>
  status !== 'settled' && items.some(({ sk }) => sk === `LEDGER#settled:${channel}:${day}:${id}`)
    ? [`${id} is booked as settled, and is ${status}`]
    : []

const ledgerFaults = (items: readonly Item[], all: readonly StoredDifference[]): string[] => {
  const sums = new Map<string, number>()
  for (const item of items.filter(({ sk }) => sk.startsWith('LEDGER#')))
    for (const { account, fen } of bookedIn(item).entries) sums.set(account, (sums.get(account) ?? 0) + fen)
  const held = all
    .filter((one) => leftBy(one) !== undefined && wrongBy(one).account.startsWith('suspense:'))
    .reduce((sum, one) => sum - wrongBy(one).fen, 0)
  const at = (account: string): number => sums.get(account) ?? 0
  const total = [...sums.values()].reduce((sum, fen) => sum + fen, 0)
  return [
    ...(total === 0 ? [] : [`the ledger comes to ${total}`]),
    ...(at('suspense:wechat_pay') === held ? [] : [`suspense is ${at('suspense:wechat_pay')}, and ${held} is open`]),
    ...(at('matched:wechat_pay') === 0 ? [] : ['what was matched is not at zero']),
  ]
}

const decisionFaults = (items: readonly Item[], all: readonly StoredDifference[]): string[] =>
  items
    .filter(({ sk }) => sk === 'PROPOSAL')
    .map(proposalOf)
    .flatMap((proposal) => {
      if (proposal.kind !== 'difference_settled') return []
      const { by, decidedBy, status, shown } = proposal
      const about = all.find(({ day, id }) => day === shown.day && id === shown.difference)
      const deeds = items.filter(({ pk, action }) => pk.startsWith('AUDIT#') && action === 'difference_settle')
      const isOnRecord = deeds.some((deed) => deed.detail === `${shown.way} ${shown.difference}`)
      return [
        ...(decidedBy && decidedBy.id === by.id ? ['somebody decided about their own'] : []),
        ...(status !== 'approved' || about?.status === 'settled' ? [] : ['approved, and not done']),
        ...(status !== 'approved' || isOnRecord ? [] : ['approved, and not on record']),
      ]
    })

/** Every settled difference was approved by somebody, and as it was asked for. */
const approvalFaults = (items: readonly Item[], all: readonly StoredDifference[]): string[] => {
  const approved = items.filter(({ sk, status }) => sk === 'PROPOSAL' && status === 'approved').map(proposalOf)
  const ends = approved.flatMap(({ shown }) =>
    'difference' in shown ? [shown.difference, ...(shown.with ? [shown.with.difference] : [])] : [],
  )
  return all.flatMap(({ id, status }) =>
    status === 'settled' && !ends.includes(id) ? [`${id} was settled unasked`] : [],
  )
}

/** What every day says to be unexplained is what is open of it. */
const countFaults = (items: readonly Item[], all: readonly StoredDifference[]): string[] =>
  items
    .filter(({ sk }) => sk === bookkeepingKeys.reconciliation('', '').sk)
    .flatMap(({ channel, day, report }) => {
      const open = all.filter((one) => one.channel === channel && one.day === day && one.status === 'open')
      const said = Object(report).unexplainedFen
      const is = unexplainedFen(open)
      return report === undefined || said === is ? [] : [`${day} says ${said} fen are unexplained, and ${is} are`]
    })

/** What must hold once everybody is done. P16. */
export const finalSettlingFaults = (items: readonly Item[]): string[] => {
  const all = differencesIn(items)
  return [
    ...all.filter(({ status }) => status === 'settled').flatMap((one) => bookingFaults(items, one)),
    ...all.flatMap((one) => [...pairFaults(all, one), ...unsettledFaults(items, one)]),
    ...ledgerFaults(items, all),
    ...decisionFaults(items, all),
    ...approvalFaults(items, all),
    ...countFaults(items, all),
  ]
}
