import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketOf, type Histogram, within } from '../../../functions/analytics/counts/histogram.ts'
import { DAY } from '../../../shared/kernel/time.ts'

const ofTimes = (times: readonly number[]): Histogram => {
  const buckets = new Map<number, number>()
  for (const ms of times) buckets.set(bucketOf(ms), (buckets.get(bucketOf(ms)) ?? 0) + 1)
  return buckets
}

const time = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 40 * DAY }))

describe('M8 a time read off a histogram', () => {
  it('is no shorter than the one of that rank, and at most a fifth longer', () => {
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 60 }), fc.constantFrom(0.5, 0.95, 1), (times, share) => {
        const sorted = times.toSorted((one, other) => one - other)
        const exact = sorted[Math.ceil(sorted.length * share) - 1] ?? 0
        const read = within(ofTimes(times), share) ?? -1
        expect(read).toBeGreaterThanOrEqual(exact)
        expect(read).toBeLessThanOrEqual(Math.max(10, exact * 1.2 + 1))
      }),
    )
  })

  it('is the same however the durations were added up', () => {
    fc.assert(
      fc.property(fc.array(time, { maxLength: 30 }), fc.array(time, { maxLength: 30 }), (one, other) => {
        const apart = new Map(ofTimes(one))
        for (const [bucket, count] of ofTimes(other)) apart.set(bucket, (apart.get(bucket) ?? 0) + count)
        expect(within(apart, 0.95)).toBe(within(ofTimes([...one, ...other]), 0.95))
      }),
    )
  })

  it('is none where there was nothing, and takes clocks that went back and what is endless', () => {
    expect(within(new Map(), 0.5)).toBeUndefined()
    expect(bucketOf(-5)).toBe(0)
    expect(bucketOf(0)).toBe(0)
    expect(bucketOf(10)).toBe(0)
    expect(bucketOf(11)).toBe(1)
    expect(bucketOf(Number.MAX_SAFE_INTEGER)).toBe(bucketOf(100 * DAY))
  })

  it('never falls as durations grow', () => {
    let last = 0
    for (let ms = 0; ms < 200_000; ms += 7) {
      expect(bucketOf(ms)).toBeGreaterThanOrEqual(last)
      last = bucketOf(ms)
    }
  })
})
