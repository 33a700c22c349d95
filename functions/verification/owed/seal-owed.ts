import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { indexLastFour } from '../../account/numbers/index-last-four.ts'
import type { Notice } from '../../consent/consent.ts'
import { maskIdNumber, maskName, maskPhone } from '../../person/masking.ts'
import type { Elements } from '../check/checker.ts'
import { agreed } from '../submission/given-consent-store.ts'
import { identityIndexes, indexedAs } from '../submission/index-person.ts'
import type { OwedVerification } from './owed-verification.ts'
import { sealElements } from './seal-elements.ts'

type SealDeps = { vault: Vault; ids: Ids; clock: Clock; vendors: Parameters<typeof agreed>[3] }

/** Who is asked about, in which way, and what they agreed to in which language. */
export type OwedAsked = Pick<OwedVerification, 'accountId' | 'method'> & {
  language: Language
  notice: Notice
  elements: Elements
}

/**
 * What a verification that the platform pays for is made of, whatever it is about: what is compared sealed under a data key of its own, masked, and
 * indexed. Its numbers are looked at later by nobody. Two KMS calls, one more for each version of the key that people are indexed under.
 */
export const sealOwedVerification = async (
  { vault, ids, clock, vendors }: SealDeps,
  { accountId, method, language, notice, elements }: OwedAsked,
): Promise<Omit<OwedVerification, 'subject'>> => {
  const now = clock.now()
  const id = ids.id()
  const { name, idNumber, phone } = elements
  return {
    ...{ id, accountId, method, status: 'queued', createdAt: now },
    consent: agreed({ ...notice, recheckers: [] }, language, now, vendors),
    maskedName: maskName(name),
    maskedIdNumber: maskIdNumber(idNumber),
    maskedPhone: maskPhone(phone),
    ...(await sealElements(vault, { account: accountId, verification: id }, elements)),
    ...indexedAs(identityIndexes(await vault.macs(idNumber), elements)),
    lastFourIndex: await indexLastFour(vault, accountId, idNumber),
  }
}
