import type { Millis } from '../../../shared/kernel/time.ts'
import type { Refusals } from '../../gate/refusal.ts'
import type { AlarmsSince } from './alarm-counts.ts'

/** What is counted elsewhere than in the table, and asked for: CloudWatch, as far as a day needs it. */
export type Watch = {
  /** How the names of this deployment's alarms begin. */
  prefix: string
  /** How often the gate refused from one moment to before another, both on the hour. */
  refusals(from: Millis, until: Millis): Promise<readonly (Refusals & { count: number })[]>
  alarmsSince(from: Millis): Promise<AlarmsSince>
}
