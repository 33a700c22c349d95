import type { DeedAction } from './deed.ts'

/** What a detail can be. */
const forms = {
  /** A refund by its number at the channel: payment, cause, round. */
  refund: /^(?:[0-9a-f]{32}|[0-9a-z]{25}p\d{1,2})[vd]\d{1,4}$/,
  /** In which way, and which difference: its kind and the number that it has in our books or in the bill. */
  difference: /^[a-z]+(?:_[a-z]+)* [a-z]+(?:_[a-z]+)*:[\x21-\x7e]{1,100}$/,
  /** From where, and a hash of the place. */
  signed_in: /^[a-z]+(?:_[a-z]+)* [\w-]{10}$/,
  id: /^[0-9a-f]{32}$/,
  /** A word of a closed list. */
  word: /^[a-z]+(?:_[a-z]+)*$/,
  /** Words of closed lists. */
  words: /^[a-z]+(?:_[a-z]+)*(?: [a-z]+(?:_[a-z]+)*){1,25}$/,
  /** All, or how many, with the hash of which. */
  letters: /^(?:all|[1-9]\d{0,2} [0-9a-f]{64})$/,
} as const
export type DetailForm = keyof typeof forms

/**
 * The forms that `detail` of a deed may have; a deed that is not named has no detail. A record is kept for good and read by many, so nothing that somebody typed
 * goes into one but the reason.
 */
export const detailForms: Partial<Record<DeedAction, readonly DetailForm[]>> = {
  refund_retry: ['refund'],
  refund_propose_by_hand: ['refund'],
  refund_paid_by_hand: ['refund'],
  proposal_refuse: ['refund', 'difference'],
  refund_recheck: ['refund'],
  difference_propose: ['difference'],
  difference_settle: ['difference'],
  identity_read: ['id'],
  number_search: ['word'],
  review_ask: ['words'],
  review_decide: ['words'],
  review_second: ['words'],
  review_reject_second: ['words'],
  certificate_suspend: ['word'],
  certificate_revoke: ['word'],
  certificate_reinstate: ['word'],
  dead_letters_replay: ['letters'],
  webhook_redeliver: ['id'],
  operator_invite: ['word'],
  operator_sign_in: ['signed_in'],
  operator_lock_out: ['word'],
  operator_link: ['word'],
  operator_role: ['word'],
  operator_disable: ['word'],
  operator_enable: ['word'],
}

/** Which of the forms of its deed a detail has; undefined where it has none of them. */
export const detailFormOf = (action: DeedAction, detail: string): DetailForm | undefined =>
  detailForms[action]?.find((form) => forms[form].test(detail))

/** Kinds and names as `deedSubjects` writes them. */
const SUBJECT = /^[a-z]+(?::[\w.-]{1,64}){1,2}$/

/** Code points. What routes take is shorter. */
const LONGEST_REASON = 1000

/** Whether a deed may be written down like this: its subject and detail are names, and its reason is no longer than a reason. */
export const isDeedForm = (of: { action: DeedAction; subject: string; detail?: string; reason: string }): boolean => {
  const { detail } = of
  const isDetail = detail === undefined || detailFormOf(of.action, detail) !== undefined
  return isDetail && SUBJECT.test(of.subject) && of.reason.length <= 2 * LONGEST_REASON
}
