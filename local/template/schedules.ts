import * as z from 'zod/mini'
import type { Millis } from '../../shared/kernel/time.ts'
import { DAY, HOUR, MINUTE } from '../../shared/kernel/time.ts'
import { nameInArn } from './arn.ts'
import { readInvoking } from './invoking.ts'
import type { Resource } from './names.ts'
import { TemplateError } from './resolve.ts'
import type { World } from './world.ts'

/** A function that runs by the clock. `input` is its event; without one it gets the usual event of `source`. */
export type ScheduleSpec = {
  name: string
  arn: string
  fn: string
  everyMs: Millis
  source: 'aws.scheduler' | 'aws.events'
  input?: unknown
  /** ARN of the queue that is told when the function fails. */
  missedTo?: string
}

const enabled = (state: string | undefined): boolean => state !== 'DISABLED'

const schedule = z.object({
  ScheduleExpression: z.string(),
  State: z.optional(z.string()),
  Target: z.object({ Arn: z.string(), Input: z.optional(z.string()) }),
})
const rule = z.object({
  ScheduleExpression: z.optional(z.string()),
  State: z.optional(z.string()),
  Targets: z._default(z.array(z.object({ Arn: z.string(), Input: z.optional(z.string()) })), []),
})

const EVERY_MINUTE = /^cron\(\s*(\*|\*\/1|0\/1)\s+\*\s+\*\s+\*\s+\?\s+\*\s*\)$/

const periodOf = (expression: string, { stack, at }: Resource): Millis => {
  if (EVERY_MINUTE.test(expression)) return MINUTE
  const [, count, unit] = /^rate\((\d+)\s+(minute|hour|day)s?\)$/.exec(expression) ?? []
  if (unit === 'minute') return Number(count) * MINUTE
  if (unit === 'hour') return Number(count) * HOUR
  if (unit === 'day') return Number(count) * DAY
  throw new TemplateError(`stack ${stack.name}, ${at}: the local engine does not know the schedule ${expression}`)
}

const invokeConfig = z.object({
  FunctionName: z.string(),
  // Lambda repeats twice unless it is told not to.
  MaximumRetryAttempts: z.literal(0),
  DestinationConfig: z.optional(z.object({ OnFailure: z.optional(z.object({ Destination: z.string() })) })),
})

/** Where each function that nobody waits for has its failures told, by its name. */
const missedToOf = (world: World): Map<string, string> =>
  new Map(
    world.ofType('AWS::Lambda::EventInvokeConfig').flatMap((resource): [string, string][] => {
      const { FunctionName, DestinationConfig } = world.read(resource, invokeConfig)
      const arn = DestinationConfig?.OnFailure?.Destination
      return arn === undefined ? [] : [[world.label(nameInArn(FunctionName)), arn]]
    }),
  )

const parsed = (input: string | undefined): unknown => (input === undefined ? undefined : JSON.parse(input))

/** Every enabled schedule of the templates whose target is a function. Throws TemplateError for a rule that may not invoke it. */
export const readSchedules = (world: World): ScheduleSpec[] => {
  const missedTo = missedToOf(world)
  const assertInvokes = readInvoking(world)
  const schedules = world.ofType('AWS::Scheduler::Schedule').flatMap((resource) => {
    const { ScheduleExpression, State, Target } = world.read(resource, schedule)
    return [
      { resource, source: 'aws.scheduler' as const, expression: ScheduleExpression, state: State, target: Target },
    ]
  })
  const rules = world.ofType('AWS::Events::Rule').flatMap((resource) => {
    const { ScheduleExpression, State, Targets } = world.read(resource, rule)
    if (ScheduleExpression === undefined) return []
    return Targets.map((target) => ({
      resource,
      source: 'aws.events' as const,
      expression: ScheduleExpression,
      state: State,
      target,
    }))
  })
  return [...schedules, ...rules]
    .filter(({ state, target }) => enabled(state) && target.Arn.includes(':lambda:'))
    .map(({ resource, source, expression, target }) => {
      const fn = world.label(nameInArn(target.Arn))
      // A schedule of EventBridge Scheduler has a role instead.
      if (source === 'aws.events') assertInvokes(resource, fn, 'events.amazonaws.com', resource.arn)
      return {
        name: resource.label,
        arn: resource.arn,
        source,
        fn,
        everyMs: periodOf(expression, resource),
        input: parsed(target.Input),
        missedTo: missedTo.get(fn),
      }
    })
}
