import type { StateTable } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Device, Opener } from '../sessions/session.ts'
import type { Browser } from './browser.ts'

/** What a desktop shows a QR code for: so that a phone lets it in; or, where somebody is in, so that they go on on the phone. */
export const scanPurposes = ['sign_in', 'continue'] as const
export type ScanPurpose = (typeof scanPurposes)[number]

export const scanStatuses = ['waiting', 'scanned', 'confirmed', 'refused', 'used'] as const
export type ScanStatus = (typeof scanStatuses)[number]

export const scanTransitions = [
  { from: ['waiting', 'scanned'], to: 'scanned', on: 'looked', when: 'a phone has read the code, and shows what asks' },
  {
    from: ['waiting', 'scanned'],
    to: 'confirmed',
    on: 'confirmed',
    when: 'whoever is signed in on the phone lets the desktop in to their account',
  },
  { from: ['waiting', 'scanned'], to: 'refused', on: 'refused', when: 'whoever is signed in on the phone refuses' },
  { from: ['confirmed'], to: 'used', on: 'redeemed', when: 'the desktop has got its session' },
  { from: ['waiting', 'scanned'], to: 'used', on: 'taken', when: 'the phone goes on in the account of the desktop' },
] as const satisfies StateTable<ScanStatus, string>

/** What somebody with a phone may say to a desktop that asks. */
export const scanDecisions = ['confirm', 'refuse'] as const
export type ScanDecision = (typeof scanDecisions)[number]

/** Times in epoch ms. */
export type Scan = {
  purpose: ScanPurpose
  status: ScanStatus
  /** Hash of the secret that only the desktop has: the code lets nobody in. */
  desk: string
  browser: Browser
  /** Where that is, as a trusted proxy says. */
  place?: string
  askedAt: Millis
  /** Until when the next step may be taken; after that it is over, swept or not. */
  expiresAt: Millis
  /** Who decided on the phone, and in which session (sort key); of one to go on by, who shows it. */
  account?: string
  session?: string
  /** How that session came to be in first. */
  root?: Opener
  /** Where whoever goes on comes to. */
  returnPath?: string
  /** What went on: its session, as the account sees it among its own, where it was not in before. */
  taken?: { device?: Device; session?: string }
}

/**
 * From the confirmation until the desktop fetches its session, and from then on until it can no longer fetch the same one again:
 * it asks every two seconds, and an answer may be lost.
 */
export const REDEEM: Millis = MINUTE

/** Where the QR code leads. What follows the `#` reaches no server and no log. */
export const scanUrl = (publicUrl: string, code: string): string => `${publicUrl}/scan#${code}`

/**
 * What a desktop that wants its session is told: `open` it; the same one `again`, as the answer may be lost; that nobody has confirmed `yet`;
 * or that it is `over`.
 */
export const judgeRedemption = ({ status, expiresAt }: Scan, now: Millis): 'open' | 'again' | 'yet' | 'over' => {
  if (now >= expiresAt || status === 'refused') return 'over'
  if (status === 'confirmed') return 'open'
  return status === 'used' ? 'again' : 'yet'
}
