import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Billed } from '../../verification/check/checker.ts'
import type { StatementRow } from './statement-rows.ts'

/** A call as we recorded it. No code and no number: no answer was read. */
export type OurCall = {
  /** Of the payment it was made for; of a look of the platform there is none. */
  outTradeNo?: string | undefined
  calledAt: Millis
  billed: Billed
  vendorCode?: string
  requestId?: string
}

/**
 * A way in which a vendor's statement and our records differ. `unknown_explained` is none to worry about: we do not know how
 * that call ended, and the statement tells. `total_differs`: the statement names no calls, and counts others than we do.
 */
export const callDifferenceKinds = [
  'charged_unknown_here',
  'billed_missing_there',
  'code_differs',
  'billed_differs',
  'unknown_explained',
  'total_differs',
] as const
export type CallDifferenceKind = (typeof callDifferenceKinds)[number]

export type CallDifference = {
  kind: CallDifferenceKind
  requestId?: string
  outTradeNo?: string | undefined
  /** By the vendor's clock where the statement has the call, by ours otherwise. */
  calledAt: Millis
  there?: { code: string; billed: boolean }
  here?: { code?: string; billed: OurCall['billed'] }
  /** So close to midnight that the statement of the neighbouring day may have it. */
  nearMidnight?: true
}

/** Numbers of calls. `unanswered`: calls without a known end that the statement does not charge. */
export type CallCounts = {
  rows: number
  calls: number
  matched: number
  chargedThere: number
  billedHere: number
  explained: number
  unanswered: number
  unexplained: number
}

export type CallComparison = { counts: CallCounts; differences: CallDifference[]; explainedCharged: number }

/** How far the vendor's clock and the day it counts by may be from ours. */
export const MIDNIGHT_MARGIN: Millis = 5 * MINUTE

/** A call nobody heard of again was executed soon after it was made, by a clock that may be a little behind. */
const EARLIEST: Millis = -MINUTE
const LATEST: Millis = 2 * MINUTE

type Pair = { row: StatementRow; call: OurCall }

const byTime = (one: { calledAt: Millis }, other: { calledAt: Millis }): number => one.calledAt - other.calledAt

/** Calls without a number, with charged rows nobody knows, as many as fit by their times. */
const pairedByTime = (calls: readonly OurCall[], rows: readonly StatementRow[]): Pair[] => {
  const waiting = rows.toSorted(byTime)
  const pairs: Pair[] = []
  let next = 0
  for (const call of calls.toSorted(byTime)) {
    while ((waiting[next]?.calledAt ?? Infinity) < call.calledAt + EARLIEST) next += 1
    const row = waiting[next]
    if (!row || row.calledAt > call.calledAt + LATEST) continue
    pairs.push({ row, call })
    next += 1
  }
  return pairs
}

const kindOf = ({ row, call }: Pair): CallDifferenceKind | undefined => {
  if (call.billed === 'unknown') return 'unknown_explained'
  if (call.vendorCode !== row.code) return 'code_differs'
  return (call.billed === 'yes') === row.billed ? undefined : 'billed_differs'
}

const thereOf = ({ code, billed }: StatementRow) => ({ code, billed })
const hereOf = ({ vendorCode, billed }: OurCall) => ({ ...(vendorCode !== undefined && { code: vendorCode }), billed })

const ofPair = (pair: Pair): CallDifference[] => {
  const kind = kindOf(pair)
  const { row, call } = pair
  const { requestId, calledAt } = row
  const { outTradeNo } = call
  return kind ? [{ kind, requestId, outTradeNo, calledAt, there: thereOf(row), here: hereOf(call) }] : []
}

const unknownHere = (row: StatementRow): CallDifference => ({
  kind: 'charged_unknown_here',
  requestId: row.requestId,
  calledAt: row.calledAt,
  there: thereOf(row),
})

/** A Beijing day (epoch ms). */
export type Day = { from: Millis; until: Millis }

const missingThere = (call: OurCall, { from, until }: Day): CallDifference => ({
  kind: 'billed_missing_there',
  ...(call.requestId && { requestId: call.requestId }),
  outTradeNo: call.outTradeNo,
  calledAt: call.calledAt,
  here: hereOf(call),
  ...((call.calledAt < from + MIDNIGHT_MARGIN || call.calledAt >= until - MIDNIGHT_MARGIN) && { nearMidnight: true }),
})

/** A call that may well have been charged has the better claim to a row than one that was refused. */
const pairedWithoutNumber = (calls: readonly OurCall[], charged: readonly StatementRow[]): Pair[] => {
  const mayBeCharged = ({ billed }: OurCall): boolean => billed !== 'no'
  const likely = pairedByTime(calls.filter(mayBeCharged), charged)
  const taken = new Set(likely.map(({ row }) => row))
  const left = charged.filter((row) => !taken.has(row))
  const refused = calls.filter((call) => !mayBeCharged(call))
  return [...likely, ...pairedByTime(refused, left)]
}

const pairsOf = (rows: readonly StatementRow[], calls: readonly OurCall[]): Pair[] => {
  const numbered = new Map(calls.map((call) => [call.requestId, call]))
  const pairs = rows.flatMap((row) => {
    const call = numbered.get(row.requestId)
    return call ? [{ row, call }] : []
  })
  const charged = rows.filter((row) => row.billed && !numbered.has(row.requestId))
  const numberless = calls.filter((call) => !call.requestId)
  return [...pairs, ...pairedWithoutNumber(numberless, charged)]
}

const inOrder = (one: CallDifference, other: CallDifference): number =>
  byTime(one, other) || String(one.requestId).localeCompare(String(other.requestId), 'en')

const differencesOf = (
  pairs: readonly Pair[],
  unknown: readonly StatementRow[],
  missing: readonly OurCall[],
  day: Day,
) =>
  [
    ...pairs.flatMap(ofPair),
    ...unknown.filter(({ billed }) => billed).map(unknownHere),
    ...missing.filter(({ billed }) => billed === 'yes').map((call) => missingThere(call, day)),
  ].sort(inOrder)

/**
 * Holds a vendor's statement of a day against our calls, both ways: by the vendor's number, and for calls whose answer never
 * came by their time. `calls` reach over midnight on both sides; of those outside the day only the ones in the statement count.
 */
export const compareCalls = (rows: readonly StatementRow[], calls: readonly OurCall[], day: Day): CallComparison => {
  const pairs = pairsOf(rows, calls)
  const [seenRows, seenCalls] = [new Set(pairs.map(({ row }) => row)), new Set(pairs.map(({ call }) => call))]
  const ours = calls.filter((call) => seenCalls.has(call) || (call.calledAt >= day.from && call.calledAt < day.until))
  const missing = ours.filter((call) => !seenCalls.has(call))
  const unknown = rows.filter((row) => !seenRows.has(row))
  const differences = differencesOf(pairs, unknown, missing, day)
  const explained = pairs.filter((pair) => kindOf(pair) === 'unknown_explained')
  const counts = {
    rows: rows.length,
    calls: ours.length,
    matched: pairs.filter((pair) => kindOf(pair) === undefined).length,
    chargedThere: rows.filter(({ billed }) => billed).length,
    billedHere: ours.filter(({ billed }) => billed === 'yes').length,
    explained: explained.length,
    unanswered: missing.filter(({ billed }) => billed === 'unknown').length,
    unexplained: differences.length - explained.length,
  }
  return { counts, differences, explainedCharged: explained.filter(({ row }) => row.billed).length }
}
