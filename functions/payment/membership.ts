import { addBeijingMonths, type Millis } from '../../shared/kernel/time.ts'

/** A membership that is bought while one runs begins when that one ends; otherwise now. Epoch ms. P15. */
export const membershipAfter = (until: Millis | undefined, now: Millis): Millis =>
  addBeijingMonths(Math.max(until ?? now, now), 1)
