import type { LedgerTransaction } from '../../payment/ledger/ledger.ts'
import type { Tally } from '../counts/counts.ts'

/** The rest of a text that begins so. */
const after = (text: string, prefix: string): string | undefined =>
  text.startsWith(prefix) ? text.slice(prefix.length) : undefined

/** Accounts that there is one of for each payment are one line. */
const lineOf = (account: string): string => /^(?:deposit|refund-payable|paid-twice)(?=:)/.exec(account)?.[0] ?? account

const countEntries = (tally: Tally, { entries }: LedgerTransaction): void => {
  for (const { account, fen } of entries) {
    tally.add('moved', [lineOf(account)], fen)
    const earned = after(account, 'revenue:')
    if (earned !== undefined) tally.add('earned', [earned], -fen)
    if (account.startsWith('refund-payable:') && fen < 0) {
      tally.add('refunds_owed', [])
      tally.add('refunds_owed_fen', [], -fen)
    }
  }
}

/** What a channel holds more or less by it, if one does. */
const atChannel = ({ entries }: LedgerTransaction): { channel: string; fen: number } | undefined => {
  for (const { account, fen } of entries) {
    const channel = after(account, 'clearing:')
    if (channel !== undefined) return { channel, fen }
  }
  return undefined
}

const countRefund = (tally: Tally, booked: LedgerTransaction): void => {
  const { at, owedSince, takenAt } = booked
  const there = atChannel(booked)
  const how = there ? 'channel' : 'by_hand'
  const paidFen = booked.entries.reduce((sum, { account, fen }) => sum + (account.startsWith('refund-') ? fen : 0), 0)
  tally.add('refunds_paid', [how])
  tally.add('refunds_paid_fen', [how], paidFen)
  if (there) tally.add('paid_back', [there.channel, 'asked'], -there.fen)
  else tally.add('paid_by_hand', [], paidFen)
  if (owedSince === undefined) return
  tally.took('refund_ms', [how], at - owedSince)
  if (there && takenAt !== undefined) tally.took('refund_taken_ms', [there.channel], takenAt - owedSince)
}

/** A transaction of the ledger, on its day. */
export const countBooked = (tally: Tally, booked: LedgerTransaction): void => {
  const { unit, id, entries } = booked
  if (unit === 'yuan_10000th') {
    for (const { account, fen } of entries) {
      const vendor = after(account, 'expense:vendor:')
      if (vendor !== undefined) tally.add('vendor_cost', [vendor], fen)
    }
  }
  if (unit !== 'fen') return
  countEntries(tally, booked)
  const there = atChannel(booked)
  if (id.startsWith('pay:') && there) {
    tally.add('paid_in', [there.channel], there.fen)
    tally.add('payments', [there.channel])
  }
  if (id.startsWith('refund:')) countRefund(tally, booked)
  if (id.startsWith('forced-refund:') && there) tally.add('paid_back', [there.channel, 'unasked'], -there.fen)
}
