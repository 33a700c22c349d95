import fc from 'fast-check'
import { bookedForDay } from '../../functions/bookkeeping/ledger/day-ledger-store.ts'
import {
  channelSettled,
  type LedgerTransaction,
  paymentDecided,
  paymentReceived,
  pointsIssued,
  refundPaid,
  vendorCharged,
} from '../../functions/payment/ledger/ledger.ts'
import { booked } from '../../functions/payment/ledger/ledger-store.ts'
import { beijingDay, DAY, type Millis } from '../../shared/kernel/time.ts'
import { memoryTable } from '../../shared/table/memory.ts'
import { NOON } from '../kit.ts'

/** One order's life in the ledger: what was paid, what went back, what the check cost. */
export type Life = {
  id: string
  paidFen: number
  backFen: number
  channel: 'wechat_pay' | 'alipay'
  paidAt: Millis
  /** How far it came: paid, decided, paid out. */
  steps: number
  points: boolean
}

/** Some days around noon of the test day. */
const moment = fc.integer({ min: NOON - 3 * DAY, max: NOON + 3 * DAY })

const orderId = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }).map((id) => id.toString(16).padStart(32, '0'))

export const lives = fc.uniqueArray(
  fc.record({
    id: orderId,
    paidFen: fc.integer({ min: 1, max: 100_000 }),
    backFen: fc.nat({ max: 100_000 }),
    channel: fc.constantFrom('wechat_pay', 'alipay'),
    paidAt: moment,
    steps: fc.integer({ min: 1, max: 3 }),
    points: fc.boolean(),
  }),
  { maxLength: 40, selector: ({ id }) => id },
)

/** What was booked over a life, in its order. */
const transactionsOf = ({ id, paidFen, backFen, channel, paidAt, steps, points }: Life): LedgerTransaction[] => {
  const refundFen = Math.min(paidFen, backFen)
  const [outTradeNo, decidedAt] = [id, paidAt + DAY / 3]
  const all = [
    paymentReceived({ channel, outTradeNo, paidFen, at: paidAt }),
    paymentDecided({ outTradeNo, paidFen, refundFen, earned: points ? 'points' : 'fee', at: decidedAt }),
    ...(refundFen
      ? [refundPaid({ channel, outTradeNo, outRefundNo: `${id}v1`, refundFen, at: decidedAt + DAY / 2 })]
      : []),
  ].slice(0, steps)
  const more = points
    ? pointsIssued({ accountId: id, outTradeNo, points: paidFen, at: decidedAt })
    : vendorCharged({ vendor: 'tencent_cloud', outTradeNo, cost: 3000, at: decidedAt })
  return steps > 1 ? [...all, more] : all
}

/** A table with everything those lives left in the ledger, and a settlement that belongs to no order. */
export const ledgerOf = async (all: readonly Life[]) => {
  const table = memoryTable()
  for (const life of all) await table.commit(transactionsOf(life).map((one) => booked(life.id, one)))
  const day = beijingDay(NOON)
  const settled = channelSettled({ channel: 'wechat_pay', day, settledFen: 990, feeFen: 6, at: NOON })
  await table.commit([bookedForDay('wechat_pay', day, settled)])
  return { table, transactions: [...all.flatMap(transactionsOf), settled] }
}
