import type { Table } from '../../../shared/table/table.ts'
import type { ReviewCase } from './case.ts'
import { caseRefIn } from './case-id.ts'
import { caseOf, keyOf } from './case-store.ts'

/** A case by its name, as it was written last; none of what is no name. One read. */
export const findCase = async (table: Pick<Table, 'get'>, name: string): Promise<ReviewCase | undefined> => {
  const ref = caseRefIn(name)
  const item = ref && (await table.get(keyOf(ref)))
  return item && caseOf(item)
}
