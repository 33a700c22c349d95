import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import type { Report, Run, StoredDifference } from './reconciliation-store.ts'

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

/** What did not fit on a day, and what became of it. */
export const showDifference = (difference: StoredDifference) => {
  const { kind, status, outcome, outTradeNo, outRefundNo, orderId, thereFen, hereFen, at } = difference
  return {
    kind,
    status,
    outcome,
    outTradeNo,
    outRefundNo: outRefundNo ?? null,
    orderId: orderId ?? null,
    thereFen,
    hereFen,
    at: rfc3339(at),
  }
}

/** The rows of a day that are none of ours, as far as they are kept. */
export const showSetAside = ({ report }: Run) =>
  (report?.setAside.rows ?? []).map(({ fen = null, ...row }) => ({ ...row, fen }))
