import { target } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { DUE, due, LISTED } from '../../../shared/table/keys.ts'
import { all, equals, type Update, update } from '../../../shared/table/write.ts'
import type { Proposal } from '../../operators/proposals/proposal.ts'
import { type Refund, refundTransitions } from './refund.ts'
import { asRead, notAskedByHand, refundKey, untaken } from './refund-store.ts'

/** Why nothing comes of a deed: the refund is not as it was when the channel was asked about it. */
export const REFUND_CHANGED = 'refund_changed'

/** An operator has it sent again, under its number, at once: the channel has just said that it does not know it, or that it failed. */
export const refundSentAgain = (refund: Refund, now: Millis): Update => {
  const key = refundKey(refund)
  return update(
    key,
    {
      set: {
        status: target(refundTransitions, 'sent_again'),
        roundSince: now,
        stepsBefore: refund.steps,
        ...due(key, now + MINUTE),
        ...untaken(refund),
      },
      remove: ['wakePause', 'acceptedAt'],
    },
    all(asRead(refund, 'sent_again'), notAskedByHand(now)),
    REFUND_CHANGED,
  )
}

const ASKED = ['byHandProposal', 'byHandUntil']

/** Somebody says that it was paid another way, by a proposal: it is sent to nobody until that is decided or over. */
export const refundAskedByHand = (refund: Refund, { id, expiresAt }: Pick<Proposal, 'id' | 'expiresAt'>): Update =>
  update(
    refundKey(refund),
    { set: { byHandProposal: id, byHandUntil: expiresAt } },
    asRead(refund, 'asked_by_hand'),
    REFUND_CHANGED,
  )

/** Another refused what was said by that proposal: it may be sent again. */
export const refundNotByHand = (refund: Refund, { id }: Pick<Proposal, 'id'>): Update =>
  update(refundKey(refund), { remove: ASKED }, equals('byHandProposal', id), REFUND_CHANGED)

/** Somebody paid it another way, and another approved it. */
export const refundEndedByHand = (refund: Refund, operatorId: string, now: Millis): Update =>
  update(
    refundKey(refund),
    {
      set: {
        status: target(refundTransitions, 'paid_by_hand'),
        succeededAt: now,
        paidByHand: true,
        paidBy: operatorId,
      },
      remove: [...DUE, ...LISTED, ...ASKED],
    },
    asRead(refund, 'paid_by_hand'),
    REFUND_CHANGED,
  )

/** It never went out, though we had believed so: due once more, under the next number, whose time begins now. */
export const refundOwedAgain = (refund: Refund, now: Millis): Update => {
  const key = refundKey(refund)
  return update(
    key,
    {
      set: {
        status: target(refundTransitions, 'owed_again'),
        round: refund.round + 1,
        roundSince: now,
        steps: 0,
        ...due(key, now + MINUTE),
        ...untaken(refund),
      },
      remove: ['succeededAt', 'acceptedAt', 'stepsBefore', 'notBefore'],
    },
    all(asRead(refund, 'owed_again'), notAskedByHand(now)),
    REFUND_CHANGED,
  )
}
