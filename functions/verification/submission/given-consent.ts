import type { Consent } from '../../consent/consent.ts'
import { type Given, itemsOf } from '../../consent/permit.ts'
import type { Verification } from '../verification.ts'

/** The consent a verification was submitted with: it has that of nothing else, and so its number. */
export const consentFor = ({
  id,
  accountId,
  consent: { onRecord: _kept, ...consent },
}: Pick<Verification, 'id' | 'accountId' | 'consent'>): Given & Consent => ({
  id,
  accountId,
  purpose: 'identity_check',
  items: itemsOf.identity_check,
  ...consent,
})
