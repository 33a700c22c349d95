import { cardNoticeInForce } from './card-notice.ts'
import { companyNoticeInForce } from './company-notice.ts'
import type { Notice } from './consent.ts'
import { documentNoticeInForce } from './document-notice.ts'
import { faceNoticeInForce } from './face-notice.ts'
import { noticeInForce } from './notice.ts'
import { papersNoticeInForce } from './papers-notice.ts'

type Settings = Parameters<typeof noticeInForce>[0] &
  Parameters<typeof faceNoticeInForce>[0] &
  Parameters<typeof documentNoticeInForce>[0] &
  Parameters<typeof companyNoticeInForce>[0]

/**
 * Every notice that this deployment has people agree to now, apart from those of what nobody has to tell. `readers`: the vendors that are handed
 * photos of cards to read them.
 */
export const noticesInForce = (settings: Settings, readers: readonly string[]): Notice[] => [
  ...[noticeInForce, faceNoticeInForce, papersNoticeInForce, cardNoticeInForce, companyNoticeInForce].map((of) =>
    of(settings),
  ),
  documentNoticeInForce(settings, readers),
]
