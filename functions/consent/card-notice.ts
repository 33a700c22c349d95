import { cardWords } from './card-notice-text.ts'
import type { Notice } from './consent.ts'
import { noticeOf } from './notice-of.ts'
import type { Processor } from './notice-text.ts'
import type { ConsentSettings } from './settings.ts'

/** The notice on the check of a bank card, which is agreed to apart. */
export const cardNoticeInForce = ({
  cardNotice: label,
  cardText: own,
  platform,
  identity,
}: ConsentSettings & { platform: Processor; identity: { vendors: readonly string[] } }): Notice =>
  noticeOf(cardWords, { label, own, platform, vendors: identity.vendors })
