import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { accountKeys } from '../keys.ts'
import { isBanned } from './ban-store.ts'

/**
 * P12 refuses an account that is banned before anything else is looked at, so that it hears of nothing but that. Whoever writes says it again in
 * the commit (`notBanned`). One call.
 */
export const refuseBan = async (
  { table }: { table: Pick<Table, 'get'> },
  accountId: string,
): Promise<Outcome<undefined>> =>
  isBanned(await table.get(accountKeys.profile(accountId))) ? refused('banned') : ok(undefined)
