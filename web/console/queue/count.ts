import type { Count } from './queue.ts'

/** How much waits as it is shown: `3`, `50+`; undefined while it is not known. */
export const countText = (count: Count | undefined): string | undefined =>
  count === undefined ? undefined : `${count.count}${count.isMore ? '+' : ''}`
