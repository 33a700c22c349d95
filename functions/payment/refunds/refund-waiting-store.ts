import type { Millis } from '../../../shared/kernel/time.ts'
import { due, LISTED } from '../../../shared/table/keys.ts'
import { absent, all, type Update, update } from '../../../shared/table/write.ts'
import type { Refund } from './refund.ts'
import { inRound, refundKey } from './refund-store.ts'
import { OPERATOR_PAUSE } from './refund-timing.ts'

/** A refund that a person must end stays with them; `channelCode` is why, as the channel puts it by now. */
export const refundLeft = (refund: Refund, channelCode: string | undefined, now: Millis): Update => {
  const key = refundKey(refund)
  return update(
    key,
    { set: { channelCode, ...due(key, now + OPERATOR_PAUSE) }, remove: ['wakePause'] },
    inRound(refund, 'left'),
    'refund_over',
  )
}

/** The channel took it, and says how it ended when it is asked at `at`. */
export const refundTaken = (refund: Refund, at: Millis, now: Millis): Update => {
  const key = refundKey(refund)
  return update(
    key,
    {
      set: { acceptedAt: refund.acceptedAt ?? now, ...due(key, at) },
      remove: ['leaseUntil', 'wakePause', 'channelCode', ...LISTED],
    },
    // Whoever takes it for the first time is told of, and only they are.
    refund.acceptedAt === undefined ? all(inRound(refund, 'taken'), absent('acceptedAt')) : inRound(refund, 'taken'),
    'refund_over',
  )
}

/** Nothing new: ask again at `at`. */
export const refundWaits = (refund: Refund, at: Millis, channelCode?: string): Update => {
  const key = refundKey(refund)
  return update(
    key,
    { set: { channelCode, ...due(key, at) }, remove: ['leaseUntil', 'wakePause'] },
    inRound(refund, 'waited'),
    'refund_over',
  )
}
