import { afterAll, describe, expect, it } from 'vitest'
import { everyPlacement, type Mishap } from './crashes.ts'
import { everyMeeting } from './interleaving.ts'
import { meetings } from './meetings.ts'
import { lostByPruning } from './pruning.ts'
import { scenarios } from './scenarios.ts'
import type { Scenario } from './script.ts'
import { told } from './telling.ts'
import type { World } from './world.ts'

/** Other suites may share the machine. */
const TIMEOUT = 60_000

const seen = { runs: 0, effects: 0, since: performance.now() }

afterAll(() => {
  const seconds = ((performance.now() - seen.since) / 1000).toFixed(1)
  console.log(`simulation: ${seen.runs} runs with crashes and meetings, ${seen.effects} effects, ${seconds} s`)
})

const judged = (world: World, violations: readonly string[], where: string): void => {
  seen.runs += 1
  seen.effects += world.trace.length
  if (violations.length) throw new Error(`${where}\n${violations.join('\n')}\n${told(world)}`)
}

const survives = async (scenario: Scenario, most: number, places: 'every' | 'distinct' | 'news'): Promise<number> => {
  const name = (mishaps: readonly Mishap[]): string => mishaps.map(({ at, fate }) => `effect ${at} ${fate}`).join(', ')
  const before = seen.runs
  for await (const { mishaps, run } of everyPlacement(scenario, most, places)) {
    judged(run.world, run.violations, `${scenario.name}: ${name(mishaps) || 'no mishap'}`)
  }
  return seen.runs - before
}

describe('P5 P6 P7 P16 with none, one or two crashes, or one broken call', () => {
  it.each(scenarios)('$name', { timeout: TIMEOUT }, async (scenario) => {
    expect(await survives(scenario, 2, 'news')).toBeGreaterThan(10)
  })

  it('every single effect of one journey, also those where a crash can make no difference', {
    timeout: TIMEOUT,
  }, async () => {
    const whole = scenarios.filter(({ name }) => name === 'membership, mismatch')
    for (const scenario of whole) expect(await survives(scenario, 1, 'every')).toBeGreaterThan(40)
  })
})

describe('crashes that are left out', () => {
  it('lead nowhere that others do not', { timeout: TIMEOUT }, async () => {
    const [scenario] = scenarios.filter(({ name }) => name === 'membership, mismatch')
    expect(scenario && (await lostByPruning(scenario))).toEqual([])
  })
})

describe('P6 P7 P16 where two operations meet', () => {
  it.each(meetings)('$name', { timeout: TIMEOUT }, async (meeting) => {
    const before = seen.runs
    for await (const { order, run } of everyMeeting(meeting)) {
      judged(run.world, run.violations, `${meeting.name}: ${JSON.stringify(order)}`)
    }
    expect(seen.runs - before).toBeGreaterThan(5)
  })
})
