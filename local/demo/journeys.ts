import type { Platform, Reached } from './platform.ts'
import {
  type CodeMethod,
  codeToScan,
  messageToken,
  moneyAtChannel,
  type Offer,
  type PaymentFaults,
  type Person,
  pushplusSend,
  scan,
  signIn,
  submit,
  type User,
  vendorCalls,
  verificationNow,
} from './user.ts'

/** What one journey must end with. Amounts in fen; `send` is the code of the pushplus answer. */
export type Expected = { status: string; paidFen: number; refundedFen: number; send: number; mostCalls: number }

/** A way through the service: who, what they buy, what goes wrong. */
export type Journey = {
  name: string
  offer: Offer
  outcome: string
  /** Whose code is scanned; WeChat Pay's if left out. */
  method?: CodeMethod
  faults?: PaymentFaults
  /** What goes wrong at an identity vendor. */
  vendorFault?: Parameters<Platform['sandbox']['fault']>[0]
  /** Time that passes between showing the code and scanning it. */
  waits?: string
  expected: Expected
}

export type Ended = Expected & { calls: number }

/** Where a journey runs and tells its steps. */
export type Stage = { platform: Platform; step: (line: string) => void }

const SENT = 200
const NOT_VERIFIED = 905

const row = (offer: Offer, outcome: string, expected: Partial<Expected>, more: Partial<Journey> = {}): Journey => ({
  name: `${offer} + ${outcome}`,
  offer,
  outcome,
  ...more,
  expected: {
    status: outcome,
    paidFen: offer === 'fee' ? 100 : 1000,
    refundedFen: 0,
    send: expected.status === 'verified' ? SENT : NOT_VERIFIED,
    mostCalls: 1,
    ...expected,
  },
})

/** A vendor that says it is busy has done nothing, so it may be asked again: once and three more times; and so may the other. */
const BUSY_CALLS = 8

/** Where one vendor looks nobody up, the other is asked. */
const BOTH_CALLS = 2

/** The same, paid through Alipay. */
const byAlipay = (journey: Journey): Journey => ({
  ...journey,
  name: `${journey.name}, by Alipay`,
  method: 'alipay_qr',
})

const verified = { status: 'verified' }
const givenUp = { status: 'undetermined' }

/** Every offer with every verdict. */
const verdicts: readonly Journey[] = [
  row('fee', 'match', verified),
  row('fee', 'mismatch', {}),
  row('fee', 'no_record', { refundedFen: 100 }),
  row('membership', 'match', verified),
  row('membership', 'mismatch', { refundedFen: 900 }),
  row('membership', 'no_record', { refundedFen: 1000 }),
]

/** What may go wrong at the vendor: the user pays nothing for it. */
const troubles: readonly Journey[] = [
  row('fee', 'vendor_busy', { ...givenUp, refundedFen: 100, mostCalls: BUSY_CALLS }),
  row('membership', 'vendor_busy', { ...givenUp, refundedFen: 1000, mostCalls: BUSY_CALLS }),
  row('fee', 'timeout_after_sending', { ...givenUp, refundedFen: 100 }),
  row('membership', 'timeout_after_sending', { ...givenUp, refundedFen: 1000 }),
  row('fee', 'unsupported_segment', { ...givenUp, refundedFen: 100, mostCalls: BOTH_CALLS }),
  row('membership', 'daily_limit', { ...givenUp, refundedFen: 1000 }),
]

/** Where a deployment has two identity vendors: the other is asked, as the first one certainly looked nobody up. */
export const failOver: readonly Journey[] = [
  row(
    'fee',
    'alibaba_cloud_only',
    { ...verified, mostCalls: BOTH_CALLS },
    { name: 'the first vendor does not know the number, the other does' },
  ),
  row(
    'membership',
    'match',
    { ...verified, mostCalls: BOTH_CALLS },
    {
      name: 'the first vendor refuses us, the other is asked',
      vendorFault: { target: 'tencent_faceid', mode: 'arrears', times: 1 },
    },
  ),
]

/** What may go wrong with a payment at either channel. */
const oddPayments: readonly Journey[] = [
  row('fee', 'match', verified, { name: 'the payment is notified four times', faults: { duplicates: 3 } }),
  row('fee', 'match', verified, { name: 'the notification never comes', faults: { dropNotification: true } }),
  row(
    'fee',
    'match',
    { status: 'cancelled', paidFen: 300, refundedFen: 300, mostCalls: 0 },
    { name: 'a wrong amount is paid', faults: { amountFen: 300 } },
  ),
  row(
    'membership',
    'match',
    { status: 'expired', refundedFen: 1000, mostCalls: 0 },
    { name: 'the payment comes too late', faults: { payAfterClose: true }, waits: '35m' },
  ),
]

/** Every journey of the demo; what concerns money, through both channels. */
export const journeys: readonly Journey[] = [
  ...verdicts,
  ...troubles,
  ...oddPayments,
  ...[...verdicts, ...oddPayments].map(byAlipay),
]

const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} yuan`

/** A journey on its way: everything later steps need. */
export type Begun = {
  person: Person
  user: User
  token: string
  /** Code of the pushplus answer before anything was verified. */
  sentBefore: number
  verificationId: string
  orderId: string
  amountFen: number
  codeUrl: string
  outTradeNo: string
}

/** Signs in, tries to send, submits, and asks for the code to scan. */
export const begin = async ({ platform, step }: Stage, { offer, method }: Journey, person: Person): Promise<Begun> => {
  const user = await signIn(platform, person.phone)
  const token = await messageToken(platform, user)
  const sentBefore = await pushplusSend(platform, token, 'before')
  step(`signed in; sending before verification answers ${sentBefore}`)
  const { id, order } = await submit(platform, user, person, offer)
  const { codeUrl, outTradeNo } = await codeToScan(platform, user, order.id, method)
  step(`submitted; the order asks for ${yuan(order.amountFen)}`)
  const { amountFen } = order
  return { person, user, token, sentBefore, verificationId: id, orderId: order.id, amountFen, codeUrl, outTradeNo }
}

const OPEN = ['awaiting_payment', 'queued', 'checking']

/** Whether the verification is over, its payment known, and every refund arrived. */
export const isOver = async (
  { platform }: { platform: Reached },
  { user, verificationId, orderId }: { user: Pick<User, 'token'> } & Pick<Begun, 'verificationId' | 'orderId'>,
): Promise<boolean> => {
  const { status } = await verificationNow(platform, user, verificationId)
  const order = await platform.shiming.withSession(user.token).orders.get(orderId)
  const refundsArrived = order.refunds.every((refund) => refund.status === 'back')
  return !OPEN.includes(status) && refundsArrived && order.paidAt !== null
}

/** How it ended, asked of the service, the channel and the vendor. */
export const ending = async ({ platform, step }: Stage, journey: Journey, begun: Begun): Promise<Ended> => {
  const { status } = await verificationNow(platform, begun.user, begun.verificationId)
  const money = await moneyAtChannel(platform, begun.outTradeNo)
  step(`the result is ${status}; ${yuan(money.refundedFen)} came back`)
  const send = await pushplusSend(platform, begun.token, 'after')
  step(`sending answers ${send}`)
  const { billed, unbilled } = await vendorCalls(platform, begun.person.phone)
  return { status, ...money, send, mostCalls: journey.expected.mostCalls, calls: billed + unbilled }
}

/** Longest a journey may take, in minutes of the instance's clock. */
const PATIENCE = 15

/** Drives one journey over HTTP, from signing in to sending, and answers how it ended. */
export const travel = async (stage: Stage, journey: Journey, person: Person): Promise<Ended> => {
  const { platform, step } = stage
  const begun = await begin(stage, journey, person)
  if (journey.waits) {
    await platform.pass(journey.waits)
    const { status } = await verificationNow(platform, begun.user, begun.verificationId)
    step(`${journey.waits} later the verification is ${status}`)
  }
  if (journey.vendorFault) await platform.sandbox.fault(journey.vendorFault)
  await scan(platform, begun.codeUrl, journey.faults)
  step(`paid at ${journey.method === 'alipay_qr' ? 'Alipay' : 'WeChat Pay'}`)
  await platform.pass('0s')
  for (let minute = 0; minute < PATIENCE && !(await isOver(stage, begun)); minute += 1) await platform.pass('1m')
  return ending(stage, journey, begun)
}

/** Whether a journey ended as it must. */
export const holds = ({ expected }: Journey, ended: Ended): boolean =>
  ended.status === expected.status &&
  ended.paidFen === expected.paidFen &&
  ended.refundedFen === expected.refundedFen &&
  ended.send === expected.send &&
  ended.calls <= expected.mostCalls
