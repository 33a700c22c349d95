import type { Write } from '../../../shared/table/write.ts'
import { committing, isOf, type Suspect, setting, writing } from '../world/mutant.ts'

const isOpened = (write: Write): boolean => isOf(write, 'DISCLOSURE') && write.kind === 'put'

const isEnded = (write: Write): boolean => isOf(write, 'DISCLOSURE') && write.kind === 'update'

const isReleased = (writes: readonly Write[]): boolean =>
  writes.some((write) => isOf(write, 'CHECK') && write.kind === 'update' && write.changes.add?.releases === 1)

const isAny = ({ length }: readonly Write[]): boolean => length > 0

/** Wrong ways to keep record of what is handed on. */
export const mutantsOfDisclosures: readonly Suspect[] = [
  {
    name: 'what was agreed to is not on record',
    seenBy: 'crashes',
    table: writing((write) => (isOf(write, 'CONSENT') && write.kind === 'put' ? undefined : write)),
  },
  {
    name: 'a check hands on without a record',
    seenBy: 'crashes',
    table: writing((write) => (isOpened(write) ? undefined : write)),
  },
  {
    name: 'what a check hands on is recorded after the claim',
    seenBy: 'crashes',
    table: committing((writes) => [writes.filter((write) => !isOpened(write)), writes.filter(isOpened)].filter(isAny)),
  },
  {
    name: 'a record names another recipient',
    seenBy: 'crashes',
    table: writing((write) =>
      isOpened(write) && write.kind === 'put' ? { ...write, item: { ...write.item, recipient: 'another' } } : write,
    ),
  },
  {
    name: 'a check that is given back leaves its record open',
    seenBy: 'crashes',
    seenIn: 'fee, vendor back',
    table: committing((writes) => [isReleased(writes) ? writes.filter((write) => !isEnded(write)) : writes]),
  },
  {
    name: 'a check that is answered leaves its record open',
    seenBy: 'crashes',
    seenIn: 'fee, match',
    table: writing((write) => (isEnded(write) && setting(write, 'outcome') === 'answered' ? undefined : write)),
  },
  {
    name: 'whatever a check hands on counts as not sent',
    seenBy: 'crashes',
    seenIn: 'fee, match',
    table: writing((write) =>
      isEnded(write) && write.kind === 'update' ? { ...write, changes: { set: { outcome: 'not_sent' } } } : write,
    ),
  },
]
