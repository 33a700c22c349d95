import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { WeChatPayErrorName } from './errors.ts'
import type { RefundEnd } from './order.ts'

/** What a fault makes of one call: it is refused, executed and then answered with an error, ends otherwise, … */
export type WeChatPayEffect =
  | { does: 'refuse'; error: WeChatPayErrorName }
  | { does: 'execute_then_refuse'; error: WeChatPayErrorName }
  | { does: 'sign_wrongly' }
  | { does: 'end_refund'; ends: RefundEnd; settlesMs?: Millis }

const common = {
  error_500: { does: 'refuse', error: 'system_error' },
  error_429: { does: 'refuse', error: 'frequency_limited' },
  wrong_signature: { does: 'sign_wrongly' },
} as const satisfies Record<string, WeChatPayEffect>

/** Modes by target, as POST /sandbox/faults takes them. */
export const wechatPayFaults = {
  wechat_pay_create: { ...common, executed_then_500: { does: 'execute_then_refuse', error: 'system_error' } },
  wechat_pay_query: { ...common, not_exists: { does: 'refuse', error: 'order_not_exist' } },
  wechat_pay_close: { ...common, executed_then_500: { does: 'execute_then_refuse', error: 'system_error' } },
  wechat_pay_refund: {
    ...common,
    executed_then_500: { does: 'execute_then_refuse', error: 'system_error' },
    executed_then_429: { does: 'execute_then_refuse', error: 'frequency_limited' },
    not_enough: { does: 'refuse', error: 'not_enough' },
    user_account_abnormal: { does: 'refuse', error: 'user_account_abnormal' },
    // Reported of really paid orders asked for by out_trade_no; the identical repeat succeeds.
    not_exists: { does: 'refuse', error: 'nothing_paid' },
    closed: { does: 'end_refund', ends: 'CLOSED' },
    abnormal: { does: 'end_refund', ends: 'ABNORMAL' },
    // To a bank card a refund takes up to three working days.
    stay_processing: { does: 'end_refund', ends: 'SUCCESS', settlesMs: 3 * DAY },
  },
  wechat_pay_refund_query: { ...common, not_exists: { does: 'refuse', error: 'refund_not_exist' } },
} as const satisfies Record<string, Record<string, WeChatPayEffect>>

export type WeChatPayTarget = keyof typeof wechatPayFaults

/** How a notification may go astray, by mode of the target `wechat_pay_notification`. */
export const notificationFaults = {
  drop: { drop: true },
  duplicate: { duplicates: 1 },
  signtest: { probe: true },
} as const
