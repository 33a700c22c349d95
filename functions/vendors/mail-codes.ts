import type { MailNotTakenBecause, MailResult } from '../profile/email/mail-sender.ts'

/**
 * One code that a vendor of e-mail answers with, or a family of codes (what stands before the dot). What has no row is in doubt: perhaps
 * the e-mail went. `because` needs a document by which the vendor refused before it sent anything.
 */
export type MailCodeRow = { code: string; because?: MailNotTakenBecause }

const because =
  (reason: MailNotTakenBecause) =>
  (...codes: string[]): MailCodeRow[] =>
    codes.map((code) => ({ code, because: reason }))

/** Nobody has such an address. */
export const badAddress = because('bad_address')
/** The address got too many of late. */
export const addressLimited = because('address_limited')
/** This vendor sends it none. */
export const blockedHere = because('blocked')
/** It refuses us, whoever the e-mail is for, until a person mends something on our side. */
export const refusesUs = because('needs_repair')
/** It takes nothing at this moment, and did not take this. */
export const turnsAway = because('turned_away')

export const inDoubt = (...codes: string[]): MailCodeRow[] => codes.map((code) => ({ code }))

/** What a vendor made of an e-mail, by the row of its code. */
export const mailResultOf = (row: MailCodeRow | undefined, code: string): MailResult =>
  row?.because ? { kind: 'not_taken', because: row.because, code } : { kind: 'in_doubt', code }
