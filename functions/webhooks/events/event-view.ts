import * as z from 'zod/mini'
import { eventData } from '../../../shared/outbox/outbox.ts'
import type { KeptEvent } from './event-store.ts'

/** An event as it is delivered. */
export const eventShown = z.strictObject({
  id: z.string(),
  type: z.string(),
  timestamp: z.iso.datetime(),
  sequence: z.int(),
  subject: z.strictObject({ kind: z.string(), id: z.string() }),
  /** Left out where it concerns none. */
  account: z.optional(
    z.strictObject({
      id: z.string(),
      /** Left out where the platform has given none. */
      externalId: z.optional(z.string()),
    }),
  ),
  data: eventData,
})

/** The very text that was signed, read. */
export const eventView = ({ body }: KeptEvent): z.infer<typeof eventShown> => JSON.parse(body)
