import type { Notice } from './consent.ts'
import { noticeOf } from './notice-of.ts'
import { identityWords, type Processor, RECHECK } from './notice-text.ts'
import type { ConsentSettings } from './settings.ts'

/** The notice on identity checks. */
export const noticeInForce = ({
  consentNotice: label,
  consentText: own,
  platform,
  identity,
  recheck,
}: ConsentSettings & {
  platform: Processor
  identity: { vendors: readonly string[] }
  recheck: { afterMs: number; vendors: readonly string[] }
}): Notice => {
  // A text of the deployer's own says it where it has a place for it.
  const says = (own.zh === '' && own.en === '') || (own.zh.includes(RECHECK) && own.en.includes(RECHECK))
  const recheckers = recheck.afterMs > 0 && says ? recheck.vendors : []
  return noticeOf(identityWords, { label, own, platform, vendors: identity.vendors, recheckers })
}
