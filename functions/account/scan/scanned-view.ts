import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { Scanned } from './mark-scan.ts'

/** What a phone is shown of a scanned code. */
export const scannedView = ({ purpose, browser, place, askedAt, expiresAt, whose }: Scanned) => ({
  purpose,
  browser: { name: browser.name ?? null, system: browser.system ?? null },
  place: place ?? null,
  askedAt: rfc3339(askedAt),
  expiresAt: rfc3339(expiresAt),
  account: whose
    ? { phone: whose.phone ?? null, externalId: whose.externalId ?? null, name: whose.name ?? null }
    : null,
  signedInAs: whose?.signedInAs ?? null,
})
