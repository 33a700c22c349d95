import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { numberOf, oppositesOf, waysOf } from '../settling/ways.ts'
import type { StoredDifference } from './difference-store.ts'
import type { Report, Run } from './reconciliation-store.ts'

/** In a list of days, how many rows were set aside is enough. */
const showReport = ({ setAside: { trade, account }, ...report }: Report) => ({
  ...report,
  setAside: { trade, account },
})

/** A day of a channel, as operators see it. */
export const showRun = ({ channel, day, status, openedAt, finishedAt, report }: Run) => ({
  channel,
  day,
  status,
  openedAt: rfc3339(openedAt),
  finishedAt: rfc3339If(finishedAt),
  report: report ? showReport(report) : null,
})

const showOpposite = (difference: StoredDifference) => {
  const { day, id, kind, at } = difference
  return { day, difference: id, kind, number: numberOf(difference), at: rfc3339(at) }
}

const showSettled = ({ settled }: StoredDifference) =>
  settled
    ? {
        way: settled.way,
        at: rfc3339(settled.at),
        with: settled.with ? { day: settled.with.day, difference: settled.with.id } : null,
      }
    : null

/**
 * What did not fit on a day, what became of it, and how people may end it. `held`: those it may be matched with, `proposal`: what asks
 * for that already.
 */
export const showDifference = (
  difference: StoredDifference,
  held: readonly StoredDifference[],
  proposal: string | undefined,
) => {
  const { id, kind, status, outcome, outTradeNo, outRefundNo, orderId, thereFen, hereFen, at } = difference
  return {
    id,
    kind,
    status,
    outcome,
    outTradeNo,
    outRefundNo: outRefundNo ?? null,
    orderId: orderId ?? null,
    thereFen,
    hereFen,
    at: rfc3339(at),
    ways: [...waysOf(difference)],
    opposites: oppositesOf(difference, held).map(showOpposite),
    proposal: proposal ?? null,
    settled: showSettled(difference),
  }
}

/** The rows of a day that are none of ours, as far as they are kept. */
export const showSetAside = ({ report }: Run) =>
  (report?.setAside.rows ?? []).map(({ fen = null, ...row }) => ({ ...row, fen }))
