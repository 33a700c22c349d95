import type { Language } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Put, Write } from '../../../shared/table/write.ts'
import { consentTo, type KeptConsent, type Notice } from '../../consent/consent.ts'
import { consentCaughtUp, consentGiven, consentStands } from '../../consent/consent-store.ts'
import type { AnyVerification } from '../owed/owed-verification.ts'
import { consentFor } from './given-consent.ts'

/** What is agreed to with a submission by whoever is shown a notice in that language, which names these vendors. */
export const agreed = (
  notice: Notice,
  language: Language,
  now: Millis,
  vendors: readonly { name: string }[],
): KeptConsent => ({
  ...consentTo(notice, language, now),
  recipients: vendors.map(({ name }) => name),
  ...(notice.recheckers?.length && { recheckers: [...notice.recheckers] }),
  onRecord: true,
})

/** What was agreed to with a submission goes on record. Belongs in its commit. */
export const consentRecorded = (verification: AnyVerification): Put => consentGiven(consentFor(verification))

/** The check may hand on what was agreed to; what was agreed to before there were records gets its record now. */
export const consentHeld = (verification: AnyVerification): Write => {
  const consent = consentFor(verification)
  return verification.consent.onRecord ? consentStands(consent) : consentCaughtUp(consent)
}
