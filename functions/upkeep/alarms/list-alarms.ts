import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { type DescribedAlarm, newestFirst, type ToldAlarm, toldAlarm } from './alarm.ts'

/** Every alarm of this deployment, the newest change first. */
export const listAlarms = async (deps: { describe: () => Promise<DescribedAlarm[]> }): Promise<Outcome<ToldAlarm[]>> =>
  ok(newestFirst((await deps.describe()).map(toldAlarm)))
