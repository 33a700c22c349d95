import { DAY } from '../../../shared/kernel/time.ts'
import type { Value, Write } from '../../../shared/table/write.ts'
import { isOf, type Suspect, setting, without, writing } from '../world/mutant.ts'

const isBooked = (write: Write, as: string): boolean => write.key.sk.startsWith(`LEDGER#${as}:`)

/** A put that stands in the list of the day before. */
const onDayBefore = (write: Write): Write => {
  if (write.kind !== 'put' || typeof write.item.listName !== 'string') return write
  const listName = write.item.listName.replace(/\d{8}/, (day) => {
    const at = Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00Z`) - DAY
    return new Date(at).toISOString().slice(0, 10).replaceAll('-', '')
  })
  return { ...write, item: { ...write.item, listName } }
}

const withoutCalls = (passes: Value | undefined): Value | undefined =>
  typeof passes === 'object' && passes !== null && !Array.isArray(passes)
    ? Object.fromEntries(
        Object.entries(passes).map(([vendor, pass]) => {
          const { undone: _undone, refused: _refused, ...rest } = Object(pass)
          return [vendor, rest]
        }),
      )
    : passes

const forgettingCalls = (write: Write): Write => {
  if (write.kind !== 'update' || setting(write, 'passes') === undefined) return write
  const { set } = write.changes
  return { ...write, changes: { ...write.changes, set: { ...set, passes: withoutCalls(set?.passes) } } }
}

/** Wrong ways to leave behind what a day is counted from. M8. */
export const mutantsOfNumbers: readonly Suspect[] = [
  {
    name: 'an order is on no list of its day',
    seenBy: 'crashes',
    seenIn: 'cancelled',
    table: writing((write) => (isOf(write, 'ORDERED') ? without(write, 'listName', 'listAt') : write)),
  },
  {
    name: 'a payment is on the list of the day before',
    seenBy: 'crashes',
    seenIn: 'points',
    table: writing((write) => (isBooked(write, 'pay') ? onDayBefore(write) : write)),
  },
  {
    name: 'a refund that went out is on no list',
    seenBy: 'crashes',
    seenIn: 'wrong amount',
    table: writing((write) => (isBooked(write, 'refund') ? without(write, 'listName', 'listAt') : write)),
  },
  {
    name: 'what the channel took by itself is on no list',
    seenBy: 'crashes',
    seenIn: 'given back by the channel: points',
    table: writing((write) => (isBooked(write, 'forced-refund') ? without(write, 'listName', 'listAt') : write)),
  },
  {
    name: 'an order does not know its verdict',
    seenBy: 'crashes',
    table: writing((write) => (isOf(write, 'ORDER') ? without(write, 'verdict') : write)),
  },
  {
    name: 'a call that is given back is forgotten',
    seenBy: 'crashes',
    seenIn: 'the vendor refuses us, and is mended',
    table: writing((write) => (isOf(write, 'CHECK') ? forgettingCalls(write) : write)),
  },
  {
    name: 'a call keeps no answer',
    seenBy: 'crashes',
    table: writing((write) => (isOf(write, 'CHECK') ? without(write, 'answer') : write)),
  },
  {
    name: 'a code that was typed in is not known to have arrived',
    seenBy: 'crashes',
    table: writing((write) => (isOf(write, 'TEXT') ? undefined : write)),
  },
  {
    name: 'a text whose code was typed in is taken from the list of its day',
    seenBy: 'crashes',
    table: writing((write) =>
      isOf(write, 'TEXT') && write.kind === 'update'
        ? { ...write, changes: { ...write.changes, remove: ['listName', 'listAt'] } }
        : write,
    ),
  },
]
