import { type CallComparison, type Day, MIDNIGHT_MARGIN, type OurCall } from './call-comparison.ts'

/** How many calls a vendor charges for on a day, where its statement names none of them; and in how many rows it says so. */
export type ChargedTotal = { rows: number; charged: number }

const isWithin = ({ calledAt }: OurCall, from: number, until: number): boolean => calledAt >= from && calledAt < until

/**
 * Holds a vendor's total of a day against our calls. `calls` reach over midnight on both sides. What is charged beyond what we know of is
 * explained by calls whose end we do not know, and by those so close to midnight that the vendor may count them to this day; what is
 * missing there by those it may count to another. The rest is one difference, as nobody can say which calls it is.
 */
export const compareTotal = (
  { rows, charged }: ChargedTotal,
  calls: readonly OurCall[],
  { from, until }: Day,
): CallComparison => {
  const ours = calls.filter((call) => isWithin(call, from, until))
  const billed = ours.filter((call) => call.billed === 'yes')
  const unknown = ours.filter((call) => call.billed === 'unknown').length
  const outside = calls.filter((call) => call.billed !== 'no' && !isWithin(call, from, until)).length
  const atTheEdge = billed.filter((call) => !isWithin(call, from + MIDNIGHT_MARGIN, until - MIDNIGHT_MARGIN)).length
  const surplus = charged - billed.length
  const explained = Math.min(Math.abs(surplus), surplus > 0 ? unknown + outside : atTheEdge)
  const unexplained = Math.abs(surplus) - explained
  return {
    counts: {
      rows,
      calls: ours.length,
      matched: Math.min(charged, billed.length),
      chargedThere: charged,
      billedHere: billed.length,
      explained,
      unanswered: Math.max(0, unknown - (surplus > 0 ? explained : 0)),
      unexplained,
    },
    differences: unexplained > 0 ? [{ kind: 'total_differs', calledAt: from }] : [],
    explainedCharged: surplus > 0 ? explained : 0,
  }
}
