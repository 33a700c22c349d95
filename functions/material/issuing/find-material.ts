import { isId } from '../../../shared/kernel/ids.ts'
import type { Table } from '../../../shared/table/table.ts'
import { materialKeys } from '../keys.ts'
import type { Material } from '../material.ts'
import { materialOf } from '../material-store.ts'

/** A material of an account by its id; undefined where there is none, or it is another's. One call; none for what is no id. */
export const findMaterial = async (
  table: Pick<Table, 'get'>,
  accountId: string,
  id: string,
): Promise<Material | undefined> => {
  const item = isId(id) ? await table.get(materialKeys.material(id)) : undefined
  const found = item && materialOf(item)
  return found?.accountId === accountId ? found : undefined
}
