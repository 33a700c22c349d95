import type { PlatformEventOf } from '../../../clients/typescript/src/index.ts'
import { newId } from '../stage/world.ts'

/** What a verification that was paid for tells. */
export const verifiedData = (): PlatformEventOf<'verification.verified'>['data'] => ({
  verificationId: newId(),
  method: 'carrier_three_element',
  orderId: newId(),
})

/** What one that the platform paid for tells: no order, but the card that it was about. */
export const cardVerifiedData = (): PlatformEventOf<'verification.verified'>['data'] => {
  const id = newId()
  return { verificationId: id, method: 'bank_card', about: { kind: 'card', id } }
}

/** A refund of an order. */
export const refundData = (orderId: string, refundFen: number): PlatformEventOf<'refund.succeeded'>['data'] => ({
  orderId,
  outRefundNo: newId(),
  refundFen,
  cause: 'verdict',
})
