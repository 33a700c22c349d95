import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import { certificationKeys, certificationLists } from '../keys.ts'
import type { Domain } from './domain.ts'
import { LONGEST_TYPED_DOMAIN } from './domain-name.ts'
import { domainOf } from './domain-store.ts'

/** A domain of the account, as it is written in an address; undefined where they never said that it is theirs. One call at most. */
export const findOwnDomain = async (
  table: Pick<Table, 'get'>,
  accountId: string,
  domain: string,
): Promise<Domain | undefined> => {
  if (domain === '' || domain.length > LONGEST_TYPED_DOMAIN) return undefined
  const item = await table.get(certificationKeys.domain(accountId, domain))
  return item && domainOf(item)
}

/** The domains of an account, by their names. One call. */
export const listDomains = async ({ table }: { table: Pick<Table, 'query'> }, accountId: string): Promise<Domain[]> =>
  (await queryAll(table, certificationLists.domains(accountId))).map(domainOf)
