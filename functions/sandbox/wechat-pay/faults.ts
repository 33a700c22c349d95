import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { FileFault } from '../bill/faults.ts'
import type { WeChatPayErrorName } from './errors.ts'
import type { RefundEnd } from './order.ts'

/** What a fault makes of one call: it is refused, executed and then answered with an error, ends otherwise, … */
export type WeChatPayEffect =
  | { does: 'refuse'; error: WeChatPayErrorName }
  | { does: 'execute_then_refuse'; error: WeChatPayErrorName }
  | { does: 'sign_wrongly' }
  | { does: 'end_refund'; ends: RefundEnd; settlesMs?: Millis }
  /** The state of a refund is told in this word instead. */
  | { does: 'say_state'; word: string }
  | { does: 'spoil_bill'; file: FileFault }

const common = {
  error_500: { does: 'refuse', error: 'system_error' },
  error_429: { does: 'refuse', error: 'frequency_limited' },
  // Our account there lacks a permission, which only a person can mend.
  no_auth: { does: 'refuse', error: 'no_auth' },
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
    // Longer than any merchant waits without asking a person.
    never_ends: { does: 'end_refund', ends: 'SUCCESS', settlesMs: 365 * DAY },
  },
  wechat_pay_refund_query: {
    ...common,
    not_exists: { does: 'refuse', error: 'refund_not_exist' },
    unknown_state: { does: 'say_state', word: 'HELD' },
  },
  // Asking for the address of a trade or fund bill; the subject is the day, YYYYMMDD.
  wechat_pay_bill: {
    ...common,
    creating: { does: 'refuse', error: 'statement_creating' },
    not_exists: { does: 'refuse', error: 'no_statement' },
    damaged: { does: 'spoil_bill', file: 'damaged' },
    wrong_hash: { does: 'spoil_bill', file: 'wrong_hash' },
    wrong_totals: { does: 'spoil_bill', file: 'wrong_totals' },
    other_tills: { does: 'spoil_bill', file: 'other_tills' },
  },
  wechat_pay_bill_download: { error_500: common.error_500, error_429: common.error_429 },
  wechat_pay_complaint: { ...common, not_exists: { does: 'refuse', error: 'complaint_not_exist' } },
  wechat_pay_complaint_reply: { ...common, executed_then_500: { does: 'execute_then_refuse', error: 'system_error' } },
} as const satisfies Record<string, Record<string, WeChatPayEffect>>

export type WeChatPayTarget = keyof typeof wechatPayFaults
