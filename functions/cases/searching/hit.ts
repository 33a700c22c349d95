import type { PaymentChannel } from '../../payment/paying/provider.ts'

/** What a search can find. */
export const hitKinds = [
  'account',
  'order',
  'payment',
  'refund',
  'complaint',
  'verification',
  'face_check',
  'app',
  'applicant',
  'application',
  'certificate',
  'message',
  'proposal',
  'deed',
] as const
export type HitKind = (typeof hitKinds)[number]

/**
 * Something found, without anything of who it is about. `id`: what it is called by its own kind: of a payment its number at the channel, of
 * a refund its name. `accountId`: undefined where nobody knows whose it is.
 */
export type Hit = { kind: HitKind; id: string; accountId?: string; orderId?: string; channel?: PaymentChannel }

/** Each once, in their order. */
export const eachOnce = (hits: readonly Hit[]): Hit[] => [
  ...new Map(hits.map((hit) => [`${hit.kind} ${hit.channel ?? ''} ${hit.id}`, hit])).values(),
]
