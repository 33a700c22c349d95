import type { Verification } from 'shiming-client'
import { DAY, HOUR, MINUTE, type Millis } from '../../shared/kernel/time.ts'

type Some = Partial<Verification>

/** What the service answers in each state of a verification at `now`, made of one that really was paid and gave money back. */
export const statesOf = (real: Verification, now: Millis): Verification[] => {
  const at = (ms: Millis): string => new Date(now + ms).toISOString()
  const [refund] = real.refunds
  if (!refund) throw new Error('nothing went back')
  const unpaid = { order: { ...real.order, status: 'closed', paidAt: null, channel: null, outTradeNo: null } } as const
  const open = { ...unpaid.order, status: 'created', expiresAt: at(25 * MINUTE) } as const
  const allBack: Some = { refunds: [{ ...refund, amountFen: refund.paidFen, status: 'on_its_way', backAt: null }] }
  const undecided: Some = { order: { ...real.order, status: 'paid' }, refunds: [], decidedAt: null, retryAt: null }
  const undetermined: Some = { ...allBack, status: 'undetermined', retryAt: at(HOUR) }
  const cancelled: Some = { ...unpaid, status: 'cancelled', refunds: [], retryAt: null }
  const states: Some[] = [
    { status: 'awaiting_payment', order: open, refunds: [], decidedAt: null, retryAt: null },
    { status: 'awaiting_payment', order: { ...open, expiresAt: at(-1) }, refunds: [], decidedAt: null, retryAt: null },
    { ...undecided, status: 'queued' },
    { ...undecided, status: 'checking' },
    { status: 'verified', refunds: [], retryAt: null },
    { status: 'mismatch' },
    { ...allBack, status: 'no_record', retryAt: at(3 * DAY) },
    { ...allBack, status: 'identity_in_use', retryAt: null },
    { ...undetermined, reason: 'result_unknown', retryAt: null },
    {
      ...undetermined,
      reason: 'vendor_unavailable',
      refunds: [{ ...refund, status: 'owed', takenAt: null, backAt: null }],
    },
    { ...undetermined, reason: 'service_fault', refunds: [{ ...refund, status: 'needs_person', backAt: null }] },
    { ...undetermined, reason: 'vendor_daily_limit' },
    { ...undetermined, reason: 'vendor_refused' },
    { ...undetermined, reason: 'number_segment_unsupported' },
    { ...undetermined, reason: 'data_unsupported' },
    { ...undetermined, reason: 'data_just_checked' },
    { ...cancelled, reason: 'cancelled_by_user' },
    { ...cancelled, reason: 'account_banned' },
    {
      ...cancelled,
      reason: 'wrong_amount_paid',
      // The service tells when it came, as of a payment that was asked for.
      order: real.order,
      refunds: [{ ...refund, cause: 'wrong_amount', paidFen: 700, amountFen: 700 }],
    },
    { ...cancelled, status: 'expired' },
  ]
  return states.map((state) => ({ ...real, reason: null, ...state }))
}
