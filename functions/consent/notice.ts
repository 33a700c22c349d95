import type { Notice } from './consent.ts'
import { faceWords } from './face-notice-text.ts'
import { noticeOf } from './notice-of.ts'
import { identityWords, type Processor, RECHECK } from './notice-text.ts'
import { papersWords } from './papers-notice-text.ts'
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

/** The notice on confirmation by face, which is agreed to apart. */
export const faceNoticeInForce = ({
  faceNotice: label,
  faceText: own,
  platform,
  face,
}: ConsentSettings & { platform: Processor; face: { vendors: readonly string[] } }): Notice =>
  noticeOf(faceWords, { label, own, platform, vendors: face.vendors })

/** The notice on papers that a person of ours looks at, which is agreed to apart; nobody is handed anything. */
export const papersNoticeInForce = ({
  papersNotice: label,
  papersText: own,
  platform,
}: ConsentSettings & { platform: Processor }): Notice => noticeOf(papersWords, { label, own, platform, vendors: [] })
