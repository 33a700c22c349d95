import * as z from 'zod/mini'
import { type Arguments, readArguments, USAGE } from './arguments.ts'
import { DataFolderError } from './data-folder.ts'
import { DatabaseMissing, databaseNotice } from './dynamodb/database.ts'
import { type Engine, startEngine } from './engine.ts'
import { assertFree, PortInUse } from './listen.ts'
import { sandboxAssembly } from './sandbox-assembly.ts'
import { sandboxKeys } from './sandbox-keys.ts'
import { TemplateError } from './template/resolve.ts'
import { welcome } from './welcome.ts'

// Lambda runs in UTC, and worker threads take the zone of their process.
process.env.TZ = 'UTC'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const complain = (text: string): void => void process.stderr.write(`${text}\n`)

const catalogue = z.object({
  people: z.array(
    z.object({ name: z.string(), idNumber: z.string(), phone: z.string(), outcome: z.string(), note: z.string() }),
  ),
})

const stopOnSignal = (engine: Engine): void => {
  const stop = async (): Promise<void> => {
    await engine.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}

const start = async ({ port, data }: Arguments): Promise<void> => {
  await assertFree(port)
  const assembly = await sandboxAssembly(() => say('Synthesizing the templates …'))
  const notice = databaseNotice()
  if (notice) say(notice)
  const { secrets, ...apiKeys } = sandboxKeys(data)
  const engine = await startEngine({ assembly, port, data, secrets, log: complain })
  stopOnSignal(engine)
  const answer = await fetch(`${engine.url}/sandbox/people`)
  const { people } = z.parse(catalogue, await answer.json())
  say(welcome(engine.url, people, apiKeys))
}

/** Errors that are no fault of the program: their message says all. */
const isExpected = (error: unknown): error is Error =>
  [PortInUse, DataFolderError, DatabaseMissing, TemplateError].some((kind) => error instanceof kind)

const main = async (): Promise<void> => {
  const given = readArguments(process.argv.slice(2))
  if (!given) {
    complain(USAGE)
    process.exit(2)
  }
  try {
    await start(given)
  } catch (error) {
    complain(isExpected(error) ? error.message : String(error instanceof Error ? error.stack : error))
    process.exit(1)
  }
}

await main()
