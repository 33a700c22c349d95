import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { CardState } from '../../verification/check/checker.ts'
import type { OwedRefusal } from '../../verification/owed/refusal.ts'
import type { Bank, CardKind } from './banks.ts'

export const cardStatuses = ['checking', 'bound', 'refused', 'unbound'] as const
export type CardStatus = (typeof cardStatuses)[number]

export const cardTransitions = [
  {
    from: ['refused', 'unbound'],
    to: 'checking',
    on: 'typed',
    when: 'the number is typed (again) and its check is owed',
  },
  { from: ['checking'], to: 'bound', on: 'bound', when: 'name, ID number, card and reserved mobile belong together' },
  { from: ['checking'], to: 'refused', on: 'refused', when: 'they do not, or it could not be found out' },
  {
    from: ['bound', 'refused'],
    to: 'unbound',
    on: 'unbound',
    when: 'the user takes it off, or the account is cleared',
  },
] as const satisfies StateTable<CardStatus, string>

/** Who can mend what, told beside each reason: the user by what they type, at their bank, or only time. */
export const remedies = ['type_again', 'own_card', 'at_the_bank', 'other_card', 'later', 'ask_a_person'] as const
export type Remedy = (typeof remedies)[number]

const ofStates: Readonly<Record<CardState, Remedy>> = {
  not_for_online_payment: 'at_the_bank',
  withdrawn: 'other_card',
  not_valid: 'type_again',
  no_issuing_bank: 'type_again',
  asleep: 'at_the_bank',
  known_for_fraud: 'at_the_bank',
  lost: 'other_card',
  expired: 'other_card',
  restricted: 'at_the_bank',
  locked_by_passwords: 'at_the_bank',
  bank_takes_no_part: 'other_card',
  abnormal: 'at_the_bank',
  not_offered_by_bank: 'other_card',
  refused_by_bank: 'at_the_bank',
}

export const remedyOf: Readonly<Record<OwedRefusal, Remedy>> = {
  ...ofStates,
  data_differ: 'type_again',
  holder_differs: 'own_card',
  reserved_phone_differs: 'at_the_bank',
  no_record: 'type_again',
  identity_in_use: 'ask_a_person',
  account_banned: 'ask_a_person',
  identity_changed: 'type_again',
  document_expired: 'type_again',
  data_just_checked: 'later',
  vendor_unavailable: 'later',
  result_unknown: 'later',
  service_fault: 'later',
  number_segment_unsupported: 'at_the_bank',
  data_unsupported: 'type_again',
  vendor_daily_limit: 'later',
  vendor_refused: 'later',
}

/**
 * A bank card of an account: never its number, whose keyed index it is found by. `verificationId`: of the last check; `boundAt`, `unboundAt`: when it
 * was bound and taken off last (epoch ms): one that was is provable for good by typing the number again.
 */
export type Card = {
  id: string
  accountId: string
  index: string
  status: CardStatus
  reason?: OwedRefusal
  /** From when on the same may be tried again (epoch ms). */
  retryAt?: Millis
  bank?: Bank
  kind?: CardKind
  lastFour: string
  maskedPhone: string
  verificationId: string
  createdAt: Millis
  boundAt?: Millis
  /** Since when the account was who it was when the card was bound (epoch ms): it is bound to nobody else. */
  since?: Millis
  unboundAt?: Millis
}

/** Whether it is bound to whom the account is verified as; `since`: since when that is so (epoch ms), undefined for nobody. */
export const isBoundTo = ({ status, since }: Pick<Card, 'status' | 'since'>, of: Millis | undefined): boolean =>
  status === 'bound' && since === of

/** Whether it was bound once and is not now. */
export const isFormer = ({ status, unboundAt }: Pick<Card, 'status' | 'unboundAt'>): boolean =>
  status !== 'bound' && unboundAt !== undefined
