import type { Billed, CardRefusedBecause, CardState, CheckResult, Element } from '../verification/check/checker.ts'

/**
 * One code of an identity vendor. What has no row is `unknown`: possibly executed, never a match, never asked again.
 * `not_executed` needs a document that says that the call went no further: the data were not looked up, and nothing is charged.
 * "Free" alone does not say that nothing ran. `repair`: this refuses us, whoever is asked about, until a person mends
 * something on our side; such a `refused` may have run, as far as any document says.
 * `notLookedUp` needs a document by which the code is free and is about what was sent as such: its form, a kind of document or a
 * number segment that the vendor takes from nobody. That is seen without asking a register, so the question may be put to another
 * vendor and still nobody's data are looked up twice. A limit is no such thing: who came so often has been looked up before.
 */
export type CodeRow = { code: string } & (
  | { kind: 'verdict'; verdict: 'match' | 'mismatch' | 'no_record'; billed: Billed; differs?: readonly Element[] }
  | {
      kind: 'refused'
      because?: CardRefusedBecause
      billed: Billed
      repair?: true
      notLookedUp?: undefined
      card?: CardState
    }
  | {
      kind: 'refused'
      because: CardRefusedBecause
      billed: 'no'
      repair?: undefined
      notLookedUp: true
      card?: undefined
    }
  | { kind: 'not_executed'; billed: 'no'; repair?: true }
  | { kind: 'unknown'; billed: 'unknown' }
)

/** A verdict that is charged. */
export const said = (code: string, verdict: 'match' | 'mismatch'): CodeRow => ({
  code,
  kind: 'verdict',
  verdict,
  billed: 'yes',
})

/** A mismatch of which the vendor says what does not fit; charged. */
export const differing = (code: string, ...differs: Element[]): CodeRow => ({
  code,
  kind: 'verdict',
  verdict: 'mismatch',
  billed: 'yes',
  differs,
})

/** The bank was asked and answered about the card, which is charged as any difference is. */
export const ofCard = (code: string, card: CardState): CodeRow => ({
  code,
  kind: 'refused',
  because: 'card_unusable',
  billed: 'yes',
  card,
})

/** These data were asked about too often; good again the next day. */
export const tooOften = (code: string): CodeRow => ({
  code,
  kind: 'refused',
  because: 'vendor_daily_limit',
  billed: 'no',
})

/** Refused for what was sent itself, before anybody was looked up. */
export const takenFromNobody = (code: string, because: CardRefusedBecause = 'data_unsupported'): CodeRow => ({
  code,
  kind: 'refused',
  because,
  billed: 'no',
  notLookedUp: true,
})

/** A call that was turned away before it reached anybody's data, for a reason that is ours to mend. */
export const turnedAway = (code: string): CodeRow => ({ code, kind: 'not_executed', billed: 'no', repair: true })

/** What a call came to, by the row of its code. */
export const resultOf = (row: CodeRow | undefined, vendorCode: string, requestId: string | undefined): CheckResult => {
  if (!row || row.kind === 'unknown') return { kind: 'unknown', vendorCode, requestId }
  if (row.kind === 'verdict') {
    const { kind, verdict, billed, differs } = row
    return { kind, verdict, billed, vendorCode, requestId, ...(differs && { differs }) }
  }
  const repair = row.repair && { needsRepair: row.repair }
  if (row.kind === 'not_executed') return { kind: row.kind, vendorCode, ...repair }
  const { kind, because = 'vendor_refused', billed, notLookedUp, card } = row
  const also = { ...(notLookedUp && { notLookedUp }), ...(card && { card }) }
  return { kind, because, billed, vendorCode, requestId, ...repair, ...also }
}
