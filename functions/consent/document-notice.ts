import type { Notice } from './consent.ts'
import { documentWords } from './document-notice-text.ts'
import { noticeOf } from './notice-of.ts'
import type { Processor } from './notice-text.ts'
import type { ConsentSettings } from './settings.ts'

/**
 * The notice on the check of an identity card by its photos, which is agreed to apart. `readers`: the vendors that are sent the photos to read
 * them; none where they are read in the house.
 */
export const documentNoticeInForce = (
  {
    documentNotice: label,
    documentText: own,
    platform,
    identity,
  }: ConsentSettings & { platform: Processor; identity: { vendors: readonly string[] } },
  readers: readonly string[] = [],
): Notice => noticeOf(documentWords(readers), { label, own, platform, vendors: identity.vendors })
