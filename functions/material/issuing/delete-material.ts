import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Table } from '../../../shared/table/table.ts'
import { materialKeys, materialWork } from '../keys.ts'
import { statusAt } from '../material.ts'
import { materialExpired, materialGivenUp } from '../material-store.ts'
import { findMaterial } from './find-material.ts'

/**
 * An account deletes a picture of its own that is part of nothing: from the same write on nobody opens it, and its file goes at once; of one
 * that was not uploaded yet nothing is taken any more.
 * Refuses with `not_found`, and with `material_unusable` while it is being looked at or where it is part of a case. Two table calls.
 */
export const deleteMaterial = async (
  deps: { table: Pick<Table, 'get' | 'update'>; queue: Queue; clock: Clock },
  accountId: string,
  id: string,
): Promise<Outcome<undefined>> => {
  const found = await findMaterial(deps.table, accountId, id)
  if (!found) return refused('not_found')
  const now = deps.clock.now()
  const status = statusAt(found, now)
  if (status === 'forgotten' || status === 'refused' || status === 'expired') return ok(undefined)
  const written = await deps.table.update(status === 'awaiting' ? materialExpired(found) : materialGivenUp(found, now))
  if (written.kind === 'conflict') return refused('material_unusable')
  await deps.queue.wake([materialWork.pointerTo(materialKeys.material(id))])
  return ok(undefined)
}
