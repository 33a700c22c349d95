import type { DeedAction } from './deed.ts'

/** A refund by its number at the channel: payment, cause, round. */
const REFUND = /^(?:[0-9a-f]{32}|[0-9a-z]{25}p\d{1,2})[vd]\d{1,4}$/
/** In which way, and which difference: its kind and the number that it has in our books or in the bill. */
const DIFFERENCE = /^[a-z]+(?:_[a-z]+)* [a-z]+(?:_[a-z]+)*:[\x21-\x7e]{1,100}$/
/** From where, and a hash of the place. */
const SIGNED_IN = /^[a-z]+(?:_[a-z]+)* [\w-]{10}$/
const ID = /^[0-9a-f]{32}$/
/** A word of a closed list. */
const WORD = /^[a-z]+(?:_[a-z]+)*$/
/** All, or how many, with the hash of which. */
const LETTERS = /^(?:all|[1-9]\d{0,2} [0-9a-f]{64})$/

/**
 * The forms that `detail` of each deed may have; none where it has no detail. A record is kept for good and read by many, so nothing that somebody typed
 * goes into one but the reason.
 */
const details: Record<DeedAction, readonly RegExp[]> = {
  account_ban: [],
  account_unban: [],
  appeal_reject: [],
  complaint_reply: [],
  complaint_complete: [],
  complaint_malicious: [],
  refund_retry: [REFUND],
  refund_propose_by_hand: [REFUND],
  refund_paid_by_hand: [REFUND],
  proposal_refuse: [REFUND, DIFFERENCE],
  refund_recheck: [REFUND],
  difference_propose: [DIFFERENCE],
  difference_settle: [DIFFERENCE],
  reconciliation_rerun: [],
  statement_import: [],
  identity_read: [ID],
  number_search: [WORD],
  dead_letters_replay: [LETTERS],
  operator_invite: [WORD],
  operator_enrol: [],
  operator_link_open: [],
  operator_sign_in: [SIGNED_IN],
  operator_lock_out: [WORD],
  operator_link: [WORD],
  operator_role: [WORD],
  operator_disable: [WORD],
  operator_enable: [WORD],
}

/** Kinds and names as `deedSubjects` writes them. */
const SUBJECT = /^[a-z]+(?::[\w.-]{1,64}){1,2}$/

/** Code points. What routes take is shorter. */
const LONGEST_REASON = 1000

/** Whether a deed may be written down like this: its subject and detail are names, and its reason is no longer than a reason. */
export const isDeedForm = (of: { action: DeedAction; subject: string; detail?: string; reason: string }): boolean => {
  const { detail } = of
  const isDetail = detail === undefined || details[of.action].some((form) => form.test(detail))
  return isDetail && SUBJECT.test(of.subject) && of.reason.length <= 2 * LONGEST_REASON
}
