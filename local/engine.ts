import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import * as z from 'zod/mini'
import type { Millis } from '../shared/kernel/time.ts'
import { loadClock } from './clock.ts'
import { control, isControl } from './control.ts'
import { type DataFolder, openDataFolder } from './data-folder.ts'
import { type Faults, faultRules, type Names, unknownName } from './faults.ts'
import { close, listen } from './listen.ts'
import { type Lasting, type Parts, startParts } from './parts.ts'
import { type Calls, callLog } from './proxy/calls.ts'
import { advance, drain } from './quiet.ts'
import { type State, stateOf } from './state.ts'
import type { System } from './template/system.ts'

export type EngineOptions = {
  /** Folder of the synthesized cloud assembly. */
  assembly: string
  /** 0, the default, takes a free one. */
  port?: number
  /** Where data lasts; without it everything is in a temporary folder and gone after `stop`. */
  data?: string
  /** Plain text by name. Of each secret the value of the first start with this data folder counts. */
  secrets: Record<string, string>
  /** Laid over SETTINGS in the environment of every function that has it, object by object. */
  settings?: Record<string, unknown>
  /** The same for SANDBOX_SETTINGS. */
  sandboxSettings?: Record<string, unknown>
  /** Where the functions' log files go; default: `logs` in the data folder. */
  logFolder?: string
  /** Whether schedules also run by real time; default true. */
  schedulesByRealTime?: boolean
  /** Worker threads per function: at most, and kept while nothing runs. */
  threads?: { limit?: number; idleLimit?: number }
  /** Gets a line for each fault of the engine's own. */
  log?: (line: string) => void
}

/** A running instance. */
export type Engine = {
  url: string
  /** Ends everything and gives the data folder free. */
  stop(): Promise<void>
  /** Kills everything in the middle of whatever it does and starts it again: the data stays, queues are empty. */
  restart(): Promise<void>
  /** Resolves when nothing is under way. Throws NotQuiet after two minutes. */
  drain(): Promise<void>
  /** Drains, moves the clock, runs the schedule until it finds nothing more; answers the new time. */
  advance(by: Millis): Promise<Millis>
  /** Stops the table and starts it again on the same file. */
  restartTable(): Promise<void>
  now(): Millis
  /** `add` throws for a function or queue that does not exist. */
  faults: Faults
  calls: Calls
  state(): Promise<State>
  dumps: {
    /** Every item of every table, by table. */
    tables(): Promise<Record<string, unknown[]>>
    /** Every message body that is or was in a queue. */
    queues(): { queue: string; body: string }[]
  }
  /** Holds `<function>.log` for each function that ran. */
  logFolder: string
}

/** Enough for what runs on one machine, and few enough to fit it. */
const THREADS = { limit: 8, idleLimit: 2 }

const savedSecrets = z._default(z.record(z.string(), z.string()), {})

const keptSecrets = (data: DataFolder, given: Record<string, string>): Record<string, string> => {
  const secrets = { ...given, ...z.parse(savedSecrets, data.load('secrets')) }
  data.save('secrets', secrets)
  return secrets
}

const lastingOf = (options: EngineOptions, data: DataFolder): Lasting => ({
  assembly: options.assembly,
  overrides: { SETTINGS: options.settings, SANDBOX_SETTINGS: options.sandboxSettings },
  data,
  clock: loadClock(data),
  faults: faultRules(),
  calls: callLog(),
  secrets: keptSecrets(data, options.secrets),
  logFolder: options.logFolder ?? data.logs,
  threads: { ...THREADS, ...options.threads },
  schedulesByRealTime: options.schedulesByRealTime ?? true,
  fault: (error) => options.log?.(error instanceof Error ? (error.stack ?? error.message) : String(error)),
})

/** Longer than the pauses between two requests of a client, so that none is sent into a closing connection. */
const KEEP_ALIVE_MS = 65_000

const frontServer = (listener: RequestListener): Server => {
  const server = createServer(listener)
  server.keepAliveTimeout = KEEP_ALIVE_MS
  return server
}

const namesIn = ({ functions, queues }: System): Names => ({
  functions: functions.map(({ name }) => name),
  queues: queues.map(({ name }) => name),
})

/** Runs one task after the other. */
const oneAtATime = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(task: () => Promise<T>): Promise<T> => {
    const run = last.then(task, task)
    last = run.catch(() => undefined)
    return run
  }
}

/** Starts an instance of what the assembly describes. Throws PortInUse, DataFolderError, DatabaseMissing or TemplateError. */
export const startEngine = async (options: EngineOptions): Promise<Engine> => {
  const data = openDataFolder(options.data)
  try {
    return await engineOn(data, options)
  } catch (error) {
    data.release()
    throw error
  }
}

const engineOn = async (data: DataFolder, options: EngineOptions): Promise<Engine> => {
  const lasting = lastingOf(options, data)
  const { clock, faults, calls, fault } = lasting
  const exclusively = oneAtATime()

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const { gateway } = await parts
      await (isControl(request) ? control({ ...engine, names }, request, response) : gateway(request, response))
    } catch (error) {
      fault(error)
      request.socket.destroy()
    }
  }
  const listener: RequestListener = (request, response) => void serve(request, response)

  let names: Names = { functions: [], queues: [] }
  let server = frontServer(listener)
  const port = await listen(server, options.port ?? 0)
  const url = `http://127.0.0.1:${port}`
  let parts: Promise<Parts> = startParts(lasting, url)

  const stop = async (): Promise<void> => {
    await close(server)
    await (await parts).stop()
  }
  const namedFaults: Faults = {
    ...faults,
    add: (rule) => {
      const unknown = unknownName(rule, names)
      if (unknown) throw new Error(`there is no ${unknown}`)
      faults.add(rule)
    },
  }
  const engine: Engine = {
    url,
    faults: namedFaults,
    calls,
    logFolder: lasting.logFolder,
    now: clock.now,
    stop: async () => {
      await stop()
      data.release()
    },
    restart: () =>
      exclusively(async () => {
        await stop()
        server = frontServer(listener)
        parts = listen(server, port).then(() => startParts(lasting, url))
        await parts
      }),
    drain: () => exclusively(async () => drain(await parts)),
    advance: (by) =>
      exclusively(async () => {
        await advance(await parts, lasting, by)
        return clock.now()
      }),
    restartTable: async () => (await parts).database.restart(),
    state: async () => stateOf(await parts, { clock, calls, faults }),
    dumps: {
      tables: async () => {
        const { system, database } = await parts
        const dumped = system.tables.map(async ({ name, nameOnAws }) => [name, await database.scan(nameOnAws)] as const)
        return Object.fromEntries(await Promise.all(dumped))
      },
      queues: calls.messages,
    },
  }
  try {
    names = namesIn((await parts).system)
    return engine
  } catch (error) {
    await close(server)
    throw error
  }
}
