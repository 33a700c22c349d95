import { saveClock } from './clock.ts'
import { control, isControl } from './control.ts'
import { openDataFolder } from './data-folder.ts'
import type { EngineOptions } from './engine-options.ts'
import type { Faults } from './faults.ts'
import { type Answering, frontServer } from './front.ts'
import { keepTogether } from './kept-together.ts'
import { type Lasting, lastingOf } from './lasting.ts'
import { close, listen } from './listen.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { namedFaults, type Operations, operationsOn } from './operations.ts'
import { type Parts, startParts } from './parts.ts'
import type { Calls } from './proxy/calls.ts'
import { isForBucket } from './uploads/upload-door.ts'

/** A running instance. */
export type Engine = Operations & {
  url: string
  /** Ends everything and gives the data folder free. */
  stop(): Promise<void>
  /** Kills everything in the middle of whatever it does and starts it again: the data stays, queues are empty. */
  restart(): Promise<void>
  /** `add` throws for a function or queue that does not exist. */
  faults: Faults
  calls: Calls
  /** What functions were refused because their roles do not allow it, each once. */
  refusals(): string[]
  /** Holds `<function>.log` for each function that ran. */
  logFolder: string
}

/** Starts an instance of what the assembly describes; it takes the data folder and gives it free. Throws PortInUse, DataFolderError, DatabaseMissing or TemplateError. */
export const startEngine = async (options: EngineOptions): Promise<Engine> => {
  const data = options.data ?? openDataFolder()
  let lasting: Lasting | undefined
  try {
    lasting = lastingOf(options, data)
    return await engineOn(lasting, options.port ?? 0)
  } catch (error) {
    await (lasting ?? data).release()
    throw error
  }
}

const engineOn = async (lasting: Lasting, wantedPort: number): Promise<Engine> => {
  const { calls, uses, fault, logFolder } = lasting
  const exclusively = oneAtATime()
  const operations = operationsOn(lasting, () => parts, exclusively)
  const answering: Answering = async (request, response) => {
    const { gateway, uploads } = await parts
    if (isForBucket(request)) return uploads(request, response)
    if (!isControl(request)) return gateway(request, response)
    const names = await operations.names()
    return control({ ...operations, faults: lasting.faults, names }, request, response)
  }

  let server = frontServer(answering, fault)
  const port = await listen(server, wantedPort)
  const url = `http://127.0.0.1:${port}`
  let parts: Promise<Parts> = startParts(lasting, url)

  const end = async (): Promise<void> => {
    await close(server)
    const running = await parts.catch(() => undefined)
    await running?.stop()
  }
  const restart = async (): Promise<void> => {
    await end()
    server = frontServer(answering, fault)
    parts = listen(server, port).then(() => startParts(lasting, url))
    await parts
  }
  const stop = async (): Promise<void> => {
    await end()
    await lasting.release()
  }
  try {
    const faults = namedFaults(lasting.faults, await operations.names())
    // From now on there are tables.
    saveClock(lasting.data, lasting.clock)
    keepTogether(lasting.data)
    const { refusals } = uses
    return { ...operations, url, calls, refusals, logFolder, faults, stop, restart: () => exclusively(restart) }
  } catch (error) {
    await close(server)
    throw error
  }
}
