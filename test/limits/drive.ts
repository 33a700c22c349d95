import type { Outcome } from '../../shared/kernel/outcome.ts'
import type { Millis } from '../../shared/kernel/time.ts'

/** A world in which one limit is near and all others far: how often, and one more of what it limits. */
export type Driven = {
  most: number
  time: { now: Millis }
  /** Does it once more. */
  once: () => Promise<Outcome<unknown>>
  /** The same by or for somebody else, whom the limit does not hold. */
  elsewhere?: () => Promise<Outcome<unknown>>
  /** Whether what it came to is what is done past the limit, of one that refuses nobody. */
  isHeld?: (value: unknown) => boolean
  /** The first moment at which it is free again, of a limit that time frees. */
  endsAt?: Millis
}

export type Drive = () => Promise<Driven>

export const FAR = 1_000_000
/** Near, and not by accident the same as one. */
export const NEAR = 3
