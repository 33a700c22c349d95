import type { Millis } from '../../../shared/kernel/time.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { Said } from '../check/checker.ts'
import type { Decision } from '../verification.ts'
import type { OwedVerification } from './owed-verification.ts'

/**
 * What the end of a check that the platform paid for means for what it was about, in the commit of that end: the port of whoever opened it.
 */
export type OwedEffect = {
  /**
   * `retryAt`: when the same data may be taken again; `since`: since when the account is who it is, where it was found to be (epoch ms).
   */
  decided(
    of: OwedVerification,
    decision: Decision,
    said: Said,
    at: { now: Millis; retryAt: Millis | undefined; since: Millis },
  ): readonly Write[]
}
