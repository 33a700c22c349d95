import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { nameOf } from '../../../shared/table/write.ts'
import { counted, counterKey, endOf } from '../../account/limits/limit-store.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers } from '../../audit/deed.ts'
import type { Head } from '../../audit/head.ts'
import { headOf } from '../../audit/head-store.ts'
import { auditKeys } from '../../audit/keys.ts'
import { ownReasons } from '../../audit/own-reasons.ts'
import { operatorKeys } from '../keys.ts'
import { type KeptPerson, keptPersonOf } from '../operator-store.ts'
import { guessingTold, type Tries } from './try-store.ts'

export type TryDeps = { table: Table; ids: Ids; alarm: Alarm }

/** A person, or that there is nobody of that name, and where the records about them have come to. One call. */
export const readPersonAndHead = async (
  { table }: { table: Pick<Table, 'getMany'> },
  name: string,
): Promise<{ kept: KeptPerson | undefined; head: Head }> => {
  const subject = deedSubjects.operator(name)
  const [item, head] = await table.getMany([operatorKeys.person(name), auditKeys.head(subject)])
  return { kept: keptPersonOf(item), head: headOf(head) }
}

/** Records and rings, once an hour for a name that somebody has. The same calls where nobody has it. */
const tellGuessing = async (deps: TryDeps, name: string, { from }: Tries, now: Millis): Promise<void> => {
  const { kept, head } = await readPersonAndHead(deps, name)
  const once = counted(guessingTold(name, now))
  if (!kept) return void (await deps.table.commit([once]))
  const record = {
    ...{ id: deps.ids.id(), subject: deedSubjects.operator(name), at: now, by: doers.service('operators-sign-in') },
    ...({ action: 'operator_lock_out', detail: from, reason: ownReasons.guessedAt } as const),
  }
  const told = await commitDeed(deps, record, [once], [head])
  if (told.kind === 'committed') deps.alarm('operator_guessed_at', { from })
}

/**
 * Counts a try at the password or a code of `name`, or refuses with `too_often`; that somebody's tries of an hour have come to their end is
 * recorded about them, and rings. One call, and two where it refuses.
 */
export const takeTry = async (deps: TryDeps, name: string, tries: Tries, now: Millis): Promise<Outcome<undefined>> => {
  const done = await deps.table.commit(tries.all.map(counted))
  if (done.kind === 'committed') return ok(undefined)
  const ended = new Set(done.conflicts.map(({ write }) => nameOf(write.key)))
  if (tries.ofName.some((counter) => ended.has(nameOf(counterKey(counter))))) await tellGuessing(deps, name, tries, now)
  return refused('too_often', { retryAt: endOf(done.conflicts.map(({ item }) => item)) })
}
