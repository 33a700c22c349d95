import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import type { BillAnswer, BillRow, BillSource } from '../../../functions/bookkeeping/reconciliation/bill.ts'
import { runOpener } from '../../../functions/bookkeeping/reconciliation/open-runs.ts'
import { readDifferences, reconcile } from '../../../functions/bookkeeping/reconciliation/reconcile.ts'
import { runOf } from '../../../functions/bookkeeping/reconciliation/reconciliation-store.ts'
import type { SetAside } from '../../../functions/bookkeeping/reconciliation/set-aside.ts'
import type { PaymentChannel } from '../../../functions/payment/paying/provider.ts'
import { beijingDay, beijingDayStart, DAY, HOUR } from '../../../shared/kernel/time.ts'
import { itemAt, world } from '../../world.ts'

export const CHANNEL = 'wechat_pay'

/** A world whose channel also has bills, and which remembers every alarm. */
export const billed = () => {
  const at = world()
  const day = beijingDay(at.time.now)
  const bills = new Map<string, BillRow[] | Exclude<BillAnswer, { kind: 'bill' }>>()
  const aside: SetAside[] = []
  const settlements: Awaited<ReturnType<BillSource['settlement']>>[] = []
  const source: BillSource = {
    channel: CHANNEL,
    tradeBill: async (of) => {
      const found = bills.get(of) ?? []
      if (!Array.isArray(found)) return found
      const totals = { paidFen: 0, refundedFen: 0, feeFen: 0 }
      return {
        kind: 'bill',
        bill: {
          channel: CHANNEL,
          day: of,
          rows: found,
          setAside: aside,
          totals,
          file: { name: of, sha256: 'x', bytes: 1 },
        },
      }
    },
    settlement: async (of) =>
      of < day
        ? { kind: 'absent' }
        : (settlements.shift() ?? {
            kind: 'settlement',
            settlement: { day, settledFen: 40, feeFen: 2, netFen: 38, setAside: [] },
          }),
  }
  const shared: PaymentChannel[] = []
  const settings = { reconciliation: { shared } }
  const alarms: string[] = []
  const deps = { ...at, bills: async () => source, settings, alarm: (event: string) => void alarms.push(event) }
  const open = runOpener({ ...at, channels: [CHANNEL] })
  const runDay = async (of = day) => {
    at.time.now = Math.max(at.time.now, beijingDayStart(of) + DAY + 11 * HOUR)
    await open(at.fault)
    // The opener catches up on days before anything happened here.
    for (const back of [2, 1]) await reconcile(deps, `${CHANNEL}#${beijingDay(beijingDayStart(day) - back * DAY)}`)
    return reconcile(deps, `${CHANNEL}#${of}`)
  }
  const found = async (of = day) =>
    (await readDifferences(at.table, CHANNEL, of)).map(({ kind, status, outcome }) => `${kind} ${status} ${outcome}`)
  const runAt = (of = day) => runOf(itemAt(at, bookkeepingKeys.reconciliation(CHANNEL, of)) ?? { pk: '', sk: '' })
  return { at, deps, day, bills, aside, shared, settlements, alarms, runDay, found, runAt }
}

/** A row of a bill: a payment unless `more` says otherwise. Amounts in fen. */
export const row = (number: string, fen: number, at: number, more: Partial<BillRow> = {}): BillRow => ({
  kind: 'payment',
  outTradeNo: number,
  transactionId: `t-${number}`,
  fen,
  feeFen: 1,
  at,
  ...more,
})
