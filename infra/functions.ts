import type { Purpose } from './purpose.ts'

const channels = {
  secrets: ['SECRET_WECHAT_PAY', 'SECRET_ALIPAY'],
  vendors: ['WECHAT_PAY_URL', 'ALIPAY_URL'],
} as const

/** Complaints are heard and answered at WeChat Pay alone. */
const complaintDesk = { secrets: ['SECRET_WECHAT_PAY'], vendors: ['WECHAT_PAY_URL'] } as const

/** Asks the channel about an order, and may hear that it is paid: then a check is due, or a refund. */
const paidPerhaps = { ...channels, sends: ['checks', 'refunds'] } as const

export const functions = {
  'front-unknown': { impact: 'who mistypes an address is not told so', answersUnknown: true },

  'account-sms-code': {
    impact: 'nobody receives a code by SMS, so nobody can sign in or start a verification',
    table: 'write',
    keys: ['mac'],
    secrets: ['SECRET_TENCENT_CLOUD', 'SECRET_KEY_RING'],
    vendors: ['TENCENT_SMS_URL', 'TENCENT_CAPTCHA_URL'],
  },
  'account-sign-in': {
    impact: 'nobody can sign in',
    table: 'write',
    keys: ['mac'],
    secrets: ['SECRET_PLATFORM', 'SECRET_KEY_RING'],
  },
  'account-sessions': {
    impact: 'nobody sees where they are signed in or can sign out, also of a lost phone',
    table: 'write',
  },
  'account-tokens': {
    impact: 'message tokens can neither be made nor revoked, also leaked ones',
    table: 'write',
    secrets: ['SECRET_KEY_RING'],
  },
  'account-appeal': { impact: 'banned users cannot appeal', table: 'write' },
  'account-ban': {
    impact: 'operators can neither see appeals nor lift a ban',
    table: 'write',
    lists: true,
    secrets: ['SECRET_PLATFORM'],
  },

  'gate-ask': {
    impact: 'platforms get no answer from the gate',
    table: 'read',
    secrets: ['SECRET_PLATFORM'],
  },

  'verification-submit': {
    impact: 'nobody can start a verification',
    table: 'write',
    keys: ['seal', 'mac'],
    // Submitting anew ends the order before whose time is over, which may turn out to be paid.
    ...paidPerhaps,
    secrets: [...channels.secrets, 'SECRET_KEY_RING'],
  },
  'verification-cancel': {
    impact: 'an unpaid verification cannot be cancelled',
    table: 'write',
    // Closing may find that the order was paid after all.
    ...paidPerhaps,
  },
  'verification-read': { impact: 'users do not see their result', table: 'read' },
  'verification-check': {
    impact: 'people have paid and get no result until this works again',
    table: 'write',
    keys: ['open'],
    sends: ['refunds'],
    secrets: ['SECRET_TENCENT_CLOUD'],
    vendors: ['TENCENT_FACEID_URL'],
  },

  'payment-pay': { impact: 'nobody can pay', table: 'write', ...paidPerhaps },
  'payment-read': { impact: 'users do not see whether their payment or refund arrived', table: 'read' },
  'payment-wechat-pay-notification': {
    impact: 'payments are only noticed by asking the channel, minutes late',
    table: 'write',
    ...channels,
    sends: ['checks', 'refunds', 'complaints'],
  },
  'payment-alipay-notification': {
    impact: 'payments through Alipay are only noticed by asking it, minutes late',
    table: 'write',
    ...paidPerhaps,
  },
  'payment-order': {
    impact: 'orders do not expire, and payments whose notification was lost go unnoticed',
    table: 'write',
    ...paidPerhaps,
  },
  'payment-refund': {
    impact: 'money we owe is not paid back; 24 hours are promised',
    table: 'write',
    ...channels,
  },
  'payment-operator-refunds': {
    impact: 'operators do not see the refunds that wait for them, and refunds only a person can end stay unpaid',
    table: 'write',
    lists: true,
    sends: ['refunds'],
    ...channels,
    secrets: [...channels.secrets, 'SECRET_PLATFORM'],
  },

  'membership-buy': { impact: 'memberships cannot be bought', table: 'write' },
  'wallet-recharge': { impact: 'points cannot be bought', table: 'write' },

  'messaging-send': {
    impact: 'messages are not accepted',
    table: 'write',
    sends: ['deliveries'],
    secrets: ['SECRET_KEY_RING'],
  },
  'messaging-pushplus': {
    impact: 'messages from scripts that speak pushplus are not accepted',
    table: 'write',
    sends: ['deliveries'],
    secrets: ['SECRET_KEY_RING'],
  },
  'messaging-read': { impact: 'users cannot read their messages', table: 'read' },
  'messaging-channel': {
    impact: 'channel settings cannot be changed',
    table: 'write',
    secrets: ['SECRET_KEY_RING'],
  },
  'messaging-deliver': {
    impact: 'accepted messages are not delivered',
    table: 'write',
    secrets: ['SECRET_KEY_RING'],
  },

  'complaints-follow': {
    impact:
      'complaints are not followed, and nobody is warned before an answer is late: the channel then refunds at our cost',
    table: 'write',
    ...complaintDesk,
  },
  'complaints-operator': {
    impact: 'operators can neither read nor answer complaints; 24 hours are allowed',
    table: 'write',
    lists: true,
    ...complaintDesk,
    secrets: [...complaintDesk.secrets, 'SECRET_PLATFORM'],
  },
  'complaints-watch': {
    impact: 'complaints whose notification was lost go unnoticed',
    table: 'write',
    sends: ['complaints'],
    ...complaintDesk,
  },

  'bookkeeping-reconcile': {
    impact: 'bills are not held against the ledger; a payment or refund nobody told us about stays unknown',
    table: 'write',
    lists: true,
    sends: ['checks', 'refunds', 'reconciliations'],
    ...channels,
  },
  'bookkeeping-reconciliations': {
    impact: 'operators cannot read or repeat the daily reconciliation',
    table: 'write',
    lists: true,
    secrets: ['SECRET_PLATFORM'],
    sends: ['reconciliations'],
  },
  'bookkeeping-read': {
    impact: 'operators see neither ledger, balances nor vendor statements',
    table: 'read',
    lists: true,
    secrets: ['SECRET_PLATFORM'],
  },
  'bookkeeping-vendor-statement': {
    impact: "vendors' statements cannot be held against our calls",
    table: 'write',
    lists: true,
    secrets: ['SECRET_PLATFORM'],
  },

  'overview-read': {
    impact: 'users do not see whether they are verified nor what they may do, and operators do not see whole orders',
    table: 'read',
    secrets: ['SECRET_PLATFORM'],
  },

  'upkeep-sweep': {
    impact: 'work whose wake-up was lost stays undone: checks, refunds, deliveries, expiry of orders',
    table: 'write',
    due: true,
    lists: true,
    sends: ['orders', 'checks', 'refunds', 'deliveries', 'complaints', 'reconciliations'],
  },

  'sandbox-wechat-pay': {
    impact: 'sandbox only: the stand-in for WeChat Pay does not answer',
    standIn: true,
    sends: ['sandbox'],
  },
  'sandbox-alipay': {
    impact: 'sandbox only: the stand-in for Alipay does not answer',
    standIn: true,
    sends: ['sandbox'],
  },
  'sandbox-tencent-cloud': { impact: 'sandbox only: the stand-in for Tencent Cloud does not answer', standIn: true },
  'sandbox-control': {
    impact: 'sandbox only: nobody can pay or look up test people',
    standIn: true,
    testers: true,
    sends: ['sandbox'],
  },
  'sandbox-later': {
    impact: 'sandbox only: the stand-ins send no notifications',
    standIn: true,
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
