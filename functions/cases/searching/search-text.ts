import { isId } from '../../../shared/kernel/ids.ts'
import { EXTERNAL_ID } from '../../account/external-id.ts'
import { certificateIdIn } from '../../certificates/certificate/certificate-id.ts'
import { judgeCompanyName, normaliseCompanyName } from '../../certification/company/company-name.ts'
import { judgeCreditCode, normaliseCreditCode } from '../../certification/company/credit-code.ts'
import { skeletonOf } from '../../certification/naming/name-skeleton.ts'
import { isComplaintId } from '../../complaints/complaint.ts'
import { orderIdOf } from '../../payment/orders/order.ts'
import { isPaymentChannel, type PaymentChannel } from '../../payment/paying/provider.ts'
import { refundNamed } from '../../payment/refunds/refund.ts'
import { looksLikeIdNumber, normaliseIdNumber } from '../../person/id-number.ts'
import { normalisePhone } from '../../person/phone.ts'

/** A number that belongs to a person, normalised: found through its blind index, and only by a deed on record. */
export type PersonalNumber = { kind: 'phone' | 'id_number'; number: string }

/** What a text may name, by its form alone; several at once, as a number says of itself little more than that it is one. */
export type SearchForms = {
  /** 32 hex digits: an account, an order, a verification, a confirmation by face, an app, an applicant, an application, a message, a proposal, a deed. */
  id?: string
  externalId?: string
  /** An order by its number at the channel. */
  orderId?: string
  refund?: { orderId: string; name: string }
  /** A payment or a complaint by the number that a channel gave it, and which channel, where the text says it. */
  channelNumber?: { number: string; channel?: PaymentChannel }
  /** What the name of an app that this would be looks like. */
  appName?: string
  /** A company by its credit code or its whole name, as registers have them: no person's, and public. */
  company?: string
  /** The certificate of an app, however its id is typed. */
  certificate?: string
  /** A thing of an account, as queues and logs name it: `<account>.<thing>`. */
  ofAccount?: { accountId: string; id: string }
}

/** As somebody pastes an id: with the hyphens of a UUID, in capitals. */
const pastedId = (text: string): string | undefined => {
  const id = text.replaceAll('-', '').toLowerCase()
  return isId(id) ? id : undefined
}

/** A refund by its number at the channel, or by its name, which is that number without the round. */
const refundIn = (text: string): SearchForms['refund'] => {
  const named = refundNamed(text) ?? refundNamed(`${text}1`)
  return named && { orderId: named.orderId, name: named.name }
}

/** `<owner>.<rest>`, as pointers of queues have it. */
const pointed = (text: string): [owner: string, rest: string] | undefined => {
  const dot = text.indexOf('.')
  return dot < 0 ? undefined : [text.slice(0, dot), text.slice(dot + 1)]
}

/** `wechat_pay#2002…`, as a complaint is called among those of all channels, or the number alone. */
const channelNumberIn = (text: string): SearchForms['channelNumber'] => {
  const [channel = '', number] = text.split('#')
  if (number === undefined) return isComplaintId(text) ? { number: text } : undefined
  return isPaymentChannel(channel) && isComplaintId(number) ? { number, channel } : undefined
}

/** A code that checks itself or that people would look at, or a name that is registered in Chinese. */
const companyIn = (text: string): string | undefined => {
  const code = normaliseCreditCode(text)
  if (judgeCreditCode(code).verdict !== 'wrong') return code
  const name = normaliseCompanyName(text)
  return judgeCompanyName(name).verdict === 'wrong' ? undefined : name
}

/** What a trimmed text may name. */
export const formsOf = (text: string): SearchForms => {
  // Numbers of ours have no capitals; who copies them from a list may have made some.
  const ours = text.toLowerCase()
  const [owner = '', rest = ''] = pointed(ours) ?? []
  const [accountId, id] = [pastedId(owner), pastedId(rest.split('#')[0] ?? '')]
  const named = pastedId(text)
  return {
    id: named,
    externalId: EXTERNAL_ID.test(text) ? text : undefined,
    orderId: named ?? orderIdOf(ours),
    refund: refundIn(rest === '' ? ours : rest),
    channelNumber: channelNumberIn(text),
    appName: named ? undefined : skeletonOf(text) || undefined,
    company: named ? undefined : companyIn(text),
    certificate: certificateIdIn(text),
    ofAccount: accountId && id ? { accountId, id } : undefined,
  }
}

/** The number of a person that a text is as typed, a mistyped check digit and all; undefined where it is none. */
export const personalNumberIn = (text: string): PersonalNumber | undefined => {
  const phone = normalisePhone(text)
  if (phone.ok) return { kind: 'phone', number: phone.value }
  const number = normaliseIdNumber(text)
  return looksLikeIdNumber(number) ? { kind: 'id_number', number } : undefined
}
