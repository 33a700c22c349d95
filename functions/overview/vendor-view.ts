import * as z from 'zod/mini'
import { rfc3339If } from '../../shared/kernel/time.ts'
import { type Breaker, breakerStatuses } from '../verification/check/breaker.ts'

const time = z.nullable(z.iso.datetime())

/** Identity vendors as operators see them; `closed` is the state of a vendor that lets us in. */
export const vendorsShown = z.strictObject({
  vendors: z.array(
    z.strictObject({
      vendor: z.string(),
      status: z.enum(breakerStatuses),
      /** How often in a row it refused us, since when, and what it said last. */
      refusals: z.int(),
      refusedSince: time,
      code: z.nullable(z.string()),
      /** When a paid check may try again, and when orders open again. */
      until: time,
      ordersAt: time,
    }),
  ),
})

const shown = ({ vendor, breaker }: { vendor: string; breaker?: Breaker }) => ({
  vendor,
  status: breaker?.status ?? 'closed',
  refusals: breaker?.refusals ?? 0,
  refusedSince: rfc3339If(breaker?.since),
  code: breaker?.code ?? null,
  until: rfc3339If(breaker?.until),
  ordersAt: breaker?.until === undefined ? null : rfc3339If(breaker.ordersAt),
})

/** As GET /v1/operator/vendors answers. */
export const showVendors = (vendors: { vendor: string; breaker?: Breaker }[]): z.infer<typeof vendorsShown> => ({
  vendors: vendors.map(shown),
})
