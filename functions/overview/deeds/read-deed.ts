import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { auditOf } from '../../audit/audit-store.ts'
import type { ChainedRecord } from '../../audit/chain.ts'
import { findEntry } from '../../audit/find-entry.ts'
import { auditKeys } from '../../audit/keys.ts'
import { notedRootOf } from '../../audit/roots/root-store.ts'
import type { NotedRoot } from '../../audit/roots/seal.ts'

/** A record, with the root of its day where that has one. */
export type WholeDeed = { record: ChainedRecord; root?: NotedRoot }

/** A record by its id. Refuses with `not_found`. A table call for each hundred records of the minute it is of, and one. */
export const readDeed = async (
  deps: { table: Pick<Table, 'query' | 'getMany'> },
  id: string,
): Promise<Outcome<WholeDeed>> => {
  const entry = isId(id) ? await findEntry(deps, id) : undefined
  if (!entry) return refused('not_found')
  const { subject, n, day } = entry
  const [item, root] = await deps.table.getMany([auditKeys.record(subject, n), auditKeys.root(day)])
  if (!item) return refused('not_found')
  return ok({ record: auditOf(item), root: root && notedRootOf(root) })
}
