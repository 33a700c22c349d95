import {
  complaintFollowed,
  complaintHeard,
  forcedRefundAbsorbed,
  messageSent,
  orderEnded,
  orderOpened,
  paymentRecorded,
  refundStepped,
  sessionRead,
  together,
} from './item-use.ts'
import type { Purpose } from './purpose.ts'

const wechatPay = { secrets: ['SECRET_WECHAT_PAY'], vendors: ['WECHAT_PAY_URL'] } as const
const alipay = { secrets: ['SECRET_ALIPAY'], vendors: ['ALIPAY_URL'] } as const

const channels = {
  secrets: [...wechatPay.secrets, ...alipay.secrets],
  vendors: [...wechatPay.vendors, ...alipay.vendors],
} as const

/** Complaints are heard and answered at WeChat Pay alone. */
const complaintDesk = wechatPay

/** Asks the channel about an order, and may hear that it is paid: then a check is due, or a refund. */
const paidPerhaps = { ...channels, sends: ['checks', 'refunds'] } as const

export const functions = {
  'front-unknown': { impact: 'who mistypes an address is not told so', answersUnknown: true },

  'account-sms-code': {
    impact: 'nobody receives a code by SMS, so nobody can sign in or start a verification',
    items: {
      getMany: ['ACCOUNT', 'LIMIT'],
      put: ['CHALLENGE', 'LIMIT'],
      update: ['ACCOUNT', 'LIMIT'],
      check: ['ACCOUNT'],
    },
    keys: ['mac'],
    secrets: ['SECRET_TENCENT_CLOUD', 'SECRET_KEY_RING'],
    vendors: ['TENCENT_SMS_URL', 'TENCENT_CAPTCHA_URL'],
  },
  'account-sign-in': {
    impact: 'nobody can sign in',
    items: {
      get: ['ACCOUNT', 'EXTERNAL', 'PHONE'],
      put: ['ACCOUNT', 'EXTERNAL', 'PHONE'],
      update: ['ACCOUNT', 'CHALLENGE', 'LIMIT', 'PHONE'],
    },
    keys: ['mac'],
    secrets: ['SECRET_PLATFORM', 'SECRET_KEY_RING'],
  },
  'account-sessions': {
    impact: 'nobody sees where they are signed in or can sign out, also of a lost phone',
    items: together(sessionRead, { query: ['ACCOUNT'], delete: ['ACCOUNT'] }),
  },
  'account-tokens': {
    impact: 'message tokens can neither be made nor revoked, also leaked ones',
    items: together(sessionRead, { query: ['ACCOUNT'], put: ['ACCOUNT'], update: ['ACCOUNT'], delete: ['ACCOUNT'] }),
    secrets: ['SECRET_KEY_RING'],
  },
  'account-appeal': {
    impact: 'banned users cannot appeal',
    items: together(sessionRead, { put: ['ACCOUNT'], check: ['ACCOUNT'] }),
  },
  'account-ban': {
    impact: 'operators can neither see appeals nor lift a ban',
    items: { getMany: ['ACCOUNT'], put: ['AUDIT'], update: ['ACCOUNT'], check: ['ACCOUNT'] },
    lists: ['APPEALS'],
    secrets: ['SECRET_PLATFORM'],
  },

  'gate-ask': {
    impact: 'platforms get no answer from the gate',
    items: { get: ['EXTERNAL'], getMany: ['ACCOUNT'] },
    secrets: ['SECRET_PLATFORM'],
  },

  'verification-submit': {
    impact: 'nobody can start a verification',
    items: together(orderOpened, orderEnded, {
      check: ['PERSON', 'RESUBMISSION', 'SEGMENT', 'VENDOR'],
    }),
    keys: ['seal', 'mac'],
    // Submitting anew ends the order before whose time is over, which may turn out to be paid.
    ...paidPerhaps,
    secrets: [...channels.secrets, 'SECRET_KEY_RING'],
  },
  'verification-cancel': {
    impact: 'an unpaid verification cannot be cancelled',
    items: together(sessionRead, orderEnded),
    // Closing may find that the order was paid after all.
    ...paidPerhaps,
  },
  'verification-read': {
    impact: 'users do not see their result',
    items: together(sessionRead, { query: ['ACCOUNT', 'ORDER'] }),
  },
  'verification-check': {
    impact: 'people have paid and get no result until this works again',
    items: {
      get: ['ACCOUNT'],
      getMany: ['ACCOUNT', 'VENDOR'],
      put: ['ACCOUNT', 'ORDER', 'RESUBMISSION', 'SEGMENT', 'VENDOR'],
      update: ['ACCOUNT', 'ORDER', 'PERSON'],
      check: ['PERSON', 'RESUBMISSION', 'SEGMENT'],
    },
    keys: ['open'],
    sends: ['refunds'],
    secrets: ['SECRET_TENCENT_CLOUD'],
    vendors: ['TENCENT_FACEID_URL'],
  },

  'payment-pay': {
    impact: 'nobody can pay',
    items: together(sessionRead, orderEnded, {
      getMany: ['ACCOUNT', 'PERSON', 'RESUBMISSION', 'SEGMENT', 'VENDOR'],
    }),
    ...paidPerhaps,
  },
  'payment-read': {
    impact: 'users do not see whether their payment or refund arrived',
    items: together(sessionRead, { query: ['ORDER'] }),
  },
  'payment-wechat-pay-notification': {
    impact: 'payments are only noticed by asking the channel, minutes late',
    items: together(paymentRecorded, complaintHeard),
    ...wechatPay,
    sends: ['checks', 'refunds', 'complaints'],
  },
  'payment-alipay-notification': {
    impact: 'payments through Alipay are only noticed by asking it, minutes late',
    items: paymentRecorded,
    ...alipay,
    sends: ['checks', 'refunds'],
  },
  'payment-order': {
    impact: 'orders do not expire, and payments whose notification was lost go unnoticed',
    items: orderEnded,
    ...paidPerhaps,
  },
  'payment-refund': {
    impact: 'money we owe is not paid back; 24 hours are promised',
    items: refundStepped,
    ...channels,
  },
  'payment-operator-refunds': {
    impact: 'operators do not see the refunds that wait for them, and refunds only a person can end stay unpaid',
    items: together(refundStepped, { get: ['ORDER'], put: ['AUDIT'] }),
    lists: ['REFUNDS'],
    sends: ['refunds'],
    ...channels,
    secrets: [...channels.secrets, 'SECRET_PLATFORM'],
  },

  'membership-buy': { impact: 'memberships cannot be bought', items: together(sessionRead, orderOpened) },
  'wallet-recharge': { impact: 'points cannot be bought', items: together(sessionRead, orderOpened) },

  'messaging-send': {
    impact: 'messages are not accepted',
    items: messageSent,
    sends: ['deliveries'],
    secrets: ['SECRET_KEY_RING'],
  },
  'messaging-pushplus': {
    impact: 'messages from scripts that speak pushplus are not accepted',
    items: messageSent,
    sends: ['deliveries'],
    secrets: ['SECRET_KEY_RING'],
  },
  'messaging-read': {
    impact: 'users cannot read their messages',
    items: together(sessionRead, { query: ['ACCOUNT'] }),
  },
  'messaging-channel': {
    impact: 'channel settings cannot be changed',
    items: together(sessionRead, { update: ['ACCOUNT'] }),
    secrets: ['SECRET_KEY_RING'],
  },
  'messaging-deliver': {
    impact: 'accepted messages are not delivered',
    items: { getMany: ['ACCOUNT'], update: ['ACCOUNT'] },
    secrets: ['SECRET_KEY_RING'],
  },

  'complaints-follow': {
    impact:
      'complaints are not followed, and nobody is warned before an answer is late: the channel then refunds at our cost',
    items: together(complaintFollowed, { update: ['COMPLAINT'] }),
    ...complaintDesk,
  },
  'complaints-operator': {
    impact: 'operators can neither read nor answer complaints; 24 hours are allowed',
    items: together(complaintFollowed, { get: ['COMPLAINT'], put: ['AUDIT'], update: ['COMPLAINT'] }),
    lists: ['COMPLAINTS'],
    ...complaintDesk,
    secrets: [...complaintDesk.secrets, 'SECRET_PLATFORM'],
  },
  'complaints-watch': {
    impact: 'complaints whose notification was lost go unnoticed',
    items: together(complaintHeard, { getMany: ['COMPLAINT'] }),
    // Wakes whoever follows it.
    updatesOnly: ['changes', 'dueAt', 'dueShard', 'wakePause'],
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
    sends: ['checks', 'refunds', 'reconciliations'],
    ...channels,
  },
  'bookkeeping-reconciliations': {
    impact: 'operators cannot read or repeat the daily reconciliation',
    items: { get: ['RECONCILIATION'], query: ['RECONCILIATION'], put: ['AUDIT'], update: ['RECONCILIATION'] },
    lists: ['RECONCILIATIONS'],
    secrets: ['SECRET_PLATFORM'],
    sends: ['reconciliations'],
  },
  'bookkeeping-read': {
    impact: 'operators see neither ledger, balances nor vendor statements',
    items: { get: ['STATEMENT'] },
    lists: ['LEDGER'],
    secrets: ['SECRET_PLATFORM'],
  },
  'bookkeeping-vendor-statement': {
    impact: "vendors' statements cannot be held against our calls",
    items: { put: ['AUDIT', 'STATEMENT'] },
    lists: ['CALLS'],
    secrets: ['SECRET_PLATFORM'],
  },

  'overview-read': {
    impact: 'users do not see whether they are verified nor what they may do, and operators do not see whole orders',
    items: { get: ['VENDOR'], getMany: ['ACCOUNT', 'VENDOR'], query: ['ORDER'] },
    secrets: ['SECRET_PLATFORM'],
  },

  'overview-deeds': {
    impact: 'operators cannot look up what operators did, and why; it is written down all the same',
    items: { query: ['AUDIT'] },
    secrets: ['SECRET_PLATFORM'],
  },

  'upkeep-sweep': {
    impact: 'work whose wake-up was lost stays undone: checks, refunds, deliveries, expiry of orders',
    items: { put: ['RECONCILIATION'], update: ['ACCOUNT', 'COMPLAINT', 'ORDER', 'RECONCILIATION'] },
    // When to look again, whatever the work is.
    updatesOnly: ['dueAt', 'wakePause'],
    due: true,
    lists: ['RECONCILIATIONS'],
    sends: ['orders', 'checks', 'refunds', 'deliveries', 'complaints', 'reconciliations'],
  },

  'sandbox-wechat-pay': {
    impact: 'sandbox only: the stand-in for WeChat Pay does not answer',
    standIn: ['get', 'getMany', 'query', 'put'],
    sends: ['sandbox'],
  },
  'sandbox-alipay': {
    impact: 'sandbox only: the stand-in for Alipay does not answer',
    standIn: ['get', 'getMany', 'query', 'put'],
    sends: ['sandbox'],
  },
  'sandbox-tencent-cloud': {
    impact: 'sandbox only: the stand-in for Tencent Cloud does not answer',
    standIn: ['getMany', 'put'],
  },
  'sandbox-control': {
    impact: 'sandbox only: nobody can pay or look up test people',
    standIn: ['get', 'getMany', 'query', 'put', 'delete'],
    testers: true,
    sends: ['sandbox'],
  },
  'sandbox-later': {
    impact: 'sandbox only: the stand-ins send no notifications',
    standIn: ['get', 'query', 'put', 'delete'],
    sends: ['sandbox'],
  },
} as const satisfies Record<string, Purpose>

type FunctionName = keyof typeof functions

const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(functions, name)

/** The purpose of a function that a route, a queue or a schedule names. */
export const purposeOf = (name: string): Purpose => {
  if (!isFunctionName(name)) throw new Error(`infra/functions.ts does not say what ${name} is for and may touch`)
  return functions[name]
}

/** `payment-wechat-pay-notification` is capability `payment`, verb `wechat-pay-notification`. */
export const capabilityOf = (name: string): string => name.slice(0, name.indexOf('-'))

/** Where the handler of a function is, from the folder `functions`. */
export const handlerPath = (name: string): string => {
  const capability = capabilityOf(name)
  return `${capability}/${name.slice(capability.length + 1)}.handler.ts`
}
