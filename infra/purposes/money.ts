import {
  complaintFollowed,
  complaintHeard,
  deedDone,
  forcedRefundAbsorbed,
  operatorRead,
  orderEnded,
  orderOpened,
  paymentRecorded,
  refundStepped,
  sessionRead,
  together,
  userRead,
} from '../item-use.ts'
import type { Purpose } from '../purpose.ts'
import { alipay, channels, paidPerhaps, paidWakes, wechatPay } from './payment-accounts.ts'

/** Complaints are heard and answered at WeChat Pay alone. */
const complaintDesk = wechatPay

/** What is paid, owed and given back, what it buys, and how it is accounted for. */
export const moneyFunctions = {
  'payment-pay': {
    impact: 'nobody can pay',
    items: together(userRead, orderEnded, {
      getMany: ['ACCOUNT', 'PERSON', 'RESUBMISSION', 'SEGMENT', 'VENDOR'],
      put: ['CLASH'],
      update: ['LIMIT'],
    }),
    ...paidPerhaps,
    secrets: [...channels.secrets, 'SECRET_PLATFORM'],
    announces: true,
  },
  'payment-cancel': {
    impact: 'an unpaid order cannot be cancelled; it ends by itself',
    items: together(userRead, orderEnded),
    ...paidPerhaps,
    secrets: [...channels.secrets, 'SECRET_PLATFORM'],
    announces: true,
  },
  'payment-look': {
    impact: 'who says that they have paid is not believed at once: payments nobody told us of are found minutes later',
    items: together(userRead, orderEnded, { update: ['LIMIT'] }),
    ...paidPerhaps,
    secrets: [...channels.secrets, 'SECRET_PLATFORM'],
    announces: true,
  },
  'payment-read': {
    impact: 'users do not see whether their payment or refund arrived',
    items: together(userRead, { query: ['ACCOUNT', 'ORDER'], getMany: ['ORDER'] }),
    secrets: ['SECRET_PLATFORM'],
  },
  'payment-wechat-pay-notification': {
    impact: 'payments are only noticed by asking the channel, minutes late',
    items: together(paymentRecorded, complaintHeard),
    ...wechatPay,
    sends: [...paidWakes, 'complaints'],
    announces: true,
  },
  'payment-alipay-notification': {
    impact: 'payments through Alipay are only noticed by asking it, minutes late',
    items: paymentRecorded,
    ...alipay,
    sends: paidWakes,
    announces: true,
  },
  'payment-order': {
    impact: 'orders do not expire, and payments whose notification was lost go unnoticed',
    items: orderEnded,
    ...paidPerhaps,
    announces: true,
  },
  'payment-refund': {
    impact: 'money we owe is not paid back; 24 hours are promised',
    items: refundStepped,
    ...channels,
    announces: true,
  },
  'payment-operator-refunds': {
    impact:
      'operators do not see the refunds that wait for them, refunds only a person can end stay unpaid, and differences of bills stay unexplained',
    doors: ['/v1/operator/proposals'],
    items: together(operatorRead, refundStepped, deedDone, {
      get: ['ORDER', 'PROPOSAL', 'RECONCILIATION'],
      query: ['RECONCILIATION'],
      put: ['PROPOSAL', 'RECONCILIATION'],
      update: ['PROPOSAL', 'RECONCILIATION'],
      delete: ['PROPOSAL'],
      // Both of a proposal are as they were read.
      check: ['OPERATOR'],
    }),
    lists: ['PROPOSALS', 'REFUNDS'],
    sends: ['refunds'],
    ...channels,
    secrets: [...channels.secrets, 'SECRET_PLATFORM'],
    announces: true,
  },

  'membership-buy': { impact: 'memberships cannot be bought', items: together(sessionRead, orderOpened) },

  'wallet-recharge': { impact: 'points cannot be bought', items: together(sessionRead, orderOpened), gated: true },

  'complaints-follow': {
    impact:
      'complaints are not followed, and nobody is warned before an answer is late: the channel then refunds at our cost',
    items: together(complaintFollowed, { update: ['COMPLAINT'] }),
    ...complaintDesk,
    announces: true,
  },
  'complaints-operator': {
    impact: 'operators can neither read nor answer complaints; 24 hours are allowed',
    doors: ['/v1/operator/complaints'],
    items: together(operatorRead, complaintFollowed, deedDone, {
      get: ['COMPLAINT'],
      query: ['ACCOUNT'],
      update: ['COMPLAINT'],
    }),
    lists: ['COMPLAINTS'],
    ...complaintDesk,
    secrets: [...complaintDesk.secrets, 'SECRET_PLATFORM'],
    announces: true,
  },
  'complaints-watch': {
    impact: 'complaints whose notification was lost go unnoticed',
    items: {
      getMany: ['COMPLAINT'],
      put: complaintHeard.put,
      // Wakes whoever follows it.
      updateOnly: { COMPLAINT: ['changes', 'dueAt', 'dueShard', 'wakePause'] },
    },
    sends: ['complaints'],
    account: 'SECRET_WECHAT_PAY',
    ...complaintDesk,
  },

  'bookkeeping-reconcile': {
    impact: 'bills are not held against the ledger; a payment or refund nobody told us about stays unknown',
    items: together(paymentRecorded, forcedRefundAbsorbed, {
      get: ['RECONCILIATION'],
      query: ['RECONCILIATION'],
      put: ['RECONCILIATION'],
      update: ['RECONCILIATION'],
    }),
    lists: ['LEDGER'],
    sends: [...paidWakes, 'reconciliations'],
    ...channels,
    announces: true,
  },
  'bookkeeping-reconciliations': {
    impact: 'operators can neither read nor repeat the daily reconciliation, nor have its differences settled',
    doors: ['/v1/operator/reconciliations'],
    items: together(operatorRead, deedDone, {
      get: ['PROPOSAL', 'RECONCILIATION'],
      getMany: ['PROPOSAL'],
      query: ['RECONCILIATION'],
      put: ['PROPOSAL'],
      update: ['RECONCILIATION'],
    }),
    lists: ['RECONCILIATIONS'],
    secrets: ['SECRET_PLATFORM'],
    sends: ['reconciliations'],
  },
  'bookkeeping-read': {
    impact: 'operators see neither ledger, balances nor vendor statements',
    items: together(operatorRead, { get: ['STATEMENT'] }),
    lists: ['LEDGER'],
    secrets: ['SECRET_PLATFORM'],
  },
  'bookkeeping-vendor-statement': {
    impact: "vendors' statements cannot be held against our calls",
    items: together(operatorRead, deedDone, { put: ['STATEMENT'] }),
    lists: ['CALLS'],
    secrets: ['SECRET_PLATFORM'],
  },
} as const satisfies Record<string, Purpose>
