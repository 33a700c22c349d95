import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { smsCodeRoute } from '../../functions/account/sms-code.route.ts'
import { tokenCreateRoute } from '../../functions/account/tokens.route.ts'
import { payRoute } from '../../functions/payment/pay.route.ts'
import {
  payRoute as payerRoute,
  paymentsRoute,
  peopleRoute,
  receivedSmsRoute,
  vendorCallsRoute,
} from '../../functions/sandbox/control.route.ts'
import { alipayPayRoute } from '../../functions/sandbox/control-channels.route.ts'
import { settingsOf } from '../../functions/settings.ts'
import { getRoute } from '../../functions/verification/read.route.ts'
import { submitRoute } from '../../functions/verification/submit.route.ts'
import { freshKey, type Platform } from './platform.ts'
import { solved } from './proof-of-work.ts'

/** A person of the sandbox's catalogue. */
export type Person = { name: string; idNumber: string; phone: string; outcome: string }

/** What may go wrong with a payment, as the sandbox takes it. Amounts in fen. */
export type PaymentFaults = {
  duplicates?: number
  delayMs?: number
  dropNotification?: boolean
  amountFen?: number
  payAfterClose?: boolean
}

export type Offer = 'fee' | 'membership'

/** Somebody with a phone who uses the service. */
export type User = { token: string; accountId: string; phone: string }

/** The test people with an outcome, in the order of the catalogue. */
export const peopleWith = async (platform: Platform, outcome: string): Promise<Person[]> => {
  const { people } = await platform.must(peopleRoute)
  return people.filter((person) => person.outcome === outcome)
}

/** Asks for a code; solves what the service wants solved where it was asked often. */
const ask = async (
  platform: Platform,
  body: { phone: string; purpose: 'sign_in' | 'verify_phone' },
  token?: string,
) => {
  const asked = await platform.call(smsCodeRoute, { body, token })
  if (asked.ok) return asked.body
  const { challenge, bits } = asked.problem
  const proof = challenge && bits ? solved(challenge, bits) : undefined
  return platform.must(smsCodeRoute, { body: { ...body, proof }, token })
}

/** Asks for a code by text message and reads it on the sandbox's phone. */
const codeOn = async (platform: Platform, phone: string, purpose: 'sign_in' | 'verify_phone', token?: string) => {
  const { smsCodeId } = await ask(platform, { phone, purpose }, token)
  const { messages } = await platform.must(receivedSmsRoute, { query: { phone } })
  const [newest] = messages
  if (!newest) throw new Error('no text message arrived')
  return { code: newest.code, smsCodeId }
}

/** A code that proves a number in a session. */
export const codeFor = async (platform: Platform, phone: string, token: string): Promise<string> =>
  (await codeOn(platform, phone, 'verify_phone', token)).code

/** What signing in takes: number, code, and where it was asked for. */
export const credentialsFor = async (platform: Platform, phone: string) => {
  const { code, smsCodeId } = await codeOn(platform, phone, 'sign_in')
  return { phone, code, smsCodeId: smsCodeId ?? '' }
}

/** Signs in by text message; the first time opens the account. */
export const signIn = async (platform: Platform, phone: string): Promise<User> => {
  const body = await credentialsFor(platform, phone)
  const { token = '', account } = await platform.must(signInRoute, { body })
  return { token, accountId: account.id, phone }
}

const NOTICE = settingsOf('sandbox', undefined).consentNotice

/** What the verification form sends. */
export const formOf = ({ name, idNumber, phone }: Person, offer: Offer, smsCode: string) => ({
  name,
  idNumber,
  phone,
  smsCode,
  offer,
  consent: { notice: NOTICE, agreed: true },
})

/** Step 1: name, ID number, mobile, code, consent. Answers the verification and its order. */
export const submit = async (platform: Platform, user: User, person: Person, offer: Offer) => {
  const code = await codeFor(platform, person.phone, user.token)
  const call = { body: formOf(person, offer, code), token: user.token, headers: freshKey() }
  return platform.must(submitRoute, call)
}

/** A way to pay that shows a code, one of each channel. */
export type CodeMethod = 'wechat_native' | 'alipay_qr'

/** Step 2, first half: what the payer scans, of either channel. */
export const codeToScan = async (
  platform: Platform,
  user: User,
  orderId: string,
  method: CodeMethod = 'wechat_native',
) => {
  const call = { params: { id: orderId }, body: { method }, token: user.token }
  const { codeUrl, qrCode, outTradeNo } = await platform.must(payRoute, call)
  return { codeUrl: codeUrl ?? qrCode ?? '', outTradeNo }
}

/** Step 2, second half: the payer pays at the channel whose code it is. */
export const scan = (platform: Platform, codeUrl: string, faults: PaymentFaults = {}) =>
  codeUrl.startsWith('weixin:')
    ? platform.must(payerRoute, { body: { codeUrl, faults } })
    : platform.must(alipayPayRoute, { body: { qrCode: codeUrl, faults } })

/** Step 3: the verification as its page shows it. */
export const verificationNow = (platform: Platform, user: Pick<User, 'token'>, id: string) =>
  platform.must(getRoute, { params: { id }, token: user.token })

/** What the channel itself knows of an order number, in fen: paid, and what really went back. */
export const moneyAtChannel = async (platform: Platform, outTradeNo: string) => {
  const { paidFen, refunds } = await platform.must(paymentsRoute, { query: { outTradeNo } })
  const done = refunds.filter((refund) => refund.state === 'SUCCESS')
  return { paidFen, refundedFen: done.reduce((sum, refund) => sum + refund.refundFen, 0) }
}

/** Calls the identity vendor got about a number: charged and free, and turned away among these. */
export const vendorCalls = async (platform: Platform, phone: string) => {
  const { vendors } = await platform.must(vendorCallsRoute, { query: { phone } })
  const found = vendors.find(({ vendor }) => vendor === 'tencent_faceid')
  return { billed: found?.billed ?? 0, unbilled: found?.unbilled ?? 0, turnedAway: found?.turnedAway ?? 0 }
}

/** Makes a message token, as a script would use it. */
export const messageToken = async (platform: Platform, user: User): Promise<string> =>
  (await platform.must(tokenCreateRoute, { body: { name: 'demo' }, token: user.token })).token

/** Sends the way a pushplus script does; answers the code in the body. */
export const pushplusSend = async (platform: Platform, token: string, content: string): Promise<number> => {
  const response = await fetch(`${platform.url}/send`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, title: 'demo', content }),
  })
  const { code } = (await response.json()) as { code: number }
  return code
}
