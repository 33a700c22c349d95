import type { Write } from '../../../shared/table/write.ts'
import { both, type Layer, reading, writing } from '../world/layers.ts'
import { isOf, setting, unguarded } from '../world/mutant.ts'

const isDifference = ({ key }: Pick<Write, 'key'>): boolean => key.sk.startsWith('DIFFERENCE#')
const isEnding = (write: Write): boolean => isDifference(write) && setting(write, 'settled') !== undefined
const isBooking = ({ key }: Write): boolean => key.sk.startsWith('LEDGER#settled:')
const isDecision = (write: Write): boolean => isOf(write, 'PROPOSAL') && write.kind === 'update'
const isPointer = ({ key }: Write): boolean => key.sk === 'OPEN'
const isCount = (write: Write): boolean => isOf(write, 'RECONCILIATION') && setting(write, 'report') !== undefined
const isOwnRecord = ({ key }: Write): boolean => key.pk.startsWith('AUDIT#')

let booked = 0

/** Wrong ways to end a difference, and the meeting in which each is seen. */
export const settlingMutants: readonly { name: string; seenIn: string; layer: Layer }[] = [
  {
    name: 'it is booked once more by whoever is second',
    seenIn: 'two who approve that two are matched',
    layer: writing((write) => {
      if (isEnding(write) || isDecision(write) || isPointer(write)) return unguarded(write)
      if (!isBooking(write)) return write
      booked += 1
      return unguarded({ ...write, key: { ...write.key, sk: `${write.key.sk}:${booked}` } })
    }),
  },
  {
    name: 'only the one that was asked about ends, not the one that it is matched with',
    seenIn: 'two who approve that two are matched',
    layer: writing((write, writes) =>
      write === writes.filter(isEnding)[1] || write === writes.filter(isBooking)[1] ? undefined : write,
    ),
  },
  {
    name: 'one that it is matched with is not looked at in the commit',
    seenIn: 'one who approves that two are matched, and one that the other is written off',
    layer: writing((write) => (isEnding(write) || isBooking(write) ? unguarded(write) : write)),
  },
  {
    name: 'it is matched with what is not its opposite',
    seenIn: 'two who approve that two are matched',
    // What went out is another amount in truth.
    layer: both(
      writing((write) =>
        isEnding(write) && write.key.sk.includes('refund_') && write.kind === 'update'
          ? { ...write, changes: { ...write.changes, set: { ...write.changes.set, thereFen: 8 } } }
          : write,
      ),
    ),
  },
  {
    name: 'it ends, and nothing is booked',
    seenIn: 'one who approves, and the day that is run once more',
    layer: writing((write) => (isBooking(write) ? undefined : write)),
  },
  {
    name: 'it is booked, and does not end',
    seenIn: 'one who approves, and the day that is run once more',
    layer: writing((write) => (isEnding(write) ? undefined : write)),
  },
  {
    name: 'a run of its day takes what was settled for what waits, and writes over it',
    seenIn: 'one who approves, and the day that is run once more',
    layer: both(
      reading((item) =>
        isDifference({ key: item }) && item.status === 'settled' ? { ...item, status: 'waiting' } : item,
      ),
      writing((write) => (isDifference(write) ? unguarded(write) : write)),
    ),
  },
  {
    name: 'one approves what one asked for',
    seenIn: 'one who approves what they asked for themselves, and one who did not',
    layer: reading((item) => (item.sk === 'PROPOSAL' ? { ...item, by: { kind: 'operator', id: 'boss' } } : item)),
  },
  {
    name: 'it is settled whatever becomes of the decision',
    seenIn: 'one who approves and one who refuses',
    layer: writing((write, writes) =>
      writes.some(isEnding) && (isDecision(write) || isPointer(write)) ? undefined : write,
    ),
  },
  {
    name: 'what is left unexplained of a day is counted over the count of another',
    seenIn: 'two who approve how two of one day end',
    layer: writing((write) => (isCount(write) ? unguarded(write) : write)),
  },
  {
    name: 'what is left unexplained of a day is not counted',
    seenIn: 'two who approve how two of one day end',
    layer: writing((write, writes) => (isCount(write) && writes.some(isEnding) ? undefined : write)),
  },
  {
    name: 'no record says who approved it',
    seenIn: 'one who approves that a refund is owed again, and its day that is run once more',
    layer: writing((write) => (isOwnRecord(write) ? undefined : write)),
  },
]
