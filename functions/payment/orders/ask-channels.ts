import type { Outcome } from '../../../shared/kernel/outcome.ts'
import { counted, tooOften } from '../../account/limits/limit-store.ts'
import { hourOf } from '../../account/limits/window.ts'
import type { PaymentAttempt } from '../paying/attempt-store.ts'
import { channelOf } from '../paying/methods.ts'
import { recordByQuery } from '../paying/record-by-query.ts'
import { type ChannelDeps, payable } from './close.ts'

/** `asksPerHour`: how often an account may have the channels asked. */
export type AskDeps = ChannelDeps & { settings: { orders: { asksPerHour: number } } }

/**
 * One more request to a channel that an account wants, counted before it is made: channels bound how often all of us ask them, and one
 * account is not to use that up. Refuses with `too_often`. One call.
 */
export const recordAsk = async (
  { table, clock, settings }: Pick<AskDeps, 'table' | 'clock' | 'settings'>,
  accountId: string,
): Promise<Outcome<never> | undefined> => {
  const window = hourOf(clock.now())
  const asked = await table.update(
    counted({ subject: `CHANNEL_ASKS#${accountId}`, window, limit: settings.orders.asksPerHour }),
  )
  return asked.kind === 'conflict' ? tooOften(asked.item) : undefined
}

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
    await recordByQuery(deps, found.fact)
    return 'paid'
  }
  return answer
}
