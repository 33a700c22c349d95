import { sandboxSecrets } from '../../infra/sandbox-secrets.ts'
import { platformAt } from '../../local/demo/platform.ts'
import { type Engine, startEngine } from '../../local/engine.ts'
import { sandboxAssembly } from '../../local/sandbox-assembly.ts'
import { FAR_LIMITS } from '../far-limits.ts'
import { insisting } from '../insisting.ts'
import { chanceOn, tapeOf } from '../simulation/runs/chance.ts'
import { type Listener, listens, openListener } from './listening.ts'
import type { Stage } from './stage.ts'

/** Nobody waits long for a vendor or a listener that does not answer. */
const settingsWith = (listeners: readonly Listener[]) => ({
  ...FAR_LIMITS,
  vendor: { connectMs: 1500, totalMs: 1500 },
  deliveries: { connectMs: 1500, totalMs: 1500, localTargets: listeners.map(({ host }) => host) },
})
const SANDBOX_SETTINGS = { slowAnswerMs: 2500 }

/** Few, because two cores serve them; an event that finds none waits. */
const THREADS = { limit: 4, idleLimit: 2 }

/** A client waits out a restart of everything. */
const PATIENCE = { tries: 40, pauseMs: 250 }

/** Enough choices for hours; the same seed chooses the same faults and habits, but threads run as they like. */
const TAPE = 2_000_000

/** A fresh instance in memory and nobody on it yet. */
export const newStage = async (
  seed: number,
  say: (line: string) => void,
): Promise<{ stage: Stage; engine: Engine }> => {
  const listeners = [await openListener('the steady listener'), await openListener('the moody listener')]
  const assembly = await sandboxAssembly(() => say('Synthesizing the templates …'))
  const { secrets, platformKey, operatorKey } = sandboxSecrets()
  const engine = await startEngine({
    assembly,
    secrets,
    settings: settingsWith(listeners),
    sandboxSettings: SANDBOX_SETTINGS,
    schedulesByRealTime: false,
    threads: THREADS,
    log: say,
  })
  const stage: Stage = {
    platform: insisting(platformAt(engine.url), PATIENCE),
    platformKey,
    operatorKey,
    chance: chanceOn(tapeOf(seed, TAPE)),
    purchases: [],
    customers: [],
    listeners,
    violations: [],
    counts: new Map(),
  }
  for (const listener of listeners) await listens(stage, listener)
  return { stage, engine }
}
