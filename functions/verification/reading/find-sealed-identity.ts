import { isId } from '../../../shared/kernel/ids.ts'
import type { Table } from '../../../shared/table/table.ts'
import { owedKeys, papersKeys, verificationKeys } from '../keys.ts'
import { owedVerificationOf } from '../owed/owed-store.ts'
import type { PapersDocument } from '../papers/papers-kinds.ts'
import { papersOf } from '../papers/papers-store.ts'
import type { Verification } from '../verification.ts'
import { verificationOf } from '../verification-store.ts'

/** What an account is verified by, sealed, whether a machine or a person checked it. */
export type SealedIdentity = Pick<Verification, 'id' | 'accountId' | 'sealed' | 'consent'> & {
  document: PapersDocument | undefined
}

/** What is sealed under an id that an identity names; undefined where there is none. One call. */
export const findSealedIdentity = async (
  table: Pick<Table, 'getMany'>,
  accountId: string,
  id: string,
): Promise<SealedIdentity | undefined> => {
  if (!isId(id)) return undefined
  const [paid, papers, owed] = await table.getMany([
    verificationKeys.verification(accountId, id),
    papersKeys.papers(accountId, id),
    owedKeys.verification(accountId, id),
  ])
  if (paid) return { ...verificationOf(paid), document: undefined }
  if (owed) return { ...owedVerificationOf(owed), document: undefined }
  return papers && papersOf(papers)
}
