import { type AlarmSpec, type MetricFilterSpec, readAlarms, readMetricFilters } from './alarms.ts'
import type { Stack } from './assembly.ts'
import { type BucketSpec, forPagesHere, readBuckets } from './buckets.ts'
import { type CorsSpec, readCors } from './cors.ts'
import {
  type FunctionSpec,
  type Overrides,
  readFunctions,
  synthesizedUrl,
  withBucketsHere,
  withPublicUrl,
  withSettings,
} from './functions.ts'
import { type KeySpec, readKeys } from './keys.ts'
import type { Addresses } from './names.ts'
import { type RoleSpec, readResourceStatements, readRoles, type StatementSpec } from './policies.ts'
import { type EventSourceSpec, type QueueSpec, readEventSources, readQueues } from './queues.ts'
import { TemplateError } from './resolve.ts'
import { type RouteSpec, readRoutes } from './routes.ts'
import { readSchedules, type ScheduleSpec } from './schedules.ts'
import { readTables, type TableSpec } from './tables.ts'
import { readToldAlarms, type ToldAlarmSpec } from './told-alarms.ts'
import { worldOf } from './world.ts'

/** Everything the templates describe that runs here. */
export type System = {
  functions: FunctionSpec[]
  routes: RouteSpec[]
  cors: CorsSpec | undefined
  queues: QueueSpec[]
  eventSources: EventSourceSpec[]
  schedules: ScheduleSpec[]
  tables: TableSpec[]
  buckets: BucketSpec[]
  keys: KeySpec[]
  metricFilters: MetricFilterSpec[]
  alarms: AlarmSpec[]
  /** All alarms, as they are described to who asks. */
  toldAlarms: ToldAlarmSpec[]
  roles: RoleSpec[]
  /** What the policies of keys and queues say of every role. */
  resourceStatements: StatementSpec[]
}

const assertKnown = (system: System): void => {
  const functions = new Set(system.functions.map(({ name }) => name))
  if (functions.size < system.functions.length) throw new TemplateError('two functions have the same name')
  for (const { fn } of [...system.routes, ...system.eventSources, ...system.schedules]) {
    if (!functions.has(fn)) throw new TemplateError(`something invokes ${fn}, but no stack has that function`)
  }
  const roles = new Set(system.roles.map(({ arn }) => arn))
  for (const { name, role } of system.functions) {
    if (!roles.has(role)) throw new TemplateError(`${name} runs under ${role}, but no stack has that role`)
  }
  const queues = new Set(system.queues.map(({ name }) => name))
  for (const { queue } of system.eventSources) {
    if (!queues.has(queue)) throw new TemplateError(`a function serves ${queue}, but no stack has that queue`)
  }
}

/** Reads what the stacks describe, with the engine's own addresses in place of those they were synthesized with.
 * `overrides` are laid over the settings in the functions' environments. Throws TemplateError. */
export const readSystem = (stacks: readonly Stack[], addresses: Addresses, overrides: Overrides = {}): System => {
  const world = worldOf(stacks, addresses)
  const { publicUrl } = addresses
  const asRead = readFunctions(world)
  const buckets = forPagesHere(readBuckets(world), synthesizedUrl(asRead), publicUrl)
  const functions = withBucketsHere(withPublicUrl(asRead, publicUrl), buckets, publicUrl)
  const system: System = {
    functions: withSettings(functions, overrides),
    routes: readRoutes(world),
    cors: readCors(world),
    queues: readQueues(world),
    eventSources: readEventSources(world),
    schedules: readSchedules(world),
    tables: readTables(world),
    buckets,
    keys: readKeys(world),
    metricFilters: readMetricFilters(world),
    alarms: readAlarms(world),
    toldAlarms: readToldAlarms(world),
    roles: readRoles(world),
    resourceStatements: readResourceStatements(world),
  }
  assertKnown(system)
  return system
}
