/** How often what is rare must happen in a thousand histories; a suite that never sees it proves nothing about it. */
const perThousand: Record<string, number> = {
  'account banned': 200,
  'account banned by the platform': 60,
  'alarm: bill_damaged': 150,
  'another vendor asked': 12,
  'answer lost': 500,
  'approve: own_proposal': 12,
  'approve: proposal_expired': 2,
  'ban lifted': 100,
  'ban of the platform lifted': 50,
  'breaker: closed': 3,
  'breaker: half_open': 7,
  'breaker: open': 6,
  'breaker: probe refused': 2,
  'check never begun': 4,
  'check of an account banned since it paid': 1,
  'check released': 20,
  'check unknown': 15,
  'check waited for the vendor': 8,
  'code refused to a banned account': 100,
  'commit repeated after it was done': 120,
  'contended commit': 60,
  crash: 1500,
  'day opened after one that cannot be read': 100,
  'day with money of other tills': 690,
  'day with payments at other tills': 690,
  'ended by submitting anew': 25,
  'forced refund absorbed': 120,
  'forced refund that met one of ours': 40,
  'forced refund told by a complaint': 20,
  'handed on: answered': 100,
  'handed on: not_sent': 8,
  'handed on: not_used': 2,
  'identity in use': 1,
  'keys left unread': 5,
  'late payment': 20,
  'lease ran out': 4,
  'membership taken back': 30,
  'movement not in its bill': 1,
  'notification after it was taken': 200,
  'open order given again': 100,
  'order closed for a ban': 8,
  'payer changed': 8,
  'payment found by asking': 200,
  'payment found by the bill': 12,
  'payment of a banned account': 15,
  'record: account_ban': 150,
  'record: account_unban': 80,
  'record: complaint_malicious': 100,
  'record: identity_read': 100,
  'proposal approved': 12,
  'proposal opened': 50,
  'proposal refused': 6,
  'record: refund_recheck': 10,
  'refund closed by the channel': 50,
  'refund left to the operator': 60,
  'refund paid by hand': 12,
  'refund sent again by an operator': 8,
  'refund that waited too long': 40,
  'second payment': 5,
  'throttled commit': 120,
  'too many open orders': 3,
  'two persons behind money paid by hand': 8,
  'record: operator_role': 20,
  'undetermined: number_segment_unsupported': 1,
  'vendor does not know such data': 1,
  'vendor spent': 1,
  'wrong amount': 30,
}

/** Fewer histories than this say nothing about what is rare. */
const ENOUGH = 200

/** Something that was counted, and how often it had to be; 0 for what is only told. */
export type Counted = { what: string; times: number; least: number }

/** What was counted in so many histories, beside what is demanded of them. */
export const countedIn = (counts: ReadonlyMap<string, number>, histories: number): Counted[] =>
  [...new Set([...counts.keys(), ...Object.keys(perThousand)])].sort().map((what) => ({
    what,
    times: counts.get(what) ?? 0,
    least: histories < ENOUGH ? 0 : Math.floor(((perThousand[what] ?? 0) * histories) / 1000),
  }))

/** What was seen too seldom. */
export const tooSeldom = (counted: readonly Counted[]): Counted[] => counted.filter(({ times, least }) => times < least)
