import { queryAll } from '../../shared/table/query-all.ts'
import { readMany } from '../../shared/table/read-many.ts'
import type { Table } from '../../shared/table/table.ts'
import type { Item } from '../../shared/table/write.ts'
import { notedComplaintKey } from './complaint-store.ts'
import { complaintLists } from './keys.ts'

/**
 * The items of the complaints about orders of an account: those of which each order is known and theirs. Two calls, and two more for each
 * further hundred.
 */
export const findOfAccount = async (table: Pick<Table, 'query' | 'getMany'>, accountId: string): Promise<Item[]> =>
  readMany(table, (await queryAll(table, complaintLists.ofAccount(accountId))).map(notedComplaintKey))
