import type { Notice } from './consent.ts'
import { faceWords } from './face-notice-text.ts'
import { noticeOf } from './notice-of.ts'
import type { Processor } from './notice-text.ts'
import type { ConsentSettings } from './settings.ts'

/** The notice on confirmation by face, which is agreed to apart. */
export const faceNoticeInForce = ({
  faceNotice: label,
  faceText: own,
  platform,
  face,
}: ConsentSettings & { platform: Processor; face: { vendors: readonly string[] } }): Notice =>
  noticeOf(faceWords, { label, own, platform, vendors: face.vendors })
