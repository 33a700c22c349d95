import { afterAll } from 'vitest'
import { scenarios } from '../scenarios.ts'
import type { Scenario } from '../world/script.ts'
import type { World } from '../world/world.ts'
import { everyPlacement, type Mishap, type Places } from './crashes.ts'
import { told } from './telling.ts'

/** How much a file has tried. */
export type Tried = {
  /** Counts a run, and throws with its story if it went wrong. */
  judged(world: World, violations: readonly string[], where: string): void
  /** Plays a scenario with every placement of at most so many mishaps; answers how many runs that took. */
  survives(scenario: Scenario, most: number, places: Places): Promise<number>
  runs(): number
}

const named = (mishaps: readonly Mishap[]): string =>
  mishaps.map(({ at, fate }) => `effect ${at} ${fate}`).join(', ') || 'no mishap'

/** Counts for one test file, and prints what it has tried when that is over. */
export const trying = (): Tried => {
  const started = performance.now()
  let runs = 0
  let effects = 0
  afterAll(() => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`simulation: ${runs} runs with crashes and meetings, ${effects} effects, ${seconds} s`)
  })
  const judged: Tried['judged'] = (world, violations, where) => {
    runs += 1
    effects += world.trace.length
    if (violations.length) throw new Error(`${where}\n${violations.join('\n')}\n${told(world)}`)
  }
  return {
    judged,
    runs: () => runs,
    survives: async (scenario, most, places) => {
      const before = runs
      for await (const { mishaps, run } of everyPlacement(scenario, most, places)) {
        judged(run.world, run.violations, `${scenario.name}: ${named(mishaps)}`)
      }
      return runs - before
    },
  }
}

/** The journey everything is in. */
export const whole = (): Scenario => {
  const found = scenarios.find(({ name }) => name === 'membership, mismatch')
  if (!found) throw new Error('the scenario of the whole journey is gone')
  return found
}
