import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { alarmStates } from './alarm.ts'
import type { AlarmsPage } from './list-alarms.ts'

/** Alarms of the deployment that are in one state, and how many there are in each. */
export const alarmsShown = pageShown({
  counts: z.strictObject({ ringing: z.int(), quiet: z.int(), unknown: z.int() }),
  alarms: z.array(
    z.strictObject({
      name: z.string(),
      state: z.enum(alarmStates),
      since: z.iso.datetime(),
      /** What people notice while it rings. */
      impact: z.string(),
      /** What is wrong, and where to look. */
      advice: z.string(),
      /** What CloudWatch gives as the reason of the state. */
      because: z.string(),
    }),
  ),
})

export const showAlarms = ({ alarms, ...page }: AlarmsPage): z.infer<typeof alarmsShown> => ({
  ...page,
  alarms: alarms.map((alarm) => ({ ...alarm, since: rfc3339(alarm.since) })),
})
