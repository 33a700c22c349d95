import type { PlatformEventOf } from '../../../clients/typescript/src/index.ts'
import { newId } from '../stage/world.ts'

/** What a verification that was paid for tells. */
export const verifiedData = (): PlatformEventOf<'verification.verified'>['data'] => ({
  verificationId: newId(),
  method: 'carrier_three_element',
  orderId: newId(),
})

/** A refund of an order. */
export const refundData = (orderId: string, refundFen: number): PlatformEventOf<'refund.succeeded'>['data'] => ({
  orderId,
  outRefundNo: newId(),
  refundFen,
  cause: 'verdict',
})
