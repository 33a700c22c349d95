import type { Millis } from '../../../shared/kernel/time.ts'

/** The dead letters of a queue, counted. `oldestAt`: when the oldest that were looked at was first sent; undefined where there is none. */
export type DeadCount = { queue: string; kind: string; worker: string; count: number; oldestAt?: Millis }

/**
 * A dead letter with what is known of the work it names. `pointer`: undefined in one that is none of its queue. `owedAt`: since when, or from when
 * on, that work is owed; undefined where it is done meanwhile, or its item is gone. `status`: how its item stands.
 */
export type ReadLetter = {
  id: string
  pointer?: string
  sentAt: Millis
  receives: number
  isThere: boolean
  owedAt?: Millis
  status?: string
}
