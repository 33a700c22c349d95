import * as z from 'zod/mini'
import { beijingDayStart, type Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import { equals, type Item, isNew, type Put, put } from '../../../shared/table/write.ts'
import { analyticsKeys } from '../keys.ts'
import type { CountedDay, Draft } from './day.ts'

const counts = z.record(z.string(), z.record(z.string(), z.int()))

const stored = z.object({
  day: z.string(),
  revision: z.int(),
  countedAt: z.optional(z.number()),
  counts,
  isFinal: z.boolean(),
  draft: z.optional(
    z.object({
      since: z.number(),
      counts,
      source: z.optional(z.string()),
      list: z.optional(z.int()),
      after: z.optional(z.string()),
    }),
  ),
})

/** The day in an item. */
export const dayOf = (item: Item): CountedDay => z.parse(stored, item)

const copied = (all: CountedDay['counts']) =>
  Object.fromEntries(Object.entries(all).map(([of, one]) => [of, { ...one }]))

const copiedDraft = ({ counts: all, ...draft }: Draft) => ({ ...draft, counts: copied(all) })

/** The numbers of a day, in place of those that were read with `revision`. Conflict `counted_meanwhile`. */
export const dayCounted = (of: CountedDay, keptMs: Millis): Put => {
  const { day, revision, draft } = of
  return put(
    analyticsKeys.day(day),
    {
      ...of,
      counts: copied(of.counts),
      draft: draft && copiedDraft(draft),
      revision: revision + 1,
      ttl: ttlAt(beijingDayStart(day) + keptMs),
    },
    revision === 0 ? isNew : equals('revision', revision),
    'counted_meanwhile',
  )
}
