import { randomUUID } from 'node:crypto'
import type { Clock } from '../shared/kernel/time.ts'
import { MINUTE, rfc3339 } from '../shared/kernel/time.ts'
import type { Functions } from './functions/functions.ts'
import type { FunctionError } from './functions/messages.ts'
import type { Permissions } from './permissions/permissions.ts'
import type { QueueServer } from './queues/queue-server.ts'
import { nameInArn } from './template/arn.ts'
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
  permissions: Permissions
  queues: QueueServer
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

/** What Lambda tells the failure destination of a function: whom it invoked with what, and how that ended. */
const missedRun = (requestPayload: unknown, { errorType, errorMessage }: FunctionError, clock: Clock): object => ({
  version: '1.0',
  timestamp: rfc3339(clock.now()),
  requestContext: { requestId: randomUUID(), condition: 'RetriesExhausted', approximateInvokeCount: 1 },
  requestPayload,
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  responsePayload: { errorType, errorMessage },
})

export const startSchedules = ({ specs, functions, permissions, queues, clock, byRealTime }: Options): Schedules => {
  const tell = async ({ fn, missedTo }: ScheduleSpec, event: unknown, error: FunctionError): Promise<void> => {
    // Lambda does it under the role of the function.
    if (missedTo === undefined || !permissions.may(fn, 'sqs:SendMessage', missedTo)) return
    await queues.send(nameInArn(missedTo), JSON.stringify(missedRun(event, error, clock)))
  }
  const run = async (spec: ScheduleSpec): Promise<string[]> => {
    const event = spec.input ?? scheduledEvent(spec, clock)
    const ended = await functions.invoke(spec.fn, event)
    if (ended.ok) return []
    await tell(spec, event, ended.error)
    return [spec.fn]
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
