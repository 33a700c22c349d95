import type { Table } from '../../../shared/table/table.ts'
import { applicationKeys } from '../keys.ts'
import type { AccountProof } from './proof.ts'
import { proofIn } from './proof-store.ts'

/** How the account of an applicant is proven; undefined where nobody asked for that. One call. */
export const findProof = async (
  { table }: { table: Pick<Table, 'get'> },
  { accountId, id }: { accountId: string; id: string },
): Promise<AccountProof | undefined> => proofIn(await table.get(applicationKeys.accountProof(accountId, id)))
