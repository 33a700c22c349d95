import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openDataFolder } from '../../local/data-folder.ts'
import { sourceOf } from '../../local/debugging.ts'
import { type Platform, platformAt } from '../../local/demo/platform.ts'
import type { Person } from '../../local/demo/user.ts'
import { type Engine, startEngine } from '../../local/engine.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import { documented } from './documented.ts'
import { leftBehind } from './left-behind.ts'
import { morningFrom } from './morning.ts'
import { type Receiver, startReceiver } from './receiver.ts'

export type Instance = {
  engine: Engine
  platform: Platform
  /** API key of the platform's backend. */
  platformKey: string
  /** API key of an operator. */
  operatorKey: string
  /** The one place on this machine to which webhooks may go. */
  receiver: Receiver
  /** The next test person of an outcome: each has one phone, so each is used once. */
  person(outcome: string): Promise<Person>
  /** Forgets faults and all data; every test person is unused again. */
  clear(): Promise<void>
  /** Ends the use of the instance; answers what it has left behind and must not: see `leftBehind`. */
  end(): Promise<string[]>
}

/**
 * Vendor time-outs short enough for tests, and a slow vendor just slower; bills only where they are what a test is about.
 * Everything else is as in the sandbox stage.
 */
const SETTINGS = { vendor: { connectMs: 5000, totalMs: 5000 }, reconciliation: { channels: [] } }
const SANDBOX_SETTINGS = { slowAnswerMs: 6000 }

/** A folder for the data of an instance; it goes when the run is over. */
export const instanceFolder = (): Promise<string> => mkdtemp(join(inject('scratch'), 'instance-'))

/** `assembly`: of another release. `begins`: where the clock of a fresh one begins; in the morning if not said. `useFile`: where its uses are kept, apart from those of all others. */
type Starting = { folder?: string; assembly?: string; begins?: Millis; useFile?: string }

/** An instance of its own on a free port, moved only by its clock control; a fresh one unless its folder holds data. */
export const startInstance = async (
  settings: Record<string, unknown> = {},
  { folder, assembly = inject('assembly'), begins = morningFrom(Date.now()), useFile = inject('uses') }: Starting = {},
): Promise<Instance> => {
  const { secrets, platformKey, operatorKey } = inject('keys')
  const receiver = await startReceiver()
  const engine = await startEngine({
    assembly,
    data: openDataFolder(folder ?? (await instanceFolder())),
    secrets,
    settings: { ...SETTINGS, deliveries: { localTargets: [receiver.address] }, ...settings },
    sandboxSettings: SANDBOX_SETTINGS,
    begins,
    schedulesByRealTime: false,
    useFile,
    // More would only fight for two cores, and a vendor call that waits for one times out.
    threads: { limit: 2, idleLimit: 2 },
    // For a debugger, as .vscode/launch.json asks for.
    sources: process.env.FUNCTIONS_FROM_SOURCES ? sourceOf : undefined,
  })
  const platform = platformAt(engine.url, documented(fetch))
  const people = await platform.sandbox.people()
  let unused = [...people]
  return {
    engine,
    platform,
    platformKey,
    operatorKey,
    receiver,
    async person(outcome) {
      const at = unused.findIndex((one) => one.outcome === outcome)
      const [found] = at < 0 ? [] : unused.splice(at, 1)
      if (!found) throw new Error(`no further test person for ${outcome}`)
      return found
    },
    async clear() {
      engine.faults.clear()
      await engine.clear()
      receiver.received.length = 0
      receiver.answers.length = 0
      unused = [...people]
    },
    async end() {
      const found = await leftBehind(engine)
      receiver.stop()
      await engine.stop()
      return found
    },
  }
}
