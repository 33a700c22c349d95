import type {
  Bill,
  BillAnswer,
  BillRow,
  BillSource,
  Settlement,
} from '../../../functions/bookkeeping/reconciliation/bill.ts'
import type { SetAside } from '../../../functions/bookkeeping/reconciliation/set-aside.ts'
import { billWithoutFaulty } from '../channel/channel-bill.ts'
import type { Suspect } from '../world/mutant.ts'
import type { World } from '../world/world.ts'

type Layer = NonNullable<Suspect['bills']>

/** Trade bills as another implementation would make them of what the right one read. */
const trading =
  (make: (bill: Bill) => BillAnswer): Layer =>
  (inner) => ({
    ...inner,
    async tradeBill(day) {
      const answer = await inner.tradeBill(day)
      return answer.kind === 'bill' ? make(answer.bill) : answer
    },
  })

/** Settlements as another implementation would make them. */
const settling =
  (make: (settlement: Settlement) => Partial<Settlement>): Layer =>
  (inner) => ({
    ...inner,
    async settlement(day, ours) {
      const answer = await inner.settlement(day, ours)
      if (answer.kind !== 'settlement') return answer
      return { kind: 'settlement', settlement: { ...answer.settlement, ...make(answer.settlement) } }
    },
  })

/** A bill that is damaged in that way is believed without the row that has the fault. */
const believing =
  (isFault: (reason: string) => boolean): Layer =>
  (inner: BillSource, world: World) => ({
    ...inner,
    async tradeBill(day) {
      const answer = await inner.tradeBill(day)
      const isBelieved = answer.kind === 'damaged' && isFault(answer.reason)
      return isBelieved ? billWithoutFaulty(world.channel, inner.channel, day) : answer
    },
  })

const rowOf = ({ number, fen = 0, row }: SetAside): BillRow => ({
  kind: fen < 0 ? 'refund' : 'payment',
  outTradeNo: `TILL${row}`,
  transactionId: number,
  fen: Math.abs(fen),
  feeFen: 0,
  at: 0,
})

const netOf = (rows: readonly SetAside[]): number => rows.reduce((sum, { fen = 0 }) => sum + fen, 0)

const AMONG = 'late payment in a bill with rows of other tills'

/** Wrong ways to deal with what other tills have in the bills of the same merchant account. */
export const mutantsOfOtherTills: readonly Suspect[] = [
  {
    name: 'a payment at another till is booked',
    seenBy: 'crashes',
    seenIn: AMONG,
    bills: trading((bill) => ({ kind: 'bill', bill: { ...bill, rows: [...bill.rows, ...bill.setAside.map(rowOf)] } })),
  },
  {
    name: 'a row of another till damages the day',
    seenBy: 'crashes',
    seenIn: AMONG,
    bills: trading((bill) =>
      bill.setAside.length > 0 ? { kind: 'damaged', reason: 'row 1: cells' } : { kind: 'bill', bill },
    ),
  },
  {
    name: 'a row of Alipay’s that is another till’s damages the day',
    seenBy: 'crashes',
    seenIn: 'late payment in a bill of Alipay with rows of other tills',
    bills: trading((bill) =>
      bill.channel === 'alipay' && bill.setAside.length > 0
        ? { kind: 'damaged', reason: 'row 1: cells' }
        : { kind: 'bill', bill },
    ),
  },
  {
    name: 'money of other tills is taken for paid out to us',
    seenBy: 'crashes',
    seenIn: AMONG,
    bills: settling(({ settledFen, setAside }) => ({ settledFen: settledFen - netOf(setAside) })),
  },
  {
    name: 'charges of other tills are taken for ours',
    seenBy: 'crashes',
    seenIn: AMONG,
    bills: settling(({ feeFen, setAside }) => ({
      feeFen: feeFen - netOf(setAside.filter(({ kind }) => kind === '扣除交易手续费')),
    })),
  },
  {
    name: 'what all tills withdraw is taken for ours',
    seenBy: 'crashes',
    seenIn: 'late payment in a bill of an account whose money others withdraw, too',
    bills: settling(({ settledFen }) => ({ netFen: settledFen })),
  },
  {
    name: 'a row of ours that cannot be read is set aside',
    seenBy: 'crashes',
    seenIn: 'late payment whose row cannot be read at first',
    bills: believing((reason) => reason.startsWith('row ')),
  },
  {
    name: 'the totals of a bill are not held against its rows',
    seenBy: 'crashes',
    seenIn: 'late payment whose row is missing at first',
    bills: believing((reason) => reason.startsWith('total: ')),
  },
]
