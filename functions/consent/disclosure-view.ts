import * as z from 'zod/mini'
import { type Language, languages } from '../../shared/kernel/language.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import type { GivenConsent } from './consent-store.ts'
import { bases, type Disclosure, dataItems, disclosureOutcomes, disclosurePurposes, purposes } from './permit.ts'
import { recipientNamed } from './recipients.ts'

const time = z.iso.datetime()

/** What somebody agreed to; GET /v1/consent-notices/{notice} shows what they read. */
export const consentShown = z.strictObject({
  id: z.string(),
  purpose: z.enum(purposes),
  items: z.array(z.enum(dataItems)),
  notice: z.string(),
  language: z.nullable(z.enum(languages)),
  sha256: z.nullable(z.string()),
  agreedAt: time,
})

/** Who got which of somebody's data, what for, on which basis, and what became of it. */
export const disclosureShown = z.strictObject({
  id: z.string(),
  at: time,
  recipient: z.strictObject({ vendor: z.string(), company: z.string(), service: z.string() }),
  items: z.array(z.enum(dataItems)),
  purpose: z.enum(disclosurePurposes),
  basis: z.enum(bases),
  consent: z.nullable(z.strictObject({ id: z.string(), notice: z.string() })),
  verificationId: z.nullable(z.string()),
  faceCheckId: z.nullable(z.string()),
  outcome: z.enum(disclosureOutcomes),
})

export const showConsent = (given: GivenConsent): z.infer<typeof consentShown> => {
  const { id, purpose, items, notice, language = null, sha256 = null, agreedAt } = given
  return { id, purpose, items: [...items], notice, language, sha256, agreedAt: rfc3339(agreedAt) }
}

/** As it is told in that language, which names the recipient. */
export const showDisclosure = (of: Disclosure, language: Language): z.infer<typeof disclosureShown> => {
  const { id, at, recipient, items, purpose, basis, consentId, notice, check = null, faceCheck = null, outcome } = of
  return {
    id,
    at: rfc3339(at),
    recipient: recipientNamed(recipient, purpose, language, items),
    items: [...items],
    purpose,
    basis,
    consent: consentId === undefined || notice === undefined ? null : { id: consentId, notice },
    verificationId: check,
    faceCheckId: faceCheck,
    outcome,
  }
}
