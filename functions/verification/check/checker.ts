import type { DataItem, Permit } from '../../consent/permit.ts'

/**
 * The elements a check compares: as typed, normalised, or in plaintext in the memory of the check worker. `phone` is empty where none is
 * compared; `bankCard`: the number of a card, where one is.
 */
export type Elements = { name: string; idNumber: string; phone: string; bankCard?: string }

/** What can be compared of somebody, and what it is when it is handed on. */
export const elementItems = {
  name: 'name',
  idNumber: 'id_number',
  phone: 'phone',
  bankCard: 'bank_card',
} as const satisfies Record<string, DataItem>
export type Element = keyof typeof elementItems

/**
 * What an identity vendor can be asked, each a call that is paid: whether these belong to one person; `phone_still_held`: whether the number
 * has not been given to somebody else since a day (`mismatch`: it has).
 */
export const questions = {
  carrier_three_element: ['name', 'idNumber', 'phone'],
  identity_two_element: ['name', 'idNumber'],
  bank_card_four_element: ['name', 'idNumber', 'phone', 'bankCard'],
  phone_still_held: ['phone'],
} as const satisfies Record<string, readonly Element[]>
export type Question = keyof typeof questions

/** One question about one person, in plaintext in the memory of the check worker. `since`: a Beijing day, as YYYYMMDD. */
export type Asked = {
  [Q in Question]: { question: Q } & Record<(typeof questions)[Q][number], string> &
    (Q extends 'phone_still_held' ? { since: string } : unknown)
}[Question]

/** A question about somebody; throws where an element that it compares was not given. */
export const askedOf = (
  question: Exclude<Question, 'phone_still_held'>,
  given: Partial<Record<Element, string>>,
): Asked => {
  const elements = questions[question].map((one) => {
    const value = given[one]
    if (value === undefined) throw new Error(`${question} without ${one}`)
    return [one, value]
  })
  return { question, ...Object.fromEntries(elements) } as Asked
}

/** What is handed on with a question. */
export const itemsAsked = (question: Question): DataItem[] => questions[question].map((one) => elementItems[one])

/** Whether the vendor charges for the call. */
export const billedAnswers = ['yes', 'no', 'unknown'] as const
export type Billed = (typeof billedAnswers)[number]

/**
 * Why a vendor cannot answer the question at all. `data_unsupported`: it does not take these very data (the form of a name or
 * number). `vendor_refused`: for another reason, which nobody here understands.
 */
export const refusals = [
  'number_segment_unsupported',
  'data_unsupported',
  'vendor_daily_limit',
  'vendor_refused',
] as const
export type RefusedBecause = (typeof refusals)[number]

/** How a call ended, in one word. */
export const callAnswers = ['match', 'mismatch', 'no_record', 'not_executed', 'unknown', 'refused'] as const
export type CallAnswer = (typeof callAnswers)[number]

/** Of a bank card besides: lost, expired, restricted, not open for this. The holder's to mend, and charged all the same. */
export const cardRefusals = [...refusals, 'card_unusable'] as const
export type CardRefusedBecause = (typeof cardRefusals)[number]

/** What a bank says of a card that it cannot be asked about, as far as vendors tell it. */
export const cardStates = [
  'not_for_online_payment',
  'withdrawn',
  'not_valid',
  'no_issuing_bank',
  'asleep',
  'known_for_fraud',
  'lost',
  'expired',
  'restricted',
  'locked_by_passwords',
  'bank_takes_no_part',
  'abnormal',
  'not_offered_by_bank',
  'refused_by_bank',
] as const
export type CardState = (typeof cardStates)[number]

/**
 * How one call to an identity vendor ended. `requestId` is the vendor's own number of it, where an answer was read.
 * `verdict`: the vendor answered the question. `not_executed`: documented or provable that nothing was done and nothing is
 * charged, so asking once more is allowed; `notSent`: not even the data left us. `refused`: answered, but the question cannot be answered for this evidence
 * (number segment not supported, daily limit) or for us; asking again does not help.
 * `unknown`: possibly executed, never asked again.
 * `needsRepair`: the vendor refuses us, whoever is to be checked, until a person mends something on our side (balance, key,
 * permission, clock): alarm, and a pause for everybody.
 * `differs`: which of what was compared does not fit the rest, where the vendor says so. `notLookedUp`: documented that a refused
 * question was answered before anybody's data was looked up, so that another vendor may be asked it. `card`: why a card is unusable, where the bank
 * says so.
 */
export type CheckResult =
  | {
      kind: 'verdict'
      verdict: 'match' | 'mismatch' | 'no_record'
      billed: Billed
      vendorCode: string
      requestId?: string
      differs?: readonly Element[]
    }
  | { kind: 'not_executed'; vendorCode: string; notSent?: true; needsRepair?: true }
  | {
      kind: 'refused'
      because: CardRefusedBecause
      billed: Billed
      vendorCode: string
      requestId?: string
      notLookedUp?: true
      needsRepair?: true
      card?: CardState
    }
  | { kind: 'unknown'; vendorCode: string; requestId?: string }

/** The word for a result. */
export const answerOf = (result: CheckResult): CallAnswer => (result.kind === 'verdict' ? result.verdict : result.kind)

/** The vendor refuses us, and not only these data. */
export const refusesUs = ({ needsRepair }: { kind: string; needsRepair?: true }): boolean => needsRepair === true

/**
 * A vendor of identity checks. One call, never a retry; never throws for what the vendor or network does. Throws, and sends nothing,
 * without a permit for this vendor and these data. A question it has no call for is `not_executed`.
 */
export type IdentityChecker = { vendor: string; check(asked: Asked, permit: Permit): Promise<CheckResult> }

/** What a vendor said beside its verdict: which of what was compared does not fit the rest, or why a card cannot be asked about. */
export type Said = { differs?: readonly Element[] | undefined; card?: CardState | undefined }
