import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import type { HeldIdentity } from '../../gate/identity-store.ts'
import { isNumbered } from '../../person/document.ts'
import { findSealedIdentity } from './find-sealed-identity.ts'
import { openToHandOn, type Reading } from './open-identity.ts'

/** Whom an account is verified as, in the memory of whoever opened it; `record`: that it was. */
export type OpenedHolder = { name: string; idNumber: string; record: AuditRecord }

/**
 * Opens whom an account is verified as, to be handed on in a commit that holds the record; undefined where that is by a document without an ID
 * number, of which no machine can be asked. One table call, one to KMS.
 */
export const openHeldIdentity = async (
  deps: { table: Pick<Table, 'getMany'>; vault: Vault; clock: Clock; ids: Ids },
  accountId: string,
  { verificationId }: HeldIdentity,
  reading: Reading,
): Promise<OpenedHolder | undefined> => {
  const sealed = await findSealedIdentity(deps.table, accountId, verificationId)
  if (!sealed) throw new Error('an identity without its verification')
  if (sealed.document !== undefined && !isNumbered(sealed.document)) return undefined
  const { opened, record } = await openToHandOn(deps, sealed, reading, ['name', 'idNumber'])
  return { ...opened.reveal(), record }
}
