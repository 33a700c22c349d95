import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Secret, secret } from '../../../shared/vault/secret.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { membershipKeys } from '../../membership/keys.ts'
import { membershipUntil } from '../../membership/membership-store.ts'
import { checkWork, verificationKeys } from '../keys.ts'
import type { Breakers, IdentityVendor } from '../vendors/choice.ts'
import type { Verification } from '../verification.ts'
import { EVIDENCE, verificationOf } from '../verification-store.ts'
import { breakerKeys, breakersOf } from './breaker-store.ts'
import { type Check, checkOf } from './check-store.ts'
import type { Elements } from './checker.ts'

type WorkDeps = { table: Table; vendors: readonly Pick<IdentityVendor, 'name'>[] }

/** What the worker reads, in one call. */
export type Work = { check: Check; verification: Verification; membershipUntil?: Millis; breakers: Breakers }

/** The check a pointer names, with all that running it needs to know; undefined where there is none. One call. */
export const readWork = async (deps: WorkDeps, id: string): Promise<Work | undefined> => {
  const key = checkWork.keyOf(id)
  const [accountId, verificationId] = id.split('.')
  if (!key || !accountId || !verificationId) return undefined
  const [check, verification, membership, ...breakers] = await deps.table.getMany([
    key,
    verificationKeys.verification(accountId, verificationId),
    membershipKeys.membership(accountId),
    ...breakerKeys(deps.vendors),
  ])
  if (!check || !verification) return undefined
  return {
    check: checkOf(check),
    verification: verificationOf(verification),
    membershipUntil: membershipUntil(membership),
    breakers: breakersOf(deps.vendors, breakers),
  }
}

/** The elements to be checked, in plaintext in the memory of the worker. One KMS call. */
export const openEvidence = async (
  deps: { vault: Vault },
  { id, accountId, sealed }: Verification,
): Promise<Secret<Elements>> => {
  const key = await deps.vault.openDataKey(sealed.wrappedKey, { account: accountId, verification: id })
  const open = (attribute: keyof Elements): string =>
    key.open({ dataSet: EVIDENCE, key: id, attribute }, sealed[attribute])
  try {
    return secret({ name: open('name'), idNumber: open('idNumber'), phone: open('phone') })
  } finally {
    key.forget()
  }
}
