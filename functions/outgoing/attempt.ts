import type { Millis } from '../../shared/kernel/time.ts'

/**
 * Why an address did not take what it was sent. `unreachable`: nobody answered as HTTP does; `not_accepted`: somebody answered something
 * else than 2xx; `gone`: with 410; `target_refused`: the address leads to where nothing is sent.
 */
export const notTaken = ['unreachable', 'not_accepted', 'gone', 'target_refused'] as const
export type NotTaken = (typeof notTaken)[number]

/** How one attempt ended: taken, refused for good, or to be tried again (`retryAt`: not before, if the other side said so). */
export type Attempt<Reason extends string = NotTaken> =
  | { kind: 'taken' }
  | { kind: 'refused'; reason: Reason }
  | { kind: 'later'; reason: Reason; retryAt?: Millis | undefined }
