import type { Language } from '../../../shared/kernel/language.ts'
import { refundReasons } from '../refunds/refund-reasons.ts'

const texts: Record<keyof typeof refundReasons, string> = {
  mismatch: 'Verification did not match; the membership part is refunded',
  no_record: 'Verification found no record; refunded',
  identity_in_use: 'This identity cannot be used at present; refunded',
  undetermined: 'Verification was not completed; refunded',
  certification: 'Certification fee; refunded',
  late_payment: 'The order was closed; the payment is refunded',
  second_payment: 'Paid twice; the second payment is refunded',
  wrong_amount: 'The amount was not the one asked for; the payment is refunded',
  account_banned: 'The account is suspended; the payment is refunded',
  channel: 'Returned by the payment channel itself',
  complaint: 'Returned by the payment channel after a complaint',
}

const names = Object.keys(refundReasons) as (keyof typeof refundReasons)[]

const english: ReadonlyMap<string, string> = new Map(names.map((name) => [refundReasons[name], texts[name]]))

/** Why money goes back, which is kept as the channel was told it, in the payer's language. */
export const reasonIn = (language: Language, kept: string): string =>
  language === 'en' ? (english.get(kept) ?? kept) : kept
