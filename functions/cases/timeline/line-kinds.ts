/** What a line of an account's time line is about. */
export const lineKinds = [
  'verification',
  'order',
  'payment',
  'refund',
  'vendor_call',
  'face_check',
  'card',
  'document',
  'app',
  'applicant',
  'application',
  'consent',
  'disclosure',
  'message',
  'ban',
  'appeal',
  'complaint',
  'deed',
] as const
export type LineKind = (typeof lineKinds)[number]
