import type { Millis } from '../../../shared/kernel/time.ts'

/** The longest time that is in the first bucket. */
const FIRST: Millis = 10

/** Buckets for each doubling: a time read off the buckets is at most a fifth longer than it was. */
const PER_DOUBLING = 4

/** The last bucket takes whatever is longer: some 48 days. */
const LAST = 114

/** The longest time in a bucket, in whole ms. */
const boundOf = (bucket: number): Millis => Math.round(FIRST * 2 ** (bucket / PER_DOUBLING))

/** The bucket of a duration: the first whose bound is not below it. A clock that went back makes none shorter than nothing. */
export const bucketOf = (ms: Millis): number => {
  if (ms <= FIRST) return 0
  const near = Math.min(LAST, Math.max(0, Math.ceil(Math.log2(ms / FIRST) * PER_DOUBLING)))
  // Bounds are rounded, so that the logarithm may be one beside.
  if (near > 0 && boundOf(near - 1) >= ms) return near - 1
  return near < LAST && boundOf(near) < ms ? near + 1 : near
}

/** How many durations are in each bucket. */
export type Histogram = ReadonlyMap<number, number>

const sizeOf = (histogram: Histogram): number => [...histogram.values()].reduce((sum, count) => sum + count, 0)

/**
 * The time within which that share of the durations were (`share` above 0, at most 1): the bound of the bucket that the last of them is in, by
 * nearest rank. Undefined where there are none.
 */
export const within = (histogram: Histogram, share: number): Millis | undefined => {
  const rank = Math.max(1, Math.ceil(sizeOf(histogram) * share))
  let seen = 0
  for (const [bucket, count] of [...histogram].sort(([one], [other]) => one - other)) {
    seen += count
    if (seen >= rank) return boundOf(bucket)
  }
  return undefined
}
