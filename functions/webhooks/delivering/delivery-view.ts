import * as z from 'zod/mini'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import {
  attemptOutcomes,
  type DeliveriesPage,
  type Delivery,
  deliveryName,
  deliveryReasons,
  deliveryStatuses,
} from './delivery.ts'

export const deliveryShown = z.strictObject({
  id: z.string(),
  eventId: z.string(),
  type: z.string(),
  subject: z.strictObject({ kind: z.string(), id: z.string() }),
  sequence: z.int(),
  status: z.enum(deliveryStatuses),
  /** Null where it has not failed. */
  reason: z.nullable(z.enum(deliveryReasons)),
  attempts: z.array(
    z.strictObject({
      at: z.iso.datetime(),
      outcome: z.enum(attemptOutcomes),
      /** Null where there was no answer. */
      status: z.nullable(z.int()),
      ms: z.int(),
    }),
  ),
  /** Null where none follows, or the next as soon as it is its turn. */
  nextAt: z.nullable(z.iso.datetime()),
  createdAt: z.iso.datetime(),
})

export const deliveryView = (delivery: Delivery): z.infer<typeof deliveryShown> => {
  const { eventId, type, about, sequence, status, reason = null, attempts, notBefore, createdAt } = delivery
  return {
    ...{ id: deliveryName(delivery), eventId, type, subject: about, sequence, status, reason },
    attempts: attempts.map(({ at, outcome, status: code = null, ms }) => ({
      ...{ at: rfc3339(at), outcome, status: code, ms },
    })),
    nextAt: rfc3339If(status === 'pending' ? notBefore : undefined),
    createdAt: rfc3339(createdAt),
  }
}

/** A page of them. */
export const deliveriesView = ({ deliveries, nextCursor }: DeliveriesPage) => ({
  deliveries: deliveries.map(deliveryView),
  nextCursor,
})
