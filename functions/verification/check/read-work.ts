import type { Ids } from '../../../shared/kernel/ids.ts'
import { beijingDay, type Clock, type Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Secret } from '../../../shared/vault/secret.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { deedSubjects, doers } from '../../audit/deed.ts'
import type { Head } from '../../audit/head.ts'
import { headOf } from '../../audit/head-store.ts'
import { auditKeys } from '../../audit/keys.ts'
import { membershipKeys } from '../../membership/keys.ts'
import { membershipUntil } from '../../membership/membership-store.ts'
import type { ProofingSettings } from '../../proofing/settings.ts'
import { checkWork, owedKeys, verificationKeys } from '../keys.ts'
import { askingIn, type PlatformMethodName } from '../methods.ts'
import type { OwedEffect } from '../owed/owed-effect.ts'
import { type AnyVerification, isOwed } from '../owed/owed-verification.ts'
import type { PlatformCheckSettings } from '../owed/settings.ts'
import { openToHandOn } from '../reading/open-identity.ts'
import type { VerificationSettings } from '../settings.ts'
import type { Breakers, IdentityVendor } from '../vendors/choice.ts'
import { verificationOf } from '../verification-store.ts'
import { breakerKeys, breakersOf } from './breaker-store.ts'
import { type Check, checkOf, isLook } from './check-store.ts'
import { type Asked, askedOf, type Elements, type IdentityChecker, type Question } from './checker.ts'
import type { BreakerDeps } from './record-refusal.ts'

export type CheckDeps = BreakerDeps & {
  table: Table
  vault: Vault
  queue: Queue
  clock: Clock
  ids: Ids
  /** The identity vendors of this deployment, the most preferred first. */
  vendors: readonly IdentityVendor[]
  /** Those that are asked whether a number is still with whom it was proven of. */
  recheckers: readonly IdentityVendor[]
  /** `vendor.totalMs`: how long the call may take. */
  settings: VerificationSettings & PlatformCheckSettings & ProofingSettings & { vendor: { totalMs: Millis } }
  /** What asks a vendor, by its name. */
  checker: (vendor: string) => Promise<IdentityChecker>
  /** Waits before what the vendor answered is tried to be recorded once more. */
  pause: () => Promise<void>
  /** What the end of a check that the platform paid for means to whoever opened it, by its method. */
  owedEffect: (method: PlatformMethodName) => Promise<OwedEffect>
  /** Where people reach the pages. */
  publicUrl: string
  /** What an account is told by a message of ours. */
  told: Told
}

type Askable = readonly Pick<IdentityVendor, 'name'>[]
type WorkDeps = { table: Table; vendors: Askable; recheckers: Askable }

/** What the worker reads, in one call. `head`: where the account's chain in the audit has come to. */
export type Work = {
  check: Check
  verification: AnyVerification
  membershipUntil?: Millis
  breakers: Breakers
  head: Head
}

/** The same once the evidence is open: the record of that, which whoever hands any of it on writes before. */
export type Read = Work & { reading: AuditRecord }

/** How verifications that the platform pays for are kept: most workers only ever run checks that were paid for. */
export const owedStore = () => import('../owed/owed-store.ts')

/** The check a pointer names, with all that running it needs to know; undefined where there is none. One call. */
export const readWork = async (deps: WorkDeps, id: string): Promise<Work | undefined> => {
  const key = checkWork.keyOf(id)
  const [accountId, named = ''] = id.split('.')
  // A look is named by the verification it looks at, and its own number.
  const [verificationId] = named.split('#')
  if (!key || !accountId || !verificationId) return undefined
  const { vendors, recheckers } = deps
  const all = [...vendors, ...recheckers.filter(({ name }) => !vendors.some((one) => one.name === name))]
  const [check, paid, owed, membership, head, ...breakers] = await deps.table.getMany([
    key,
    verificationKeys.verification(accountId, verificationId),
    owedKeys.verification(accountId, verificationId),
    membershipKeys.membership(accountId),
    auditKeys.head(deedSubjects.account(accountId)),
    ...breakerKeys(all),
  ])
  const verification = paid ? verificationOf(paid) : owed && (await owedStore()).owedVerificationOf(owed)
  if (!check || !verification) return undefined
  return {
    check: checkOf(check),
    verification,
    membershipUntil: membershipUntil(membership),
    breakers: breakersOf(all, breakers),
    head: headOf(head),
  }
}

/** What a vendor is asked in a check. */
export const questionOf = ({ check, verification }: Work): Question =>
  isLook(check) ? 'phone_still_held' : askingIn(verification.method).question

/** The same about whoever is to be checked. */
export const askedIn = ({ check, verification }: Work, evidence: Secret<Elements>): Asked => {
  const elements = evidence.reveal()
  if (!isLook(check)) return askedOf(askingIn(verification.method).question, elements)
  return { question: 'phone_still_held', phone: elements.phone, since: beijingDay(check.provenAt) }
}

/** What is sealed of it: the number of a card where there is one. */
const attributesOf = (of: AnyVerification): readonly (keyof Elements)[] =>
  isOwed(of) && of.sealedCard !== undefined ? ['name', 'idNumber', 'phone', 'bankCard'] : ['name', 'idNumber', 'phone']

/** The elements to be checked, in plaintext in the memory of the worker; the record of that goes into the claim. One KMS call. */
export const openEvidence = async (
  deps: CheckDeps,
  work: Work,
): Promise<{ evidence: Secret<Elements>; work: Read }> => {
  const purpose = isLook(work.check) ? 'number_recheck' : 'vendor_check'
  const reading = { by: doers.service('verification-check'), purpose } as const
  const { opened, record } = await openToHandOn(deps, work.verification, reading, attributesOf(work.verification))
  return { evidence: opened, work: { ...work, reading: record } }
}
