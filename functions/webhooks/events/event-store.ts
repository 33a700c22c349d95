import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import { listedAt, ttlAt } from '../../../shared/table/keys.ts'
import { type Item, isNew, type Put, put } from '../../../shared/table/write.ts'
import { webhookKeys, webhookLists } from '../keys.ts'
import { bodyOf, type Event } from './event.ts'

const kept = z.object({ id: z.string(), body: z.string() })

/** An event as it was told: its id, and the very text. */
export type KeptEvent = z.infer<typeof kept>

export const keptEventOf = (item: Item): KeptEvent => z.parse(kept, item)

/** Why an event is not told: it was. */
export const TOLD_BEFORE = 'told_before'

/** An event is told: its text is settled from now on, and kept so long (ms). */
export const eventTold = (event: Event, now: Millis, keepMs: Millis): Put =>
  put(
    webhookKeys.event(event.about, event.sequence),
    {
      ...{ id: event.id, type: event.type, at: event.at, body: bodyOf(event) },
      ...{ ttl: ttlAt(now + keepMs), ...listedAt(webhookLists.eventNamed(event.id), event.at) },
    },
    isNew,
    TOLD_BEFORE,
  )
