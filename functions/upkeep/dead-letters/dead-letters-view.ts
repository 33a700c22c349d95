import * as z from 'zod/mini'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import type { DeadCount } from './dead-letter.ts'
import type { ReadQueue } from './read-dead-letters.ts'

const time = z.iso.datetime()
const named = { queue: z.string(), kind: z.string(), worker: z.string() }

/** Every queue of work and how many letters of it are dead. */
export const deadCountsShown = z.strictObject({
  queues: z.array(z.strictObject({ ...named, count: z.int(), oldestAt: z.nullable(time) })),
})

/** The dead letters of a queue: what work they name, since when, and whether it is still owed. */
export const deadLettersShown = z.strictObject({
  ...named,
  letters: z.array(
    z.strictObject({
      id: z.string(),
      pointer: z.nullable(z.string()),
      sentAt: time,
      receives: z.int(),
      isThere: z.boolean(),
      owedAt: z.nullable(time),
      status: z.nullable(z.string()),
    }),
  ),
  left: z.int(),
})

/** What became of sending them again. */
export const replayedShown = z.strictObject({
  queue: z.string(),
  sent: z.int(),
  unreadable: z.int(),
  left: z.int(),
  looked: z.int(),
})

export const showDeadCounts = (queues: readonly DeadCount[]): z.infer<typeof deadCountsShown> => ({
  queues: queues.map(({ oldestAt, ...one }) => ({ ...one, oldestAt: rfc3339If(oldestAt) })),
})

export const showDeadLetters = ({ letters, ...queue }: ReadQueue): z.infer<typeof deadLettersShown> => ({
  ...queue,
  letters: letters.map(({ pointer = null, sentAt, owedAt, status = null, ...letter }) => ({
    ...letter,
    ...{
      pointer: pointer === null ? null : maskNumbers(pointer),
      sentAt: rfc3339(sentAt),
      owedAt: rfc3339If(owedAt),
      status,
    },
  })),
})
