import { target } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { DUE, due, LISTED } from '../../../shared/table/keys.ts'
import { type Update, update } from '../../../shared/table/write.ts'
import { type Refund, refundTransitions } from './refund.ts'
import { asRead, refundKey, untaken } from './refund-store.ts'

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
    asRead(refund, 'sent_again'),
    'refund_changed',
  )
}

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
      remove: [...DUE, ...LISTED],
    },
    asRead(refund, 'paid_by_hand'),
    'refund_changed',
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
    asRead(refund, 'owed_again'),
    'refund_changed',
  )
}
