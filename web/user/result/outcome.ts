import type { Verification } from 'shiming-client'
import type { Millis } from '../../../shared/kernel/time.ts'
import { isMoving } from '../money/is-moving.ts'
import { isOpen } from '../verify/way.ts'

type Status = Verification['status']
type Reason = NonNullable<Verification['reason']>

/** How a verification stands, as its person is told: its status, and of those that have reasons the reason. */
export type Outcome =
  | Exclude<Status, 'undetermined' | 'cancelled'>
  // Not paid, and too late to begin; the order ends a minute later, and a payment of the last moment may still come.
  | 'payment_over'
  | 'given_up'
  | 'wrong_amount'
  | 'banned'
  | 'data_just_checked'
  | 'result_unknown'
  | 'vendor_unavailable'
  | 'service_fault'
  | 'vendor_daily_limit'
  | 'vendor_refused'
  | 'number_unsupported'
  | 'data_unsupported'

/** What there is to do about it. */
export type Next = 'pay' | 'wait' | 'go_on' | 'correct' | 'again' | 'other_number' | 'other_data' | 'support' | 'appeal'

type Tone = 'info' | 'good' | 'warn'

/** How an outcome looks, and what comes next. A person who can be asked is named, but where it went well or is only to be paid. */
export const outcomes: Readonly<Record<Outcome, { tone: Tone; next: Next }>> = {
  awaiting_payment: { tone: 'info', next: 'pay' },
  payment_over: { tone: 'info', next: 'wait' },
  queued: { tone: 'info', next: 'wait' },
  checking: { tone: 'info', next: 'wait' },
  verified: { tone: 'good', next: 'go_on' },
  mismatch: { tone: 'warn', next: 'correct' },
  no_record: { tone: 'warn', next: 'other_number' },
  identity_in_use: { tone: 'warn', next: 'support' },
  expired: { tone: 'info', next: 'again' },
  given_up: { tone: 'info', next: 'again' },
  wrong_amount: { tone: 'warn', next: 'again' },
  banned: { tone: 'warn', next: 'appeal' },
  data_just_checked: { tone: 'warn', next: 'correct' },
  result_unknown: { tone: 'warn', next: 'again' },
  vendor_unavailable: { tone: 'warn', next: 'again' },
  service_fault: { tone: 'warn', next: 'again' },
  vendor_daily_limit: { tone: 'warn', next: 'again' },
  vendor_refused: { tone: 'warn', next: 'again' },
  number_unsupported: { tone: 'warn', next: 'other_number' },
  data_unsupported: { tone: 'warn', next: 'other_data' },
}

const byReason: Readonly<Record<Reason, Outcome>> = {
  cancelled_by_user: 'given_up',
  wrong_amount_paid: 'wrong_amount',
  identity_in_use: 'identity_in_use',
  account_banned: 'banned',
  data_just_checked: 'data_just_checked',
  vendor_unavailable: 'vendor_unavailable',
  result_unknown: 'result_unknown',
  service_fault: 'service_fault',
  number_segment_unsupported: 'number_unsupported',
  data_unsupported: 'data_unsupported',
  // Of checks that began with whom the account was, and it was somebody else by their end: no order's is.
  identity_changed: 'service_fault',
  // Of cards that are handed in: no order's is.
  document_expired: 'service_fault',
  vendor_daily_limit: 'vendor_daily_limit',
  vendor_refused: 'vendor_refused',
}

/** What is looked at of a verification; in a list the order is not there. */
type Told = Pick<Verification, 'status' | 'reason'> & { order?: Pick<Verification['order'], 'expiresAt'> }

/** How it stands at `now` (epoch ms). */
export const outcomeOf = ({ status, reason, order }: Told, now: Millis): Outcome => {
  if (status === 'undetermined') return reason ? byReason[reason] : 'service_fault'
  if (status === 'cancelled') return reason ? byReason[reason] : 'given_up'
  const isOver = status === 'awaiting_payment' && order !== undefined && now >= Date.parse(order.expiresAt)
  return isOver ? 'payment_over' : status
}

/** Whether a person may be asked to look at what a machine found, or did not. */
export const canBeLookedAt = ({ status }: Pick<Verification, 'status'>): boolean =>
  status === 'mismatch' || status === 'no_record' || status === 'undetermined'

/** Whether it changes without the visitor, at `now` (epoch ms): a check, or something with its order, goes on somewhere else. */
export const isChanging = ({ status, order, refunds }: Verification, now: Millis): boolean =>
  isOpen(status) || isMoving({ ...order, refunds }, now)
