import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import {
  any,
  atMost,
  equals,
  type Item,
  isNew,
  type Put,
  put,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { certificationKeys } from '../keys.ts'

const stored = z.object({ app: z.string(), name: z.string(), since: z.number(), until: z.optional(z.number()) })

/** Which app has what looks like a name, and until when, where it goes by another since. */
export const reservationIn = (item: Item | undefined): z.infer<typeof stored> | undefined =>
  item && z.parse(stored, item)

/** Why an app cannot have a name: another has one that looks like it. */
export const NAME_TAKEN = 'name_taken'

/** An app has a name from now on, or asks for it: nobody else can, as long as it is not let go. */
export const nameReserved = (
  { skeleton, name, app }: { skeleton: string; name: string; app: string },
  now: Millis,
): Put =>
  put(
    certificationKeys.name(skeleton),
    { app, name, since: now },
    any(isNew, equals('app', app), atMost('until', now)),
    NAME_TAKEN,
  )

/** An app asks for a name, which is kept for it until then, and free after that by the clock alone. */
export const nameKept = (
  { skeleton, name, app }: { skeleton: string; name: string; app: string },
  { now, until }: { now: Millis; until: Millis },
): Put =>
  put(
    certificationKeys.name(skeleton),
    { app, name, since: now, until, ttl: ttlAt(until) },
    any(isNew, equals('app', app), atMost('until', now)),
    NAME_TAKEN,
  )

/** The app goes by another name: others may have this one from `until` on, and by the clock alone. */
export const nameLet = ({ skeleton, app }: { skeleton: string; app: string }, until: Millis): Update =>
  update(certificationKeys.name(skeleton), { set: { until, ttl: ttlAt(until) } }, equals('app', app), 'name_moved')
