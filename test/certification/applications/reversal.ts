import { absorbForcedRefund, type ForcedRefund } from '../../../functions/payment/refunds/absorb-forced-refund.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import { type Applied, applicationAt, follows } from './applying.ts'

/** The whole fee goes back at the channel, which nobody asked for. */
export const reversalOf = (at: ReviewWorld, of: Applied): ForcedRefund => {
  const { paid } = applicationAt(at, of)
  if (!paid) throw new Error('nothing was paid')
  const { channel, outTradeNo, paidFen: fen } = paid
  return { channel, outTradeNo, channelRefundId: 'by-itself', fen, at: at.time.now }
}

/** That is heard of, and whoever sees to the application comes by. */
export const givesBackByItself = (of: Applied, reversal: ForcedRefund) => async (at: ReviewWorld) => {
  await absorbForcedRefund(at, reversal)
  return ok(await follows(of)(at))
}
