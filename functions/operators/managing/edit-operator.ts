import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { type DeedAction, type Doer, deedSubjects } from '../../audit/deed.ts'
import { adminsCounted, LAST_ADMIN } from '../admins-store.ts'
import { operatorKeys } from '../keys.ts'
import { isSelf, type Person, ringForApprover } from '../operator.ts'
import { type KeptPerson, keptPersonOf, type Moved, personMoved, personOf, statusAfter } from '../operator-store.ts'
import type { PersonRole } from '../rights.ts'

/** What an admin wants of somebody: another role, to be let in or not, or both. */
export type OperatorEdit = { name: string; role?: PersonRole; status?: 'active' | 'disabled'; reason: string }

const actions: Record<Moved, DeedAction> = {
  disabled: 'operator_disable',
  enabled: 'operator_enable',
  enabled_unenrolled: 'operator_enable',
  role_changed: 'operator_role',
}

/** What is to happen; nothing where they stand so already. */
const eventFor = (kept: KeptPerson, { role, status }: OperatorEdit): Moved | 'nothing' | 'not_enrolled' => {
  if (status === 'disabled' && kept.status !== 'disabled') return 'disabled'
  if (status === 'active' && kept.status === 'disabled')
    return kept.password === undefined ? 'enabled_unenrolled' : 'enabled'
  if (status === 'active' && kept.status === 'invited') return 'not_enrolled'
  return role !== undefined && role !== kept.role ? 'role_changed' : 'nothing'
}

/** How often somebody else may be faster. */
const TRIES = 4

/**
 * An admin gives somebody another role, lets them in no more or again. Their sessions and rights end with the write, and so does a link
 * they have not taken. A second click changes nothing. Refuses with `not_found`, `own_operator`, `last_admin` and
 * `operator_not_enrolled`. Three database calls.
 */
export const editOperator = async (
  deps: { table: Table; clock: Clock; ids: Ids; alarm: Alarm },
  by: Doer,
  edit: OperatorEdit,
): Promise<Outcome<Person>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = keptPersonOf(await deps.table.get(operatorKeys.person(edit.name)))
    if (!kept) return refused('not_found')
    if (isSelf(kept, by)) return refused('own_operator')
    const event = eventFor(kept, edit)
    if (event === 'nothing') return ok(personOf(kept))
    if (event === 'not_enrolled') return refused('operator_not_enrolled')
    const after = { role: edit.role ?? kept.role, status: statusAfter(kept.status, event) }
    const now = deps.clock.now()
    const record = {
      id: deps.ids.id(),
      subject: deedSubjects.operator(edit.name),
      at: now,
      by,
      action: actions[event],
      detail: after.role,
      reason: edit.reason,
    }
    const committed = await commitDeed(deps, record, [
      personMoved(kept, event, after.role, now),
      ...adminsCounted(kept, after),
    ])
    if (committed.kind === 'committed') {
      ringForApprover(deps.alarm, kept, { ...after, name: kept.name })
      const statusAt = event === 'role_changed' ? {} : { statusAt: now }
      return ok({
        ...personOf(kept),
        ...after,
        ...statusAt,
        linkUntil: undefined,
        linkOpenedAt: undefined,
        ...{ epoch: kept.epoch + 1, epochAt: now },
      })
    }
    if (isBecause(committed.conflicts, LAST_ADMIN)) return refused('last_admin')
  }
  return refused('contended')
}
