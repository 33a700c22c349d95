import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { names, outTradeNo } from './control/payer-faults.ts'
import { alipayShows, channelRoutes, payRoute, wechatPayShows } from './control-channels.route.ts'
import { channels } from './delivery/task.ts'
import { faceDeeds } from './face/token.ts'
import { faultTargets } from './faults.ts'

const control = { fn: 'sandbox-control', caller: 'tester', sandboxOnly: true } as const

const phone = z.string('invalid_phone').check(z.regex(/^1[3-9]\d{9}$/, 'invalid_phone'))
const fen = z.int().check(z.nonnegative())
const time = z.iso.datetime()

const person = z.strictObject({
  name: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  outcome: z.string(),
  note: z.string(),
})

const testCard = z.strictObject({ number: z.string(), note: z.string() })

const testAccount = z.strictObject({ number: z.string(), note: z.string() })

const testCompany = z.strictObject({
  ...{ name: z.string(), creditCode: z.string(), legalRepresentative: z.string(), idNumber: z.string() },
  ...{ outcome: z.string(), note: z.string() },
})

export const peopleRoute = route({
  ...control,
  method: 'GET',
  name: 'listPeople',
  path: '/sandbox/people',
  summary: 'The test people, bank cards, companies and accounts of companies, and what the vendors say about each.',
  answers: {
    200: z.strictObject({
      ...{ people: z.array(person), cards: z.array(testCard), companies: z.array(testCompany) },
      accounts: z.array(testAccount),
    }),
  },
})

export const receivedSmsRoute = route({
  ...control,
  method: 'GET',
  name: 'listReceivedSms',
  path: '/sandbox/sms',
  summary: 'The text messages a number received, newest first.',
  query: z.strictObject({ phone }),
  answers: {
    200: z.strictObject({ messages: z.array(z.strictObject({ text: z.string(), code: z.string(), at: time })) }),
  },
  problems: ['invalid_phone'],
})

export const bankStatementRoute = route({
  ...control,
  method: 'GET',
  name: 'listBankTransfers',
  path: '/sandbox/bank/transfers',
  summary: 'The statement of an account at the bank of the sandbox, newest first: what was transferred to it.',
  query: z.strictObject({ accountNumber: z.string().check(z.regex(/^\d{8,32}$/, 'invalid_account_number')) }),
  answers: {
    200: z.strictObject({ transfers: z.array(z.strictObject({ companyName: z.string(), fen, at: time })) }),
  },
  problems: ['invalid_account_number'],
})

const address = z.string('invalid_email').check(
  shaped((text) => /^[^\s<>@]+@[^\s<>@.]+(?:\.[^\s<>@.]+)+$/.test(text), {
    minLength: 6,
    maxLength: 254,
    examples: ['zhang@example.com'],
  }),
)

export const receivedMailRoute = route({
  ...control,
  method: 'GET',
  name: 'listReceivedMail',
  path: '/sandbox/mails',
  summary: 'The e-mails an address received, newest first.',
  query: z.strictObject({ to: address }),
  answers: {
    200: z.strictObject({
      mails: z.array(
        z.strictObject({ from: z.string(), subject: z.string(), text: z.string(), code: z.string(), at: time }),
      ),
    }),
  },
  problems: ['invalid_email'],
})

/** A payment as its channel knows it. */
export const channelPayment = z.strictObject({
  channel: z.enum(channels),
  outTradeNo: z.string(),
  description: z.string(),
  state: z.string(),
  amountFen: fen,
  /** Null for a trade of Alipay that nobody has scanned yet and that was asked for without an end. */
  expiresAt: z.nullable(time),
  paidFen: fen,
  paidAt: z.nullable(time),
  transactionId: z.nullable(z.string()),
  refunds: z.array(
    z.strictObject({ outRefundNo: z.string(), refundId: z.string(), refundFen: fen, state: z.string() }),
  ),
})

export const paymentsRoute = route({
  ...control,
  method: 'GET',
  name: 'getChannelPayment',
  path: '/sandbox/payments',
  summary: 'What the channel that was asked for an order knows of it: paid, and every refund.',
  query: z.strictObject({ outTradeNo }),
  answers: { 200: channelPayment },
  problems: ['not_found'],
})

export const scanRoute = route({
  ...control,
  method: 'POST',
  name: 'scan',
  path: '/sandbox/scans',
  summary: 'What the payer sees before paying: scans a code, opens an address, or is asked by the page inside WeChat.',
  body: z
    .strictObject({ ...wechatPayShows, ...alipayShows })
    .check(names('codeUrl', 'h5Url', 'jsapi', 'qrCode', 'formUrl')),
  answers: { 200: channelPayment },
  problems: ['not_found', 'order_not_payable', 'order_expired', 'signature_invalid'],
})

export const vendorCallsRoute = route({
  ...control,
  method: 'GET',
  name: 'countVendorCalls',
  path: '/sandbox/vendor-calls',
  summary:
    'How many calls each paid vendor charged and how many not, and turned away among these; for one phone number or in all.',
  query: z.strictObject({ phone: z.optional(phone) }),
  answers: {
    200: z.strictObject({
      vendors: z.array(z.strictObject({ vendor: z.string(), billed: z.int(), unbilled: z.int(), turnedAway: z.int() })),
    }),
  },
  problems: ['invalid_phone'],
})

export const faceRoute = route({
  ...control,
  method: 'POST',
  name: 'doFace',
  path: '/sandbox/faces',
  summary:
    "The person holds a face before the camera on a vendor's page, so many times, and its browser never comes back. Answers the vendor's code of each attempt.",
  body: z.strictObject({
    url: z.string().check(z.maxLength(2048)),
    deed: z._default(z.enum(faceDeeds), 'pass'),
    times: z._default(z.int().check(z.minimum(1), z.maximum(10)), 1),
  }),
  answers: { 200: z.strictObject({ codes: z.array(z.string()) }) },
  problems: ['not_found'],
})

/** How a stand-in misbehaves. */
export const fault = z.strictObject({
  target: z.enum(faultTargets),
  mode: z.string().check(z.maxLength(40)),
  times: z.int().check(z.minimum(0), z.maximum(1000)),
  /**
   * An out_trade_no, for bills the day (YYYYMMDD) or the number in a row, for a vendor of checks or texts a phone number, of companies a credit code;
   * without it the fault meets whichever call comes next.
   */
  subject: z.optional(
    z.string().check(
      shaped((text) => /^\P{C}{6,64}$/u.test(text), {
        minLength: 6,
        maxLength: 64,
        examples: ['20261120', '19400001001'],
      }),
    ),
  ),
})

export const faultsRoute = route({
  ...control,
  method: 'POST',
  name: 'setFault',
  path: '/sandbox/faults',
  summary: 'Makes a stand-in misbehave for the next calls; times 0 ends it.',
  body: fault,
  answers: { 200: fault },
})

const notification = z.strictObject({
  channel: z.enum(channels),
  eventId: z.string(),
  outTradeNo: z.string(),
  outRefundNo: z.nullable(z.string()),
  complaintId: z.nullable(z.string()),
  action: z.nullable(z.string()),
  probe: z.boolean(),
  attempts: z.int(),
  dueAt: time,
})

/** Notifications as the channels have them. */
export const notifications = z.strictObject({
  /** How each notification that was due ended. */
  delivered: z.array(z.string()),
  pending: z.array(notification),
})

export const pendingNotificationsRoute = route({
  ...control,
  method: 'GET',
  name: 'listNotifications',
  path: '/sandbox/notifications',
  summary: 'Notifications the channels have still to deliver, soonest first.',
  answers: { 200: notifications },
})

export const deliverNotificationsRoute = route({
  ...control,
  method: 'POST',
  name: 'deliverNotifications',
  path: '/sandbox/notifications',
  summary: 'Delivers every notification that is due now, without waiting for the queue.',
  answers: { 200: notifications },
})

export const controlRoutes = [
  peopleRoute,
  receivedSmsRoute,
  receivedMailRoute,
  payRoute,
  paymentsRoute,
  scanRoute,
  vendorCallsRoute,
  bankStatementRoute,
  faceRoute,
  faultsRoute,
  pendingNotificationsRoute,
  deliverNotificationsRoute,
  ...channelRoutes,
] as const
