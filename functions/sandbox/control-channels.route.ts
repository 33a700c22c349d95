import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { inUnit } from '../../shared/http/shaped.ts'
import { names, outTradeNo, payerFaults } from './control/payer-faults.ts'
import { channels } from './delivery/task.ts'
import { problemTypes } from './wechat-pay/complaints/complaint.ts'

const control = { fn: 'sandbox-control', caller: 'tester', sandboxOnly: true } as const

const fen = z.int().check(z.nonnegative())
const somefen = z.int().check(z.minimum(1), z.maximum(10_000_000_000), inUnit('fen'))
const time = z.iso.datetime()
const words = z.string().check(z.minLength(1), z.maxLength(200))

/** What a page inside WeChat hands over, signed with the merchant's key. */
const jsapiCall = z.strictObject({
  appId: z.string(),
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.string(),
  paySign: z.string(),
})

/** What WeChat Pay gives a payer in hand. */
export const wechatPayShows = {
  codeUrl: z.optional(z.string().check(z.maxLength(512))),
  h5Url: z.optional(z.string().check(z.maxLength(1024))),
  jsapi: z.optional(jsapiCall),
}

export const payRoute = route({
  ...control,
  method: 'POST',
  name: 'payByWechatPay',
  path: '/sandbox/wechat-pay/pay',
  summary:
    'The payer pays: scans the code, opens the address, confirms on the page inside WeChat, or the order is named. Faults say what goes wrong on the way.',
  body: z
    .strictObject({
      ...wechatPayShows,
      outTradeNo: z.optional(outTradeNo),
      faults: z.prefault(z.strictObject(payerFaults), {}),
    })
    .check(names('codeUrl', 'h5Url', 'jsapi', 'outTradeNo')),
  answers: {
    200: z.strictObject({
      outTradeNo: z.string(),
      transactionId: z.string(),
      paidFen: fen,
      paidAt: time,
      notifications: z.int(),
    }),
  },
  problems: ['not_found', 'order_not_payable', 'order_expired', 'signature_invalid'],
})

/** What Alipay gives a payer in hand. */
export const alipayShows = {
  qrCode: z.optional(z.string().check(z.maxLength(512))),
  formUrl: z.optional(z.string().check(z.maxLength(8192))),
}

export const alipayPayRoute = route({
  ...control,
  method: 'POST',
  name: 'payByAlipay',
  path: '/sandbox/alipay/pay',
  summary:
    'The buyer pays: scans the code, goes through the page, or the order is named. Faults say what goes wrong; with scanOnly the trade exists and nobody pays.',
  body: z
    .strictObject({
      ...alipayShows,
      outTradeNo: z.optional(outTradeNo),
      faults: z.prefault(z.strictObject({ ...payerFaults, scanOnly: z._default(z.boolean(), false) }), {}),
    })
    .check(names('qrCode', 'formUrl', 'outTradeNo')),
  answers: {
    200: z.strictObject({
      outTradeNo: z.string(),
      transactionId: z.string(),
      paidFen: fen,
      paidAt: z.nullable(time),
      notifications: z.int(),
      /** Where the buyer's browser goes, with a signed receipt; null without a page. */
      returnUrl: z.nullable(z.string()),
    }),
  },
  problems: ['not_found', 'order_not_payable', 'order_expired', 'signature_invalid'],
})

export const forcedRefundRoute = route({
  ...control,
  method: 'POST',
  name: 'forceRefund',
  path: '/sandbox/refunds',
  summary: 'The channel gives money back that the service never asked to give back: all that is left, or an amount.',
  body: z.strictObject({ outTradeNo, refundFen: z.optional(somefen) }),
  answers: {
    200: z.strictObject({
      channel: z.enum(channels),
      outTradeNo: z.string(),
      /** Empty at WeChat Pay; at Alipay a number nobody here has given. */
      outRefundNo: z.string(),
      refundId: z.string(),
      refundFen: fen,
    }),
  },
  problems: ['not_found'],
})

export const withdrawalRoute = route({
  ...control,
  method: 'POST',
  name: 'withdraw',
  path: '/sandbox/withdrawals',
  summary: 'The operator moves money from the channel to the bank: all there is, or an amount.',
  body: z.strictObject({ channel: z.enum(channels), fen: z.optional(somefen) }),
  answers: { 200: z.strictObject({ withdrawalId: z.string(), fen, at: time, leftFen: z.int() }) },
})

/** A complaint as WeChat Pay has it. */
export const complaint = z.strictObject({
  complaintId: z.string(),
  outTradeNo: z.string(),
  state: z.string(),
  times: z.int(),
  awaitsReply: z.boolean(),
  openedAt: time,
  history: z.array(z.strictObject({ action: z.string(), text: z.string(), at: time })),
})

export const complainRoute = route({
  ...control,
  method: 'POST',
  name: 'complain',
  path: '/sandbox/wechat-pay/complaints',
  summary: 'The payer of an order complains to WeChat Pay.',
  body: z.strictObject({
    outTradeNo,
    text: words,
    problem: z._default(z.enum(problemTypes), 'REFUND'),
    dropNotification: z._default(z.boolean(), false),
  }),
  answers: { 200: complaint },
  problems: ['not_found'],
})

export const complaintsRoute = route({
  ...control,
  method: 'GET',
  name: 'listPayerComplaints',
  path: '/sandbox/wechat-pay/complaints',
  summary: 'Complaints as WeChat Pay has them, oldest first.',
  answers: { 200: z.strictObject({ complaints: z.array(complaint) }) },
})

export const complaintActionRoute = route({
  ...control,
  method: 'POST',
  name: 'actOnPayerComplaint',
  path: '/sandbox/wechat-pay/complaints/{id}',
  summary: 'The payer comes back, or WeChat Pay loses patience and gives back all that is left.',
  body: z.strictObject({
    action: z.enum(['follow_up', 'force_refund']),
    text: z._default(words, '还没有解决'),
  }),
  answers: { 200: complaint },
  problems: ['not_found'],
})

export const wechatUserRoute = route({
  ...control,
  method: 'PUT',
  name: 'setWechatUser',
  path: '/sandbox/wechat/user',
  summary: 'Another WeChat user holds the phone: whoever authorizes from now on is this one.',
  body: z.strictObject({ user: words }),
  answers: { 200: z.strictObject({ user: z.string(), openid: z.string() }) },
})

export const channelRoutes = [
  alipayPayRoute,
  forcedRefundRoute,
  withdrawalRoute,
  complainRoute,
  complaintsRoute,
  complaintActionRoute,
  wechatUserRoute,
] as const
