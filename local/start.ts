import { spawn } from 'node:child_process'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Asked } from '../shared/command/command-line.ts'
import { type Arguments, argumentsOf, type startCommand } from './arguments.ts'
import { openDataFolder } from './data-folder.ts'
import { sourceOf } from './debugging.ts'
import { databaseNotice } from './dynamodb/where.ts'
import { type Engine, startEngine } from './engine.ts'
import { firstAdmin } from './first-admin.ts'
import { inputsHere } from './inputs-here.ts'
import { assertFree } from './listen.ts'
import { targetsTold, withTargets } from './local-targets.ts'
import { openBrowser } from './open-browser.ts'
import { restarting } from './restarting.ts'
import { forgetRunning, noteRunning } from './running.ts'
import { sandboxAssembly } from './sandbox-assembly.ts'
import { sandboxKeys } from './sandbox-keys.ts'
import { welcome } from './welcome.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const complain = (text: string): void => void process.stderr.write(`${text}\n`)

const catalogue = z.object({
  people: z.array(
    z.object({ name: z.string(), idNumber: z.string(), phone: z.string(), outcome: z.string(), note: z.string() }),
  ),
})

const ROOT = join(import.meta.dirname, '..')
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Once, however many signals come: with --watch the terminal sends one, and whoever watches another. */
const stopOnSignal = (engine: Engine): void => {
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of SIGNALS) process.once(signal, resolve)
  void promise
    .then(() => forgetRunning())
    .then(() => engine.stop())
    .then(() => process.exit(0))
}

/** Runs itself without --watch, anew whenever a source changes. */
const watchSources = (args: readonly string[], tell: (text: string) => void): Promise<void> => {
  const own = args.filter((one) => one !== '--watch')
  const over = new AbortController()
  for (const signal of SIGNALS) process.once(signal, () => over.abort())
  tell('Starts again whenever TypeScript below functions, shared, infra or local changes; what is kept stays.')
  return restarting({
    root: ROOT,
    folders: ['functions', 'shared', 'infra', 'local'],
    start: (again) =>
      spawn(process.execPath, [join(ROOT, 'local/main.ts'), ...own, ...(again ? ['--brief'] : [])], {
        stdio: 'inherit',
      }),
    say: tell,
    signal: over.signal,
  })
}

const start = async (given: Arguments, tell: (text: string) => void): Promise<void> => {
  const { port, data, debug, opens, deliver } = given
  const { settings, sandboxSettings, inputs, lines } = await inputsHere(process.env)
  // Before anything takes time.
  const notice = databaseNotice()
  if (notice) tell(notice)
  const folder = openDataFolder(data)
  try {
    const { secrets, ...apiKeys } = sandboxKeys(folder)
    await assertFree(port)
    const assembly = await sandboxAssembly(() => tell('Synthesizing the templates …'), inputs)
    const engine = await startEngine({
      assembly,
      port,
      data: folder,
      secrets,
      settings: withTargets(JSON.parse(settings), deliver),
      sandboxSettings: JSON.parse(sandboxSettings),
      sources: debug ? sourceOf : undefined,
      log: complain,
    })
    stopOnSignal(engine)
    noteRunning(engine.url)
    if (given.json) return say(JSON.stringify({ url: engine.url, dataFolder: folder.folder, deliver }))
    if (given.brief) return say(`Shiming runs at ${engine.url}`)
    const answer = await fetch(`${engine.url}/sandbox/people`)
    const { people } = z.parse(catalogue, await answer.json())
    const link = await firstAdmin(engine.url)
    const told = [...lines, ...targetsTold(deliver)]
    say(welcome(engine.url, people, apiKeys, told, link === undefined ? undefined : { link, data }))
    if (opens) openBrowser(engine.url)
  } catch (error) {
    folder.release()
    throw error
  }
}

/**
 * Starts the service on this machine as it was asked for and answers once it runs; it goes on until a signal ends it. `args`: the command line
 * that was typed, for `--watch`. Throws Misused, and what is for people: PortInUse, DataFolderError, DatabaseMissing, ConfigError.
 */
export const runStart = async (asked: Asked<typeof startCommand.flags>, args: readonly string[]): Promise<void> => {
  // Lambda runs in UTC, and worker threads take the zone of their process.
  process.env.TZ = 'UTC'
  const given = argumentsOf(asked)
  // Whoever reads JSON finds nothing else on standard output.
  const tell = given.json ? complain : say
  await (given.watch ? watchSources(args, tell) : start(given, tell))
}
