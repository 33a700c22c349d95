import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { domainRemoved } from './domain-store.ts'
import { findOwnDomain } from './find-domain.ts'

/** W2 a domain is no matter of the account any more. Refuses with `not_found` and `contended`. Two table calls. */
export const deleteDomain = async (
  { table }: { table: Pick<Table, 'get' | 'commit'> },
  accountId: string,
  name: string,
): Promise<Outcome<undefined>> => {
  const domain = await findOwnDomain(table, accountId, name)
  if (!domain) return refused('not_found')
  const committed = await table.commit(domainRemoved(domain))
  return committed.kind === 'committed' ? ok(undefined) : refused('contended')
}
