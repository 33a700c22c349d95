import * as z from 'zod/mini'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { alarmStates, type ToldAlarm } from './alarm.ts'

/** Every alarm of the deployment. */
export const alarmsShown = z.strictObject({
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

export const showAlarms = (alarms: readonly ToldAlarm[]): z.infer<typeof alarmsShown> => ({
  alarms: alarms.map((alarm) => ({ ...alarm, since: rfc3339(alarm.since) })),
})
