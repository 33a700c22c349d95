import * as z from 'zod/mini'
import type { Millis } from '../kernel/time.ts'
import { DUE, due, ttlAt } from '../table/keys.ts'
import { equals, type Item, type Update, update, type Value } from '../table/write.ts'
import { OUTBOX_OWNER, outboxKey, type Subject } from './announced.ts'

/** What an event says, whatever its type. */
export const eventData = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(z.string()),
    z.strictObject({ kind: z.string(), id: z.string() }),
  ]),
)

const stored = z.object({
  sequence: z.int(),
  pending: z._default(
    z.array(
      z.object({
        type: z.string(),
        at: z.number(),
        accountId: z.optional(z.string()),
        data: eventData,
      }),
    ),
    [],
  ),
})

/** An event that waits in the outbox of its subject: `sequence` counts all of that subject, from 1 and without a gap. */
export type PendingEvent = z.infer<typeof stored>['pending'][number] & { sequence: number }

/** What waits to be told of a subject, oldest first; `sequence`: how much happened to it in all. */
export type Outbox = { subject: Subject; sequence: number; pending: PendingEvent[] }

/** The outbox in an item. */
export const outboxOf = (item: Item): Outbox => {
  const { sequence, pending } = z.parse(stored, item)
  const [kind = '', id = ''] = item.pk.slice(OUTBOX_OWNER.length).split(':', 2)
  const before = sequence - pending.length
  return {
    subject: { kind, id },
    sequence,
    pending: pending.map((event, at) => ({ ...event, sequence: before + at + 1 })),
  }
}

/**
 * The first `count` of what waits is told; the rest is owed on. `keepMs`: how long it must be remembered how much was told of it, for ever where
 * it is left out. Conflict `outbox_moved`: something was added since it was read.
 */
export const outboxTold = (
  { subject, sequence, pending }: Outbox,
  count: number,
  now: Millis,
  keepMs?: Millis,
): Update => {
  const key = outboxKey(subject)
  const rest = pending.slice(count).map(({ sequence: _of, ...event }): Value => ({ ...event }))
  const isEmpty = rest.length === 0
  return update(
    key,
    {
      set: {
        ...(isEmpty
          ? { ttl: keepMs === undefined ? undefined : ttlAt(now + keepMs) }
          : { pending: rest, ...due(key, now) }),
      },
      remove: isEmpty ? [...DUE, 'pending'] : ['wakePause'],
    },
    equals('sequence', sequence),
    'outbox_moved',
  )
}
