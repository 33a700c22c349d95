import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { clearingKeys } from '../keys.ts'
import type { Business } from './business.ts'
import { businessesIn } from './business-store.ts'

type Reading = { table: Pick<Table, 'get'> }

/** All businesses of the platform, in the order of their codes. One read. */
export const listBusinesses = async ({ table }: Reading): Promise<Business[]> => [
  ...businessesIn(await table.get(clearingKeys.businesses())).values(),
]

/** One of them. Refuses with `not_found`. One read. */
export const findBusiness = async ({ table }: Reading, code: string): Promise<Outcome<Business>> => {
  const found = businessesIn(await table.get(clearingKeys.businesses())).get(code)
  return found ? ok(found) : refused('not_found')
}
