import type { Notice } from './consent.ts'
import { furtherWords } from './further-notice-text.ts'
import { noticeOf } from './notice-of.ts'
import type { Processor } from './notice-text.ts'
import type { ConsentSettings } from './settings.ts'

/** The notice on further information that users give of their own will; nobody is handed anything. */
export const furtherNoticeInForce = ({
  furtherNotice: label,
  furtherText: own,
  platform,
}: ConsentSettings & { platform: Processor }): Notice => noticeOf(furtherWords, { label, own, platform, vendors: [] })
