import { inject } from 'vitest'
import { sandboxSecrets } from '../../infra/sandbox-secrets.ts'
import { type Platform, platformAt } from '../../local/demo/platform.ts'
import { type Person, peopleWith } from '../../local/demo/user.ts'
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
  /** Ends the instance, after looking for plaintext identity in all it left behind; answers where it was found. */
  end(): Promise<string[]>
}

/**
 * Vendor time-outs short enough for tests, and a slow vendor just slower; bills only where they are what a test is about.
 * Everything else is as in the sandbox stage.
 */
const SETTINGS = { vendor: { connectMs: 3000, totalMs: 3000 }, reconciliation: { channels: [] } }
const SANDBOX_SETTINGS = { slowAnswerMs: 4000 }

/** A fresh instance of its own on a free port, in memory, moved only by its clock control. */
export const startInstance = async (settings: Record<string, unknown> = {}): Promise<Instance> => {
  const { secrets, platformKey, operatorKey } = sandboxSecrets()
  const engine = await startEngine({
    assembly: inject('assembly'),
    secrets,
    settings: { ...SETTINGS, ...settings },
    sandboxSettings: SANDBOX_SETTINGS,
    schedulesByRealTime: false,
    // More would only fight for two cores, and a vendor call that waits for one times out.
    threads: { limit: 2, idleLimit: 2 },
  })
  const platform = platformAt(engine.url)
  const used = new Map<string, number>()
  return {
    engine,
    platform,
    platformKey,
    operatorKey,
    async person(outcome) {
      const next = used.get(outcome) ?? 0
      used.set(outcome, next + 1)
      const found = (await peopleWith(platform, outcome))[next]
      if (!found) throw new Error(`no further test person for ${outcome}`)
      return found
    },
    async end() {
      const found = await leaks(engine)
      await engine.stop()
      return found
    },
  }
}
