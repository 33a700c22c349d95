import type { Notice } from './consent.ts'
import { noticeOf } from './notice-of.ts'
import type { Processor } from './notice-text.ts'
import { papersWords } from './papers-notice-text.ts'
import type { ConsentSettings } from './settings.ts'

/** The notice on papers that a person of ours looks at, which is agreed to apart; nobody is handed anything. */
export const papersNoticeInForce = ({
  papersNotice: label,
  papersText: own,
  platform,
}: ConsentSettings & { platform: Processor }): Notice => noticeOf(papersWords, { label, own, platform, vendors: [] })
