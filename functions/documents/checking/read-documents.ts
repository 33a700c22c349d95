import type { Table } from '../../../shared/table/table.ts'
import type { Proof } from '../../evidence/evidence.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { Document } from './document.ts'
import { documentOf } from './document-store.ts'
import { documentKeys, documentLists } from './keys.ts'

/** So many of an account are listed. */
const LISTED = 50

/** The documents an account has handed in, the newest first, and what is proven of it. Two calls at once. */
export const readDocuments = async (
  { table }: { table: Pick<Table, 'query' | 'get'> },
  accountId: string,
): Promise<{ documents: Document[]; proofs: readonly Proof[] }> => {
  const [page, identity] = await Promise.all([
    table.query({ ...documentLists.documents(accountId), limit: LISTED, newestFirst: true }),
    table.get(gateKeys.identity(accountId)),
  ])
  return { documents: page.items.map(documentOf), proofs: heldIdentity(identity)?.proofs ?? [] }
}

/** A document, with what is proven of its account by now. */
export type DocumentRead = { document: Document; proofs: readonly Proof[] }

/** One of them; undefined where there is none of that id. One call. */
export const readOneDocument = async (
  { table }: { table: Pick<Table, 'getMany'> },
  accountId: string,
  id: string,
): Promise<DocumentRead | undefined> => {
  const [item, identity] = await table.getMany([documentKeys.document(accountId, id), gateKeys.identity(accountId)])
  return item && { document: documentOf(item), proofs: heldIdentity(identity)?.proofs ?? [] }
}
