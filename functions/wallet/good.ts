import type { Good } from '../payment/good.ts'
import { pointsIssued, pointsWithdrawn } from '../payment/ledger/ledger.ts'
import { booked } from '../payment/ledger/ledger-store.ts'
import { walletKeys } from './keys.ts'
import { pointsCredited, pointsOf, pointsTakenBack } from './points-store.ts'

/** Points: credited with the payment, and taken back as far as they are not spent. */
export const pointsGood: Good = {
  description: '积分充值',
  named: ({ points = 0 }) => `${points}积分`,
  // 100 points cost 100 fen.
  price: ({ points = 0 }) => points,
  async planDelivery(_table, { id, accountId, points = 0 }, { outTradeNo }, now) {
    const issued = pointsIssued({ accountId, outTradeNo, points, at: now })
    return { kind: 'delivered', writes: [pointsCredited(accountId, points), booked(id, issued)] }
  },
  ended: () => [],
  async planTakingBack(table, { id, accountId, outTradeNo = '', points = 0 }, now) {
    const balance = pointsOf(await table.get(walletKeys.points(accountId)))
    const back = Math.min(balance, points)
    if (back <= 0) return []
    const withdrawn = pointsWithdrawn({ accountId, outTradeNo, points: back, at: now })
    return [pointsTakenBack(accountId, balance, back), booked(id, withdrawn)]
  },
}
