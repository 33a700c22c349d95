import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { peopleRoute } from '../../functions/sandbox/control.route.ts'
import { type Platform, platformAt } from '../../local/demo/platform.ts'
import type { Person } from '../../local/demo/user.ts'
import { type Engine, startEngine } from '../../local/engine.ts'
import { leaks } from './canaries.ts'

export type Instance = {
  engine: Engine
  platform: Platform
  /** API key of the platform's backend. */
  platformKey: string
  /** API key of an operator. */
  operatorKey: string
  /** The next test person of an outcome: each has one phone, so each is used once. */
  person(outcome: string): Promise<Person>
  /** How many of them nobody has got yet. */
  left(outcome: string): number
  /** Ends the use of the instance, after looking for plaintext identity in all it has left behind; answers where it was found. */
  end(): Promise<string[]>
}

/**
 * Vendor time-outs short enough for tests, and a slow vendor just slower; bills only where they are what a test is about.
 * Everything else is as in the sandbox stage.
 */
const SETTINGS = { vendor: { connectMs: 3000, totalMs: 3000 }, reconciliation: { channels: [] } }
const SANDBOX_SETTINGS = { slowAnswerMs: 4000 }

/** A fresh instance of its own on a free port, moved only by its clock control. Its data goes when the run is over. */
export const startInstance = async (settings: Record<string, unknown> = {}): Promise<Instance> => {
  const { secrets, platformKey, operatorKey } = inject('keys')
  const engine = await startEngine({
    assembly: inject('assembly'),
    data: await mkdtemp(join(inject('scratch'), 'instance-')),
    secrets,
    settings: { ...SETTINGS, ...settings },
    sandboxSettings: SANDBOX_SETTINGS,
    schedulesByRealTime: false,
    // More would only fight for two cores, and a vendor call that waits for one times out.
    threads: { limit: 2, idleLimit: 2 },
  })
  const platform = platformAt(engine.url)
  const unused = (await platform.must(peopleRoute)).people
  return {
    engine,
    platform,
    platformKey,
    operatorKey,
    async person(outcome) {
      const at = unused.findIndex((one) => one.outcome === outcome)
      const [found] = at < 0 ? [] : unused.splice(at, 1)
      if (!found) throw new Error(`no further test person for ${outcome}`)
      return found
    },
    left: (outcome) => unused.filter((one) => one.outcome === outcome).length,
    async end() {
      const found = await leaks(engine)
      await engine.stop()
      return found
    },
  }
}
