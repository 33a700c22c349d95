import { HOUR, type Millis } from '../../../shared/kernel/time.ts'

/** A check that was not called for this long after it was paid, by our own fault or the vendor's, gives the money back. */
export const BEGIN_WITHIN: Millis = HOUR
