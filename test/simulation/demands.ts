/** How often what is rare must happen in a thousand histories; a suite that never sees it proves nothing about it. */
const perThousand: Record<string, number> = {
  'answer lost': 500,
  'check never begun': 30,
  'check released': 20,
  'check unknown': 40,
  'contended commit': 200,
  crash: 1500,
  'ended by submitting anew': 50,
  'forced refund absorbed': 150,
  'forced refund that met one of ours': 40,
  'forced refund told by a complaint': 25,
  'identity in use': 4,
  'late payment': 30,
  'lease ran out': 15,
  'membership taken back': 30,
  'movement not in its bill': 4,
  'notification after it was taken': 400,
  'open order given again': 100,
  'payer changed': 15,
  'payment found by asking': 250,
  'payment found by the bill': 30,
  'refund closed by the channel': 100,
  'refund left to the operator': 60,
  'second payment': 10,
  'too many open orders': 3,
  'wrong amount': 50,
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
    least: histories < ENOUGH ? 0 : Math.ceil(((perThousand[what] ?? 0) * histories) / 1000),
  }))

/** What was seen too seldom. */
export const tooSeldom = (counted: readonly Counted[]): Counted[] => counted.filter(({ times, least }) => times < least)
