import { randomUUID } from 'node:crypto'
import type { Clock } from '../shared/kernel/time.ts'
import { MINUTE, rfc3339 } from '../shared/kernel/time.ts'
import type { Functions } from './functions/functions.ts'
import type { ScheduleSpec } from './template/schedules.ts'

/** What runs by the clock. */
export type Schedules = {
  /** Runs once, now, every target of every minute and any other whose time has come; answers the functions that failed. */
  runAll(): Promise<string[]>
  stop(): void
}

type Options = {
  specs: readonly ScheduleSpec[]
  functions: Functions
  clock: Clock
  /** Whether they also run by themselves, by real time. */
  byRealTime: boolean
}

const scheduledEvent = ({ arn, source }: ScheduleSpec, clock: Clock): object => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source,
  account: '000000000000',
  time: rfc3339(clock.now()),
  region: arn.split(':')[3],
  resources: [arn],
  detail: {},
})

export const startSchedules = ({ specs, functions, clock, byRealTime }: Options): Schedules => {
  const run = async (spec: ScheduleSpec): Promise<string[]> => {
    const { ok } = await functions.invoke(spec.fn, spec.input ?? scheduledEvent(spec, clock))
    return ok ? [] : [spec.fn]
  }
  const since = new Map(specs.map((spec) => [spec, clock.now()]))
  const isDue = (spec: ScheduleSpec): boolean =>
    spec.everyMs <= MINUTE || clock.now() - (since.get(spec) ?? 0) >= spec.everyMs
  const runDue = async (spec: ScheduleSpec): Promise<string[]> => {
    if (!isDue(spec)) return []
    since.set(spec, clock.now())
    return run(spec)
  }
  const timers = byRealTime ? specs.map((spec) => setInterval(() => void run(spec), spec.everyMs)) : []
  return {
    runAll: async () => (await Promise.all(specs.map(runDue))).flat(),
    stop: () => {
      for (const timer of timers) clearInterval(timer)
    },
  }
}
