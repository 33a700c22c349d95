import { holds } from './holds.ts'
import type { Conflict } from './table.ts'
import type { Item, Write } from './write.ts'

/**
 * What would stand against these writes as things were when `items` were read, theirs in their order: the same conflicts as of a commit. For whoever is
 * about to pay for something that a commit would refuse; that commit alone decides, as things may be others by then.
 */
export const foreseen = (writes: readonly Write[], items: readonly (Item | undefined)[]): Conflict[] =>
  writes.flatMap((write, at) => {
    const item = items[at]
    return write.when && !holds(write.when, item) ? [{ write, because: write.because, item }] : []
  })
