import type { Millis } from '../../../shared/kernel/time.ts'
import { addsOnly, askingIn, type PlatformMethodName } from '../methods.ts'
import type { Verification } from '../verification.ts'
import type { OwedRefusal } from './refusal.ts'

/**
 * A verification that no order paid for: it begins `queued`, with its check. `subject`: what of its owner it is about (the card, the document);
 * `subjectId`: the id by which its account and the platform know that, where it is kept under something else; `refusal`: why it proved nothing, as its
 * user sees it. `sealedCard`: the number of a bank card, for as long as it is still to be checked; `pictures`: those that are part of it for as long,
 * with until when each was to be kept (epoch ms). `heldSince`: since when the account was who it was, where that was opened for it (epoch ms): it is about
 * nobody else. `validUntil`: when what it proves counts no more (epoch ms), where that is known by what was handed in.
 */
export type OwedVerification = Omit<Verification, 'orderId' | 'offer' | 'method' | 'segmentIndex'> & {
  method: PlatformMethodName
  subject: string
  subjectId?: string
  refusal?: OwedRefusal
  sealedCard?: string
  pictures?: readonly { id: string; keptUntil: Millis }[]
  heldSince?: Millis
  validUntil?: Millis
}

/** A verification, whoever pays for its check. */
export type AnyVerification = Verification | OwedVerification

export const isOwed = (of: AnyVerification): of is OwedVerification => 'subject' in of

/**
 * Whether it is only about who the account is already, so that it makes nobody somebody: its way adds to somebody alone, or whom it is about was
 * opened and not typed.
 */
export const isOfHolder = (of: AnyVerification): boolean =>
  addsOnly(askingIn(of.method)) || (isOwed(of) && of.heldSince !== undefined)

/** Whether the account is still who it was then, where that was opened for it. */
export const isHeldStill = (of: AnyVerification, held: { verifiedAt: Millis } | undefined): boolean =>
  !isOwed(of) || of.heldSince === undefined || of.heldSince === held?.verifiedAt

/** Whether what was handed in counts no more, so that nothing could be proven by it any longer. */
export const isOver = (of: AnyVerification, now: Millis): boolean =>
  isOwed(of) && of.validUntil !== undefined && of.validUntil <= now
