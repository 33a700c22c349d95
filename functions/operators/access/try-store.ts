import type { Millis } from '../../../shared/kernel/time.ts'
import type { Update } from '../../../shared/table/write.ts'
import { addressGroup } from '../../account/codes/sms-limit.ts'
import { counted } from '../../account/limits/limit-store.ts'
import { hourOf } from '../../account/limits/window.ts'
import type { OperatorSettings } from '../settings.ts'

type Limits = Pick<OperatorSettings['operators'], 'triesPerHour' | 'triesPerHourFromAddress'>

/** One more try at what somebody signs in with, counted before it is looked at, right or wrong. */
export const tryCountedOf = (
  { name, sourceIp }: { name: string; sourceIp: string },
  now: Millis,
  limits: Limits,
): Update[] => [
  counted({ subject: `OPERATOR#${name}`, window: hourOf(now), limit: limits.triesPerHour }),
  counted({
    subject: `OPERATOR_ADDRESS#${addressGroup(sourceIp)}`,
    window: hourOf(now),
    limit: limits.triesPerHourFromAddress,
  }),
]
