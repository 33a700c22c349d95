import { cardNoticeInForce } from './card-notice.ts'
import type { Notice } from './consent.ts'
import { documentNoticeInForce } from './document-notice.ts'
import { faceNoticeInForce } from './face-notice.ts'
import { noticeInForce } from './notice.ts'
import { papersNoticeInForce } from './papers-notice.ts'

type Settings = Parameters<typeof noticeInForce>[0] &
  Parameters<typeof faceNoticeInForce>[0] &
  Parameters<typeof documentNoticeInForce>[0]

/** Every notice that this deployment has people agree to now, apart from those of what nobody has to tell. */
export const noticesInForce = (settings: Settings): Notice[] =>
  [noticeInForce, faceNoticeInForce, papersNoticeInForce, cardNoticeInForce, documentNoticeInForce].map((of) =>
    of(settings),
  )
