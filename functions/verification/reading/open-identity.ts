import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Secret, secret } from '../../../shared/vault/secret.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { type Doer, deedSubjects } from '../../audit/deed.ts'
import type { ReadPurpose } from '../../audit/reading.ts'
import type { Elements } from '../check/checker.ts'
import type { Verification } from '../verification.ts'
import { EVIDENCE } from '../verification-store.ts'

/** Who opens what somebody's identity is, for what, and in which words of their own. */
export type Reading = { by: Doer; purpose: ReadPurpose; reason?: string }

/** `sealedCard`: the number of a bank card, while it is still to be checked. */
type Sealed = Pick<Verification, 'id' | 'accountId' | 'sealed'> & { sealedCard?: string }
type Means = { vault: Vault; clock: Clock; ids: Ids }
type Opened<A extends keyof Elements> = Secret<Pick<Elements, A>>

const recordOf = (
  { clock, ids }: Means,
  { id, accountId }: Sealed,
  { by, purpose, reason = '' }: Reading,
  attributes: readonly string[],
): AuditRecord => ({
  id: ids.id(),
  subject: deedSubjects.account(accountId),
  at: clock.now(),
  by,
  action: 'identity_read',
  detail: id,
  purpose,
  fields: attributes.toSorted().join(' '),
  reason,
})

const open = async <A extends keyof Elements>(
  { vault }: Means,
  { id, accountId, sealed, sealedCard }: Sealed,
  attributes: readonly A[],
): Promise<Opened<A>> => {
  const key = await vault.openDataKey(sealed.wrappedKey, { account: accountId, verification: id })
  try {
    const kept: Partial<Record<keyof Elements, string>> = { ...sealed, ...(sealedCard && { bankCard: sealedCard }) }
    const opened = attributes.map((attribute) => {
      const value = kept[attribute]
      if (value === undefined) throw new Error(`nothing is sealed as ${attribute}`)
      return [attribute, key.open({ dataSet: EVIDENCE, key: id, attribute }, value)]
    })
    return secret(Object.fromEntries(opened))
  } finally {
    key.forget()
  }
}

/**
 * Opens what somebody's identity is, in the memory of whoever reads it, after the record of that is written. Nothing of it is opened
 * where the record cannot be. Two table calls, one KMS call.
 */
export const openIdentity = async <A extends keyof Elements>(
  means: Means & { table: Pick<Table, 'getMany' | 'commit'> },
  of: Sealed,
  reading: Reading,
  attributes: readonly A[],
): Promise<Opened<A>> => {
  await commitDeed(means, recordOf(means, of, reading, attributes), [])
  return open(means, of, attributes)
}

/**
 * The same for whoever hands it on in a commit of their own: the record goes into that commit, and nothing of what was opened leaves
 * the memory of the function before. Where there is no such commit it is forgotten, and nobody was told anything. One KMS call.
 */
export const openToHandOn = async <A extends keyof Elements>(
  means: Means,
  of: Sealed,
  reading: Reading,
  attributes: readonly A[],
): Promise<{ opened: Opened<A>; record: AuditRecord }> => ({
  opened: await open(means, of, attributes),
  record: recordOf(means, of, reading, attributes),
})
