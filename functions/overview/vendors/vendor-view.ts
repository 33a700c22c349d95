import * as z from 'zod/mini'
import { rfc3339If } from '../../../shared/kernel/time.ts'
import { breakerStatuses } from '../../verification/check/breaker.ts'
import type { VendorState } from './read-vendors.ts'

const time = z.nullable(z.iso.datetime())

/** Vendors as operators see them; `closed` is the state of a vendor that lets us in. */
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
      /** What its calls of today have cost as far as is known, and what they may cost; null where it has no limit. In 1/10,000 yuan. */
      spentToday: z.nullable(z.int()),
      dailySpend: z.nullable(z.int()),
    }),
  ),
})

const shown = ({ vendor, breaker, spent, most }: VendorState) => ({
  vendor,
  status: breaker?.status ?? 'closed',
  refusals: breaker?.refusals ?? 0,
  refusedSince: rfc3339If(breaker?.since),
  code: breaker?.code ?? null,
  until: rfc3339If(breaker?.until),
  ordersAt: breaker?.until === undefined ? null : rfc3339If(breaker.ordersAt),
  spentToday: most === undefined ? null : spent,
  dailySpend: most ?? null,
})

/** As GET /v1/operator/vendors answers. */
export const showVendors = (vendors: VendorState[]): z.infer<typeof vendorsShown> => ({
  vendors: vendors.map(shown),
})
