import type { Write } from '../../../shared/table/write.ts'
import { committing, type Suspect, without, writing } from '../world/mutant.ts'

type Told = { type: string; data: { from: number; to: number } }

const pendingIn = (write: Write): Told[] =>
  write.kind === 'update' && write.key.pk.startsWith('OUTBOX#')
    ? ((write.changes.append?.pending ?? []) as unknown as Told[])
    : []

const isRise = ({ type, data }: Told): boolean => type === 'level.changed' && data.to > data.from
const isFall = ({ type, data }: Told): boolean => type === 'level.changed' && data.to < data.from

/** The same, telling of these alone. */
const telling = (write: Write, told: readonly Told[]): Write[] => {
  if (write.kind !== 'update' || told.length === 0) return []
  const pending = told.map((one) => ({ ...one }))
  return [{ ...write, changes: { ...write.changes, add: { sequence: told.length }, append: { pending } } }]
}

const rewriting = (write: Write, of: (told: Told) => boolean, other: object): Write => {
  const told = pendingIn(write)
  if (!told.some(of)) return write
  const [written = write] = telling(
    write,
    told.map((one) => (of(one) ? { ...one, data: { ...one.data, ...other } } : one)),
  )
  return written
}

/** Leaves it out of what a commit tells, and tells the rest. */
const silent = (write: Write, of: (told: Told) => boolean): Write[] => {
  const told = pendingIn(write)
  const rest = told.filter((one) => !of(one))
  return told.length === rest.length ? [write] : telling(write, rest)
}

const untold = (of: (told: Told) => boolean) => committing((writes) => [writes.flatMap((write) => silent(write, of))])

const [RISES, FALLS] = ['fee, match', 'number recycled']

/** Wrong ways to tell that a level changed. X3. */
export const mutantsOfLevels: readonly Suspect[] = [
  { name: 'a level that rises is not told', seenBy: 'crashes', seenIn: RISES, table: untold(isRise) },
  { name: 'a level that falls is not told', seenBy: 'crashes', seenIn: FALLS, table: untold(isFall) },
  {
    name: 'a level is told that is not proven',
    seenBy: 'crashes',
    seenIn: RISES,
    table: writing((write) => rewriting(write, isRise, { to: 2 })),
  },
  {
    name: 'a level falls from another than was told',
    seenBy: 'crashes',
    seenIn: FALLS,
    table: writing((write) => rewriting(write, isFall, { from: 3 })),
  },
  {
    name: 'a level falls, and is said to be proven',
    seenBy: 'crashes',
    seenIn: FALLS,
    table: writing((write) => rewriting(write, isFall, { because: 'proven' })),
  },
  {
    name: 'a level that falls is told to the platform, and to its user not',
    seenBy: 'crashes',
    seenIn: FALLS,
    table: committing((writes) => [
      writes.filter(
        (write) => !(write.key.sk.startsWith('MESSAGE#') && writes.some((one) => pendingIn(one).some(isFall))),
      ),
    ]),
  },
  {
    name: 'a level that falls is told in a commit of its own',
    seenBy: 'crashes',
    seenIn: FALLS,
    table: committing((writes) => [
      writes.flatMap((write) => silent(write, isFall)),
      writes.flatMap((write) => telling(write, pendingIn(write).filter(isFall))),
    ]),
  },
  {
    name: 'which level was told is forgotten',
    seenBy: 'crashes',
    seenIn: RISES,
    table: writing((write) => (write.key.sk === 'IDENTITY' ? without(write, 'toldLevel') : write)),
  },
]
