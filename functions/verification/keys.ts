import { keyAt, partOf } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'
import { accountPartition } from '../account/keys.ts'

export const verificationKeys = {
  /** Newest by id. Read by its pages and the check worker. */
  verification: (accountId: string, id: string) => keyAt(accountPartition(accountId), `VERIFICATION#${id}`),
  /** The check of a paid verification. Read by the check worker. */
  check: (accountId: string, id: string) => keyAt(accountPartition(accountId), `CHECK#${id}`),
  /** A look of the platform at what a verification proved: a check that no order paid for. Read by the check worker. */
  look: (accountId: string, id: string, look: string) => keyAt(accountPartition(accountId), `CHECK#${id}#${look}`),
  /** What a vendor charged for a call that the platform pays for. Written once, read by day as a list. */
  charged: (accountId: string, id: string) => keyAt(accountPartition(accountId), `LEDGER#${id}`),
  /** Which verification is open, and how many checks were paid for. */
  tries: (accountId: string) => keyAt(accountPartition(accountId), 'ATTEMPTS'),
  /** Accounts that hold an identity, by blind index. Read by submit and verdict. */
  person: (index: string) => keyAt(`PERSON#${index}`, 'PERSON'),
  /** Cool-down of identical data. Read by submit, written by the verdict. */
  resubmission: (index: string) => keyAt(`RESUBMISSION#${index}`, 'RESUBMISSION'),
  /** A number segment that vendors cannot check, by blind index. Read by submit, written by the verdict. */
  segment: (index: string) => keyAt(`SEGMENT#${index}`, 'SEGMENT'),
  /** Whether a vendor refuses us. Read by the check worker, before paying, and by operators. */
  breaker: (vendor: string) => keyAt(`VENDOR#${vendor}`, 'BREAKER'),
  /** That it opened. Written once, read by day as a list. */
  breakerOpening: (vendor: string, day: string, at: number) => keyAt(`VENDOR#${vendor}`, `OPENED#${day}#${at}`),
  /** When orders open again by vendor, one of GATES copies: every submission depends on one, and one item for all would be in their way. */
  ordersGate: (gate: number) => keyAt(`VENDOR#${gate}`, 'GATE'),
  /** A share of what the calls of a vendor come to on a day. Written by whoever is about to call. */
  spend: (vendor: string, day: string, shard: number) => keyAt(`VENDOR#${vendor}#${shard}`, `SPEND#${day}`),
}

/** Apart from the others, so that who knows no papers has none of it in their bundle. */
export const papersKeys = {
  /** Papers that a person looks at. Newest by id. Read by its case, and by whoever opens what an account is verified by. */
  papers: (accountId: string, id: string) => keyAt(accountPartition(accountId), `PAPERS#${id}`),
  /** Which of these is open: one at a time. */
  open: (accountId: string) => keyAt(accountPartition(accountId), 'PAPERSOPEN'),
}

/** What the platform pays for is apart from what was bought, which is listed by its orders. */
export const owedKeys = {
  /** A verification that the platform pays for. Read by the check worker, and by whoever opens what an account is verified by. */
  verification: (accountId: string, id: string) => keyAt(accountPartition(accountId), `OWED#${id}`),
  /** Which one of a method is open: one at a time. */
  open: (accountId: string, method: string) => keyAt(accountPartition(accountId), `OWEDOPEN#${method}`),
}

/** How many copies there are of the gate. */
export const GATES = 8

/** The copy that the submissions of an account depend on; also its share of anything else there are as many of. */
export const gateFor = (accountId: string): number => partOf(accountPartition(accountId), GATES)

/** Read as lists. */
export const verificationLists = {
  /** Verifications that the platform paid for. */
  owed: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'OWED#' }),
  verifications: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'VERIFICATION#' }),
  /** Checks of paid orders, and looks of the platform. */
  checks: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'CHECK#' }),
  /** Of the list index: people by the version of the key that their entry is under, in LIST_PARTS parts. */
  people: (version: string, part: number) => `PEOPLE#${version}#${part}`,
  /** Of the list index: calls to an identity vendor that it may charge, by Beijing day. */
  vendorCalls: (vendor: string, day: string) => `CALLS#${vendor}#${day}`,
  /** Of the list index: checks that ended without such a call although a vendor was asked, by Beijing day. */
  neverCalled: (day: string) => `CALLS##${day}`,
  /** When a vendor's breaker opened on a Beijing day. */
  breakerOpenings: (vendor: string, day: string) => ({ pk: `VENDOR#${vendor}`, prefix: `OPENED#${day}#` }),
}

export const checkWork = work('check', accountPartition(''), verificationKeys.check('', '').sk)
