import { membershipGood } from '../membership/good.ts'
import type { Good, Sold } from '../payment/good.ts'
import { checkWork, verificationKeys } from './keys.ts'
import { verificationEnded, verificationPaid } from './moves-store.ts'
import { tryEnded, tryPaid } from './submission/tries-store.ts'

const verificationIn = ({ id, accountId, verificationId }: Sold): { accountId: string; id: string } => {
  if (!verificationId) throw new Error(`order ${id} is for a verification and names none`)
  return { accountId, id: verificationId }
}

/** A verification: paid for, it owes its check, and the verdict decides what of the money is kept. */
export const verificationGood: Good = {
  description: '实名认证',
  named: ({ offer }) => (offer === 'membership' ? '实名核验（含会员1个月）' : '实名核验'),
  price: ({ offer }, { feeFen, membershipFen }) => (offer === 'membership' ? membershipFen : feeFen),
  async planDelivery(_table, order, fact, now) {
    // Who only sells it needs nothing of checks.
    const { checkReady } = await import('./check/ready-store.ts')
    const of = verificationIn(order)
    return {
      kind: 'awaited',
      wake: checkWork.pointerTo(verificationKeys.check(of.accountId, of.id)),
      writes: [checkReady(order, of.id, fact, now), verificationPaid(of), tryPaid(of.accountId, now)],
    }
  },
  ended(order, ending, now) {
    const of = verificationIn(order)
    return [
      ending === 'expired' ? verificationEnded(of, 'expired', now) : verificationEnded(of, 'cancelled', now, ending),
      tryEnded(of.accountId, of.id),
    ]
  },
  // Only the membership that a match started can be taken back: what was found out stays found out.
  planTakingBack: membershipGood.planTakingBack,
}
