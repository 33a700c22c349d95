import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { originalPlaces } from '../../infra/source-maps.ts'
import type { Activity } from '../activity.ts'
import type { ShiftedClock } from '../clock.ts'
import type { Permissions } from '../permissions/permissions.ts'
import type { FunctionSpec } from '../template/functions.ts'
import { accessKeyOf, credentialsOf } from './credentials.ts'
import { environmentOf } from './environment.ts'
import type { FunctionError } from './messages.ts'
import { functionPool, type Pool } from './pool.ts'
import { type Invocation, startThread, type Thread } from './thread.ts'

/** All functions of the system. */
export type Functions = {
  /** Runs a function on an event (any JSON value); rejects only for a function that does not exist. */
  invoke(fn: string, event: unknown): Promise<Invocation>
  /** Who holds this access key: the function, and a way to end the very worker. */
  caller(accessKeyId: string): Caller | undefined
  /** Events running or waiting, by function. */
  inFlight(): Record<string, number>
  /** Ends every worker at once. */
  stop(): Promise<void>
}

export type Caller = { fn: string; kill(): Promise<void> }

type Options = {
  specs: readonly FunctionSpec[]
  permissions: Permissions
  clock: ShiftedClock
  activity: Activity
  /** Where the SDK of the functions sends its calls. */
  endpoint: string
  logFolder: string
  /** Where the source maps of the functions are. */
  maps: string
  cacheFolder: string
  limit: number
  idleLimit: number
}

const killed = { errorType: 'Sandbox.Killed', errorMessage: 'The worker was killed' }
const stopped = { errorType: 'Sandbox.Stopped', errorMessage: 'The engine was stopped' }

export const startFunctions = (options: Options): Functions => {
  mkdirSync(options.logFolder, { recursive: true })
  const callers = new Map<string, Caller>()
  const logFile = (name: string): string => join(options.logFolder, `${name}.log`)

  /** Without this permission Lambda runs a function all the same, and nobody reads what it writes. */
  const writesLog = ({ name, logGroup }: FunctionSpec): boolean =>
    ['logs:CreateLogStream', 'logs:PutLogEvents'].every((action) => options.permissions.may(name, action, logGroup))

  const poolOf = (spec: FunctionSpec): Pool => {
    let started = 0
    return functionPool({
      timeoutMs: spec.timeoutMs,
      limit: options.limit,
      idleLimit: options.idleLimit,
      startThread: (gone): Thread => {
        started += 1
        const accessKeyId = accessKeyOf(spec.name, started)
        const logs = writesLog(spec)
        const thread = startThread({
          accessKeyId,
          start: {
            name: spec.name,
            functionName: spec.nameOnAws,
            functionArn: spec.arn,
            memoryMb: spec.memoryMb,
            module: spec.module,
            handler: spec.handler,
            logFile: logs ? logFile(spec.name) : '/dev/null',
            maps: options.maps,
            clock: options.clock.shared,
            fillCache: started === 1,
          },
          env: {
            ...environmentOf(spec, credentialsOf(accessKeyId), options.endpoint),
            NODE_COMPILE_CACHE: options.cacheFolder,
          },
          memoryMb: spec.memoryMb,
          gone: () => {
            callers.delete(accessKeyId)
            gone()
          },
        })
        callers.set(accessKeyId, { fn: spec.name, kill: () => thread.kill(killed) })
        return thread
      },
    })
  }

  const pools = new Map(options.specs.map((spec) => [spec.name, poolOf(spec)]))
  const original = originalPlaces(options.maps)
  const note = (fn: string, error: FunctionError): void => {
    const line = JSON.stringify({ level: 'ERROR', message: 'Invoke Error', function_name: fn, error })
    appendFileSync(logFile(fn), `${original(line, fn)}\n`)
  }

  return {
    invoke: async (fn, event) => {
      const pool = pools.get(fn)
      if (!pool) throw new Error(`there is no function ${fn}`)
      const ended = options.activity.begin()
      const invocation = await pool.invoke(event).finally(ended)
      if (!invocation.ok) note(fn, invocation.error)
      return invocation
    },
    caller: (accessKeyId) => callers.get(accessKeyId),
    inFlight: () =>
      Object.fromEntries(
        [...pools].map(([fn, pool]) => [fn, pool.inFlight()] as const).filter(([, count]) => count > 0),
      ),
    stop: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.stop(stopped)))
    },
  }
}
