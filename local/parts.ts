import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { mapsOf } from '../infra/source-maps.ts'
import { type Activity, activityCounter } from './activity.ts'
import { cloudwatch } from './alarms/cloudwatch.ts'
import { type Heard, hearing } from './alarms/heard.ts'
import type { DataFolder } from './data-folder.ts'
import { debuggable } from './debugging.ts'
import { beyondLimits } from './dynamodb/beyond-limits.ts'
import { type Database, startDatabase } from './dynamodb/database.ts'
import type { Answering } from './front.ts'
import { type Functions, startFunctions } from './functions/functions.ts'
import { gateway } from './http-api/gateway.ts'
import { type Key, keyMaterials, keysWithMaterial } from './kms/key-store.ts'
import { kms } from './kms/kms.ts'
import type { Lasting } from './lasting.ts'
import { close, listen } from './listen.ts'
import { type ObjectServer, startObjectServer } from './objects/object-server.ts'
import { type Permissions, permissionsOf } from './permissions/permissions.ts'
import { AwsRefusal } from './proxy/aws-answer.ts'
import { awsProxy } from './proxy/proxy.ts'
import { type Poller, startPoller } from './queues/poller.ts'
import { type QueueServer, queueUrl, startQueueServer } from './queues/queue-server.ts'
import { sqsBackend } from './queues/sqs-backend.ts'
import type { Running } from './quiet.ts'
import { startSchedules } from './schedules.ts'
import { secretsManager } from './secrets.ts'
import { readAssembly } from './template/assembly.ts'
import type { KeySpec } from './template/keys.ts'
import type { EventSourceSpec } from './template/queues.ts'
import { TemplateError } from './template/resolve.ts'
import { readSystem, type System } from './template/system.ts'
import { uploadsOf } from './uploads/uploads.ts'

/** Everything that runs between a start and a stop. */
export type Parts = Running & {
  system: System
  gateway: Answering
  /** Answers browsers that post files. */
  uploads: Answering
  database: Database
  queues: QueueServer
  objects: ObjectServer
  keys: readonly Key[]
  heard: () => Heard[]
  /** Ends all of it at once, in the middle of whatever it does. */
  stop(): Promise<void>
}

const proxyServer = (): Server => {
  const server = createServer()
  // A frozen worker cannot notice that its connection was closed, so none is.
  server.keepAliveTimeout = 0
  server.requestTimeout = 0
  return server
}

/** Saved before there is anything to seal under them. */
const keysOf = (specs: readonly KeySpec[], data: DataFolder): Key[] => {
  const { keys, saved } = keysWithMaterial(specs, data.load('keys', keyMaterials(specs)) ?? {})
  data.save('keys', saved)
  return keys
}

const describe = ({ assembly, secrets, overrides, sources }: Lasting, publicUrl: string, endpoint: string): System => {
  const addresses = {
    publicUrl,
    queueUrl: (name: string) => queueUrl(endpoint, name),
    secret: (name: string) => secrets[name],
  }
  const system = readSystem(readAssembly(assembly), addresses, overrides)
  return sources ? debuggable(system, sources) : system
}

type Emulators = { database: Database; queues: QueueServer; objects: ObjectServer }

const startEmulators = async (lasting: Lasting, system: System): Promise<Emulators> => {
  const database = await startDatabase(lasting.data, system.tables)
  try {
    const queues = await startQueueServer(system.queues, lasting)
    return { database, queues, objects: await startObjectServer(system.buckets, lasting.queueEmulator) }
  } catch (error) {
    await database.stop()
    throw error
  }
}

const functionsOf = (
  lasting: Lasting,
  system: System,
  permissions: Permissions,
  activity: Activity,
  endpoint: string,
): Functions =>
  startFunctions({
    specs: system.functions,
    permissions,
    clock: lasting.clock,
    activity,
    endpoint,
    logFolder: lasting.logFolder,
    maps: mapsOf(lasting.assembly),
    cacheFolder: join(lasting.assembly, '.compile-cache'),
    ...lasting.threads,
  })

type Inner = Emulators & {
  system: System
  keys: readonly Key[]
  permissions: Permissions
  functions: Functions
  activity: Activity
  /** Each log is read on from where it was left. */
  heard: () => Heard[]
}

const connectProxy = (
  proxy: Server,
  lasting: Lasting,
  { system, keys, permissions, functions, activity, database, queues, objects, heard }: Inner,
): void => {
  const names = new Map(system.queues.map(({ name, nameOnAws }) => [nameOnAws, name]))
  const indexKeys = system.tables.flatMap((table) => Object.values(table.indexKeys))
  const { calls } = lasting
  proxy.on(
    'request',
    awsProxy({
      ...lasting,
      backends: {
        dynamodb: ({ headers, body, input }) => {
          const beyond = beyondLimits(input, indexKeys)
          if (beyond !== undefined) throw new AwsRefusal('ValidationException', beyond)
          return database.call(headers, body)
        },
        sqs: sqsBackend(queues, calls, (queue) => names.get(queue) ?? queue),
        kms: kms(keys),
        s3: objects.call,
        secretsmanager: secretsManager(lasting.secrets),
        monitoring: cloudwatch({
          alarms: system.toldAlarms,
          ringing: new Set(system.alarms.filter(({ ringsAt = 2 }) => ringsAt <= 1).map(({ name }) => name)),
          heard,
          depth: async (queue) => (await queues.depth(queue)).visible,
          clock: lasting.clock,
        }),
      },
      callerOf: functions.caller,
      permissions,
      activity,
    }),
  )
}

const POLLING = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']

/** AWS makes no mapping of a queue to a function whose role does not let Lambda poll for it. */
const assertPolled = ({ permissions }: Inner, { fn, queueArn }: EventSourceSpec): void => {
  const missing = POLLING.filter((action) => !permissions.may(fn, action, queueArn))
  if (missing.length > 0)
    throw new TemplateError(`the role of ${fn} does not allow ${missing.join(', ')} on ${queueArn}`)
}

const pollersOf = (lasting: Lasting, inner: Inner): Poller[] =>
  inner.system.eventSources.map((source) => {
    assertPolled(inner, source)
    const queue = inner.system.queues.find(({ name }) => name === source.queue)?.nameOnAws ?? source.queue
    // More than there are threads would only wait for one while their time-out runs.
    const maxConcurrency = Math.min(source.maxConcurrency, lasting.threads.limit)
    return startPoller({ ...lasting, ...inner, source: { ...source, maxConcurrency }, queue, server: inner.queues })
  })

/** Starts every part for an engine that is reached at `url`. Throws when the templates or an emulator do not allow it. */
export const startParts = async (lasting: Lasting, url: string): Promise<Parts> => {
  const proxy = proxyServer()
  const endpoint = `http://127.0.0.1:${await listen(proxy, 0)}`
  try {
    const system = describe(lasting, url, endpoint)
    const keys = keysOf(system.keys, lasting.data)
    const permissions = permissionsOf(system, lasting.uses)
    const emulators = await startEmulators(lasting, system)
    const activity = activityCounter()
    const functions = functionsOf(lasting, system, permissions, activity, endpoint)
    const inner: Inner = {
      ...emulators,
      system,
      keys,
      permissions,
      functions,
      activity,
      heard: hearing(system, lasting.logFolder),
    }
    connectProxy(proxy, lasting, inner)
    const pollers = pollersOf(lasting, inner)
    const schedules = startSchedules({
      ...inner,
      specs: system.schedules,
      clock: lasting.clock,
      byRealTime: lasting.schedulesByRealTime,
    })
    return {
      ...inner,
      pollers,
      schedules,
      gateway: gateway({ ...lasting, routes: system.routes, cors: system.cors, functions, activity, url }),
      uploads: uploadsOf({ ...lasting, ...inner, url }),
      stop: async () => {
        schedules.stop()
        for (const poller of pollers) poller.stop()
        await functions.stop()
        await Promise.all([close(proxy), emulators.database.stop()])
      },
    }
  } catch (error) {
    await close(proxy)
    throw error
  }
}
