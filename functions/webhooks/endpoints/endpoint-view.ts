import * as z from 'zod/mini'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { disabledBecause, type Endpoint } from './endpoint.ts'

/** An endpoint without what signs. */
export const endpointShown = z.strictObject({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  description: z.nullable(z.string()),
  status: z.enum(['enabled', 'disabled']),
  /** Null while it is enabled. */
  disabledBecause: z.nullable(z.enum(disabledBecause)),
  /** Null while it is enabled. */
  disabledAt: z.nullable(z.iso.datetime()),
  /** Null where it took the last that it was sent. */
  failingSince: z.nullable(z.iso.datetime()),
  /** Until when it asked to be left alone; null where it does not. */
  slowedUntil: z.nullable(z.iso.datetime()),
  publicKey: z.string(),
  createdAt: z.iso.datetime(),
})

export const endpointView = (endpoint: Endpoint): z.infer<typeof endpointShown> => {
  const { id, url, events, description = null, disabled, publicKey, createdAt } = endpoint
  const status = disabled ? 'disabled' : 'enabled'
  return {
    ...{ id, url, events, description, status, disabledBecause: disabled?.because ?? null },
    ...{ disabledAt: rfc3339If(disabled?.at), failingSince: rfc3339If(endpoint.failingSince) },
    ...{ slowedUntil: rfc3339If(endpoint.slowedUntil), publicKey, createdAt: rfc3339(createdAt) },
  }
}
