import type { PaymentAttempt } from '../paying/attempt-store.ts'
import { channelOf } from '../paying/methods.ts'
import { recordPayment } from '../paying/record-payment.ts'
import { type ChannelDeps, payable } from './close.ts'

/** Asks the channels about every attempt somebody may still pay; a payment they know of is a payment, notification or not. */
export const askChannels = async (
  deps: ChannelDeps,
  payments: readonly PaymentAttempt[],
): Promise<'paid' | 'unpaid' | 'unknown'> => {
  let answer: 'unpaid' | 'unknown' = 'unpaid'
  for (const attempt of payable(payments)) {
    const provider = await deps.provider(channelOf(attempt.request.method))
    const found = await provider.query(attempt.request.outTradeNo)
    if (found.kind === 'unavailable') answer = 'unknown'
    if (found.kind !== 'paid') continue
    await recordPayment(deps, found.fact)
    return 'paid'
  }
  return answer
}
