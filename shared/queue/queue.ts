import type { Pointer } from '../table/work.ts'

/** SQS takes ten messages in one batch. */
export const BATCH = 10

/**
 * Wakes the worker of a pointer's kind. Best effort: it never throws, because the item's `dueAt` is what counts and the
 * sweep sends the pointer again. To be awaited all the same, or the function may be frozen before the request leaves.
 */
export type Queue = {
  wake(pointers: readonly Pointer[]): Promise<void>
  /** How many calls to SQS were made so far. */
  calls(): number
}
