import { HOUR, MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { PaymentChannel } from '../paying/provider.ts'
import type { Refund } from './refund.ts'

/** By how often the channel was asked. */
const WAITS: readonly Millis[] = [...Array<Millis>(6).fill(MINUTE), 5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE]

/** How long to wait before asking the channel again, after it was asked `steps` times. */
export const refundWait = (steps: number): Millis => WAITS[steps] ?? HOUR

/** How often the channel is asked about a refund that only a person can end: it may be paid out all the same. */
export const OPERATOR_PAUSE: Millis = 6 * HOUR

/** WeChat Pay wants a minute between two refunds of one order, Alipay three seconds between two of one trade: each has one, in rounds. */
const spacing: Record<PaymentChannel, Millis> = { wechat_pay: MINUTE, alipay: 3 * SECOND }

/** When a refund may be sent under its next number, after it may have been sent at `sentAt`. Epoch ms. */
export const spacedAfter = (channel: PaymentChannel, sentAt: Millis): Millis => sentAt + spacing[channel]

/** Whether the 24 hours in which the channel must have taken a refund are in danger; undefined while they are not. */
export const promiseAt = (
  { acceptedAt, dueSince }: Pick<Refund, 'acceptedAt' | 'dueSince'>,
  limits: { warnMs: Millis; alarmMs: Millis },
  now: Millis,
): 'refund_late' | 'refund_overdue' | undefined => {
  const waited = now - dueSince
  if (acceptedAt !== undefined || waited < limits.warnMs) return undefined
  return waited < limits.alarmMs ? 'refund_late' : 'refund_overdue'
}

/** Whether a refund that the channel does not end has had its time: `patienceMs` since the channel took it, or since it is owed. */
export const isTooLong = (
  { acceptedAt, roundSince, dueSince }: Pick<Refund, 'acceptedAt' | 'roundSince' | 'dueSince'>,
  { patienceMs }: { patienceMs: Millis },
  now: Millis,
): boolean => now - (acceptedAt ?? roundSince ?? dueSince) >= patienceMs

/** After the channel has closed it so often, a person decides whether it goes out once more. */
const ROUNDS_ALONE = 5

/** Whether a refund that the channel closed goes out under the next number by itself. */
export const isRenewable = ({ round }: Pick<Refund, 'round'>): boolean => round < ROUNDS_ALONE
