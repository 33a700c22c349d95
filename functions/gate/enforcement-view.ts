import * as z from 'zod/mini'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { type Enforcement, enforcementNotices } from './enforcement.ts'

/** How the enforcement date concerns the account, before, on and after it. */
export const enforcementShown = z.strictObject({
  enforcedFrom: z.iso.datetime(),
  inForce: z.boolean(),
  /** Days of the Beijing calendar; 0 on the day itself and after. */
  daysLeft: z.int(),
  /** The warning that is due: 30, 7 or 1 days before; null earlier and later. */
  notice: z.nullable(z.literal([...enforcementNotices])),
})

/** As GET /v1/account answers it. */
export const showEnforcement = ({
  from,
  inForce,
  daysLeft,
  notice,
}: Enforcement): z.infer<typeof enforcementShown> => ({
  enforcedFrom: rfc3339(from),
  inForce,
  daysLeft,
  notice: notice ?? null,
})
