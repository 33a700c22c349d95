import type { NotTakenBecause, SmsReport, SmsResult, UndeliveredBecause } from '../account/codes/sms-sender.ts'

/**
 * One code that a vendor of texts answers with, or a family of codes (what stands before the dot). What has no row is in doubt: perhaps
 * the text went, so nobody else is given it. `not_taken` needs a document by which the vendor refused before it sent anything.
 */
export type SmsCodeRow = { code: string } & ({ kind: 'not_taken'; because: NotTakenBecause } | { kind: 'in_doubt' })

const because =
  (reason: NotTakenBecause) =>
  (...codes: string[]): SmsCodeRow[] =>
    codes.map((code) => ({ code, kind: 'not_taken', because: reason }))

/** No vendor sends to what is no number. */
export const badNumber = because('bad_number')
/** The number itself got too many of late, so that no other vendor is to send it more. */
export const numberLimited = because('number_limited')
/** This vendor sends it none. */
export const blockedHere = because('blocked')
/** It refuses us, whoever is to be texted, until a person mends something on our side. */
export const refusesUs = because('needs_repair')
/** It takes nothing at this moment, and did not take this. */
export const turnsAway = because('turned_away')

export const inDoubt = (...codes: string[]): SmsCodeRow[] => codes.map((code) => ({ code, kind: 'in_doubt' }))

/** What a vendor made of a text, by the row of its code. */
export const smsResultOf = (row: SmsCodeRow | undefined, code: string): SmsResult =>
  row?.kind === 'not_taken' ? { kind: 'not_taken', because: row.because, code } : { kind: 'in_doubt', code }

/** One code of a receipt. `repair`: texts of ours will not arrive before a person mends something. */
export type ReceiptRow = { code: string; because: UndeliveredBecause; repair?: true }

const arrivesNot =
  (reason: UndeliveredBecause) =>
  (...codes: string[]): ReceiptRow[] =>
    codes.map((code) => ({ code, because: reason }))

export const unreachable = arrivesNot('unreachable')
export const blocked = arrivesNot('blocked')
export const tooMany = arrivesNot('too_many')
export const handset = arrivesNot('handset')
export const ofCarrier = arrivesNot('carrier')
/** The text or its sign name is not let through, which is ours to mend: all our texts are alike. */
export const refusedText = (...codes: string[]): ReceiptRow[] =>
  codes.map((code) => ({ code, because: 'refused_text', repair: true }))

/** What became of a text that did not arrive, by the row of its receipt; of what no row is known the carrier says no more than that. */
export const undelivered = (row: ReceiptRow | undefined, code: string): SmsReport => ({
  kind: 'undelivered',
  because: row?.because ?? 'carrier',
  code,
  ...(row?.repair && { needsRepair: row.repair }),
})

/** Why a vendor could not be asked for a receipt. */
export const reportUnavailable = (row: SmsCodeRow | undefined, code: string): SmsReport => ({
  kind: 'unavailable',
  code,
  ...(row?.kind === 'not_taken' && row.because === 'needs_repair' && { needsRepair: true }),
})
