import type { Body } from '../../clients/typescript/src/index.ts'
import type { PayerFaults, TestPerson } from '../../clients/typescript/src/sandbox.ts'
import { settingsOf } from '../../functions/settings.ts'
import type { Platform, Reached } from './platform.ts'

/** A person of the sandbox's catalogue. */
export type Person = Pick<TestPerson, 'name' | 'idNumber' | 'phone' | 'outcome'>

/** What may go wrong with a payment, as the sandbox takes it. Amounts in fen. */
export type PaymentFaults = PayerFaults

export type Offer = 'fee' | 'membership'

/** Somebody with a phone who uses the service. */
export type User = { token: string; accountId: string; phone: string }

/** A code that proves a number in a session. */
export const codeFor = async ({ shiming, sandbox }: Reached, phone: string, token: string): Promise<string> => {
  await shiming.withSession(token).smsCodes.send(phone)
  return sandbox.codeFor(phone)
}

/** What signing in takes: number, code, and where it was asked for. */
export const credentialsFor = async ({ shiming, sandbox }: Reached, phone: string) => {
  const { smsCodeId } = await shiming.smsCodes.send(phone)
  return { phone, code: await sandbox.codeFor(phone), smsCodeId }
}

/** Signs in by text message; the first time opens the account. */
export const signIn = async (platform: Reached, phone: string): Promise<User> => {
  const { token = '', account } = await platform.shiming.sessions.create(await credentialsFor(platform, phone))
  return { token, accountId: account.id, phone }
}

const NOTICE = settingsOf('sandbox', undefined).consentNotice

/** What the verification form sends. `notice`: what is agreed to, where that is not the one of a sandbox as it comes. */
export const formOf = (
  { name, idNumber, phone }: Person,
  offer: Offer,
  smsCode: string,
  notice = NOTICE,
): Body<'POST /v1/verifications'> => ({
  name,
  idNumber,
  phone,
  smsCode,
  offer,
  consent: { notice, agreed: true },
})

/** Step 1: name, ID number, mobile, code, consent. Answers the verification and its order. */
export const submit = async (platform: Reached, { token }: Pick<User, 'token'>, person: Person, offer: Offer) => {
  const code = await codeFor(platform, person.phone, token)
  const { consent } = await platform.shiming.offers.get()
  return platform.shiming.withSession(token).verifications.submit(formOf(person, offer, code, consent.version))
}

/** A way to pay that shows a code, one of each channel. */
export type CodeMethod = 'wechat_native' | 'alipay_qr'

/** Step 2, first half: what the payer scans, of either channel. */
export const codeToScan = async (
  { shiming }: Reached,
  { token }: Pick<User, 'token'>,
  orderId: string,
  method: CodeMethod = 'wechat_native',
) => {
  const { codeUrl, qrCode, outTradeNo } = await shiming.withSession(token).orders.pay(orderId, { method })
  return { codeUrl: codeUrl ?? qrCode ?? '', outTradeNo }
}

/** Step 2, second half: the payer pays at the channel whose code it is. */
export const scan = ({ sandbox }: Reached, code: string, faults: PaymentFaults = {}) =>
  sandbox.payer.pays(code.startsWith('weixin:') ? { codeUrl: code } : { qrCode: code }, faults)

/** Step 3: the verification as its page shows it. */
export const verificationNow = ({ shiming }: Reached, { token }: Pick<User, 'token'>, id: string) =>
  shiming.withSession(token).verifications.get(id)

/** What the channel itself knows of an order number, in fen: paid, and what really went back. */
export const moneyAtChannel = async ({ sandbox }: Reached, outTradeNo: string) => {
  const { paidFen, refunds } = await sandbox.payment(outTradeNo)
  const done = refunds.filter((refund) => refund.state === 'SUCCESS')
  return { paidFen, refundedFen: done.reduce((sum, refund) => sum + refund.refundFen, 0) }
}

/** As the sandbox names those that check identities. */
const IDENTITY_VENDORS: readonly string[] = ['tencent_faceid', 'alibaba_cloudauth']

/** Calls the identity vendor got about a number: charged and free, and turned away among these. */
export const vendorCalls = async ({ sandbox }: Reached, phone: string) => {
  const found = (await sandbox.vendorCalls(phone)).filter(({ vendor }) => IDENTITY_VENDORS.includes(vendor))
  const sum = (of: 'billed' | 'unbilled' | 'turnedAway'): number => found.reduce((total, one) => total + one[of], 0)
  return { billed: sum('billed'), unbilled: sum('unbilled'), turnedAway: sum('turnedAway') }
}

/** Makes a message token, as a script would use it. */
export const messageToken = async ({ shiming }: Reached, { token }: User): Promise<string> =>
  (await shiming.withSession(token).tokens.create('demo')).token

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
