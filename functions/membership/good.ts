import type { Good } from '../payment/good.ts'
import { membershipKeys } from './keys.ts'
import { membershipGranted } from './membership.ts'
import { membershipExtended, membershipTakenBack, membershipUntil } from './membership-store.ts'

/** A month of membership: begins with the payment, and goes back to the millisecond. */
export const membershipGood: Good = {
  description: '会员 1 个月',
  named: () => '会员1个月',
  price: (_wanted, { membershipFen }) => membershipFen,
  async planDelivery(table, { accountId }, _fact, now) {
    const until = membershipUntil(await table.get(membershipKeys.membership(accountId)))
    return {
      kind: 'delivered',
      grantedMs: membershipGranted(until, now),
      writes: [membershipExtended(accountId, until, now)],
    }
  },
  ended: () => [],
  async planTakingBack(table, { accountId, grantedMs }) {
    if (grantedMs === undefined) return []
    const until = membershipUntil(await table.get(membershipKeys.membership(accountId)))
    return membershipTakenBack(accountId, until, grantedMs)
  },
}
