import * as z from 'zod/mini'
import { paymentChannels } from '../../payment/paying/provider.ts'
import { type Hit, hitKinds } from './hit.ts'

/** Something found: what it is, whose, and where it belongs. */
const hitShown = z.strictObject({
  kind: z.enum(hitKinds),
  id: z.string(),
  /** Null where nobody knows whose it is. */
  accountId: z.nullable(z.string()),
  orderId: z.nullable(z.string()),
  channel: z.nullable(z.enum(paymentChannels)),
})

export const hitsShown = z.strictObject({ hits: z.array(hitShown) })

export const showHits = (hits: readonly Hit[]): z.infer<typeof hitsShown> => ({
  hits: hits.map(({ kind, id, accountId = null, orderId = null, channel = null }) => ({
    ...{ kind, id, accountId, orderId, channel },
  })),
})
