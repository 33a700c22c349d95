import type { Alarm } from '../../../shared/kernel/alarm.ts'
import { dayAfter } from '../../../shared/kernel/days.ts'
import { beijingDay, type Clock, type Millis } from '../../../shared/kernel/time.ts'
import type { Objects } from '../../../shared/objects/objects.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Signer } from '../../../shared/vault/signer.ts'
import { entryOf } from '../audit-store.ts'
import { canonical } from '../canonical.ts'
import { auditLists } from '../keys.ts'
import { findOldestDay } from './find-oldest-day.ts'
import {
  dayOfRoot,
  isRootOverdue,
  leafOf,
  NO_ROOT,
  rootDueAt,
  rootName,
  rootText,
  type SignedRoot,
  statementHash,
  statementOf,
} from './root.ts'
import { rootIn, rootNoted } from './root-store.ts'

export type RootDeps = {
  table: Pick<Table, 'query' | 'commit'>
  objects: Objects
  signer: Signer
  clock: Clock
  alarm: Alarm
  /** What is left of this invocation (ms). */
  remainingMs: () => Millis
}

/** One day's records read, signed and kept. */
const LONGEST: Millis = 15_000

/** The newest root there is, and the first day that has none. `isOwed`: something waits for that one: a record, or the root before. */
type Newest = { last?: SignedRoot; next: string; isOwed: boolean }

/** The day of the very first root: the oldest that has a record, yesterday where none has. */
const firstDay = async ({ table, clock }: RootDeps): Promise<Newest> => {
  const today = beijingDay(clock.now())
  const oldest = await findOldestDay({ table }, today)
  return { next: oldest ?? dayAfter(today, -1), isOwed: oldest !== undefined }
}

const newest = async (deps: RootDeps): Promise<Newest> => {
  const { objects } = deps
  const days = (await objects.names('roots/')).flatMap((name) => dayOfRoot(name) ?? [])
  const day = days.at(-1)
  if (day === undefined) return firstDay(deps)
  return { last: rootIn((await objects.get(rootName(day))) ?? ''), next: dayAfter(day, 1), isOwed: true }
}

/** Makes the root of a day behind the one before. Where another run was first, that one's is the root. */
const signRoot = async (deps: RootDeps, day: string, last: SignedRoot | undefined): Promise<SignedRoot> => {
  const entries = await queryAll(deps.table, auditLists.entries(day))
  const leaves = entries.map(entryOf).map(leafOf)
  const statement = statementOf(day, leaves, last ? statementHash(last.statement) : NO_ROOT, deps.clock.now())
  const signed = { statement, ...(await deps.signer.sign(canonical(statement))) }
  const put = await deps.objects.putNew(rootName(day), rootText(signed, leaves))
  return put === 'stored' ? signed : rootIn((await deps.objects.get(rootName(day))) ?? '')
}

/**
 * Makes the roots of all days that are over and have none, the oldest first, each signed and put where nobody can delete it, and notes
 * it in the table. May end at any moment and be done again, also by two at once. Answers how many it made; rings where one was missing
 * for long.
 */
export const signRoots = async (deps: RootDeps): Promise<number> => {
  const found = await newest(deps)
  let { last } = found
  let made = 0
  if (found.isOwed && isRootOverdue(found.next, deps.clock.now())) deps.alarm('audit_root_overdue', { day: found.next })
  // Whoever made it may have died before.
  if (last) await deps.table.commit([rootNoted(last)])
  for (
    let day = found.next;
    rootDueAt(day) <= deps.clock.now() && deps.remainingMs() > LONGEST;
    day = dayAfter(day, 1)
  ) {
    last = await signRoot(deps, day, last)
    await deps.table.commit([rootNoted(last)])
    made += 1
  }
  return made
}
