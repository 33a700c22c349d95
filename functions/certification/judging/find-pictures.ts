import { isId } from '../../../shared/kernel/ids.ts'
import { type FieldError, type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { materialKeys } from '../../material/keys.ts'
import { isFree, type Material, statusAt } from '../../material/material.ts'
import { materialOf } from '../../material/material-store.ts'
import type { ApplicationMaterial } from '../applications/application.ts'

type FindDeps = { table: Pick<Table, 'getMany'>; clock: Clock }

/**
 * The pictures of those ids, each once: taken, of the account, and part of nothing but the application `of`. Refuses with `material_unusable`, each at its
 * place. One call.
 */
export const findPictures = async (
  { table, clock }: FindDeps,
  accountId: string,
  ids: readonly string[],
  of: string | undefined,
): Promise<Outcome<ApplicationMaterial[]>> => {
  const each = [...new Set(ids)]
  const known = each.filter(isId)
  const items = known.length === 0 ? [] : await table.getMany(known.map(materialKeys.material))
  const now = clock.now()
  const found = new Map<string, Material>(items.flatMap((item) => (item ? [[String(item.id), materialOf(item)]] : [])))
  const isUsable = (one: Material | undefined): one is Material =>
    one !== undefined &&
    (isFree(one, accountId, now) ||
      (one.accountId === accountId && of !== undefined && one.usedBy === of && statusAt(one, now) === 'stored'))
  const fields: FieldError[] = each.flatMap((id, at) =>
    isUsable(found.get(id)) ? [] : [{ pointer: `/materials/${at}`, code: 'material_unusable' }],
  )
  if (fields.length > 0) return refused('material_unusable', { fields })
  return ok(each.flatMap((id) => found.get(id) ?? []).map(({ id, kind }) => ({ id, kind })))
}
