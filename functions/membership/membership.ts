import { addBeijingMonths, type Millis } from '../../shared/kernel/time.ts'

/** What one order buys. */
export const MEMBERSHIP_MONTHS = 1

/** A membership that is bought while one runs begins when that one ends; otherwise now. Epoch ms. */
export const membershipAfter = (until: Millis | undefined, now: Millis): Millis =>
  addBeijingMonths(Math.max(until ?? now, now), MEMBERSHIP_MONTHS)

/** How much membership that is: what must go if the money goes back. */
export const membershipGranted = (until: Millis | undefined, now: Millis): Millis =>
  membershipAfter(until, now) - Math.max(until ?? now, now)
