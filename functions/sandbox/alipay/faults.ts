import type { FileFault } from '../bill/faults.ts'
import type { AlipayErrorName } from './errors.ts'

/** What a fault makes of one call. */
export type AlipayEffect =
  | { does: 'refuse'; error: AlipayErrorName }
  | { does: 'execute_then_refuse'; error: AlipayErrorName }
  /** A signature over other bytes, or none at all. */
  | { does: 'sign_wrongly' }
  | { does: 'leave_unsigned' }
  /** A page of whoever stands before the gateway, instead of an answer. */
  | { does: 'break' }
  /** 10000, but the money moves later. */
  | { does: 'pend_refund' }
  /** 10000, but nothing was done at all. */
  | { does: 'only_accept' }
  /** 10000 without a word about the refund. */
  | { does: 'hide_refund' }
  /** A refund is found, and its state told in this word; null: in none. */
  | { does: 'say_state'; word: string | null }
  | { does: 'spoil_bill'; file: FileFault }

const common = {
  error_20000: { does: 'refuse', error: 'unavailable' },
  error_40005: { does: 'refuse', error: 'call_limited' },
  // Our account there lacks a permission, which only a person can mend.
  error_40006: { does: 'refuse', error: 'no_permission' },
  system_error: { does: 'refuse', error: 'system_error' },
  http_502: { does: 'break' },
  wrong_signature: { does: 'sign_wrongly' },
  no_signature: { does: 'leave_unsigned' },
} as const satisfies Record<string, AlipayEffect>

const executed = {
  executed_then_20000: { does: 'execute_then_refuse', error: 'unavailable' },
  executed_then_system_error: { does: 'execute_then_refuse', error: 'system_error' },
} as const satisfies Record<string, AlipayEffect>

/** Modes by target, as POST /sandbox/faults takes them. */
export const alipayFaults = {
  alipay_create: { ...common, ...executed },
  alipay_query: { ...common, not_exists: { does: 'refuse', error: 'trade_not_exist' } },
  alipay_close: {
    ...common,
    ...executed,
    not_exists: { does: 'refuse', error: 'trade_not_exist' },
    status_error: { does: 'refuse', error: 'trade_status_error' },
  },
  alipay_refund: {
    ...common,
    ...executed,
    not_exists: { does: 'refuse', error: 'trade_not_exist' },
    balance_not_enough: { does: 'refuse', error: 'seller_balance' },
    has_finished: { does: 'refuse', error: 'trade_has_finished' },
    not_allowed: { does: 'refuse', error: 'trade_not_allow_refund' },
    frozen: { does: 'refuse', error: 'trade_frozen' },
    fee_error: { does: 'refuse', error: 'refund_fee_error' },
    discordant: { does: 'refuse', error: 'refund_discordant' },
    pending: { does: 'pend_refund' },
    only_accepted: { does: 'only_accept' },
  },
  alipay_refund_query: {
    ...common,
    not_exists: { does: 'refuse', error: 'trade_not_exist' },
    hidden: { does: 'hide_refund' },
    stay_processing: { does: 'say_state', word: 'REFUND_PROCESSING' },
    failed: { does: 'say_state', word: 'REFUND_FAIL' },
    unknown_state: { does: 'say_state', word: 'REFUND_HELD' },
    no_state: { does: 'say_state', word: null },
  },
  // Asking for the address of a bill; the subject is the day, YYYYMMDD.
  alipay_bill: {
    ...common,
    not_exists: { does: 'refuse', error: 'bill_not_exist' },
    damaged: { does: 'spoil_bill', file: 'damaged' },
    wrong_totals: { does: 'spoil_bill', file: 'wrong_totals' },
    other_tills: { does: 'spoil_bill', file: 'other_tills' },
  },
} as const satisfies Record<string, Record<string, AlipayEffect>>

export type AlipayTarget = keyof typeof alipayFaults
