import { afterAll, describe, expect, it } from 'vitest'
import { everyPlacement, type Mishap, type Places } from './crashes.ts'
import { everyMeeting } from './interleaving.ts'
import { meetingsOfBills } from './meetings-of-bills.ts'
import { meetingsOfPayments } from './meetings-of-payments.ts'
import { meetingsOfWork } from './meetings-of-work.ts'
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

const survives = async (scenario: Scenario, most: number, places: Places): Promise<number> => {
  const name = (mishaps: readonly Mishap[]): string => mishaps.map(({ at, fate }) => `effect ${at} ${fate}`).join(', ')
  const before = seen.runs
  for await (const { mishaps, run } of everyPlacement(scenario, most, places)) {
    judged(run.world, run.violations, `${scenario.name}: ${name(mishaps) || 'no mishap'}`)
  }
  return seen.runs - before
}

/** Pairs of mishaps are tried here of the journey everything is in; of all the others by `npm run simulate -- --crashes`. */
const WHOLE = 'membership, mismatch'

const whole = (): Scenario => {
  const found = scenarios.find(({ name }) => name === WHOLE)
  if (!found) throw new Error(`there is no ${WHOLE}`)
  return found
}

describe('P5 P6 P7 P16 with none or one crash, or one broken call', () => {
  it.each(scenarios)('$name', { timeout: TIMEOUT }, async (scenario) => {
    expect(await survives(scenario, 1, 'distinct')).toBeGreaterThan(10)
  })

  it('every single effect of one journey, also those where a crash can make no difference', {
    timeout: TIMEOUT,
  }, async () => {
    expect(await survives(whole(), 1, 'every')).toBeGreaterThan(40)
  })
})

describe('P5 P6 P7 P16 with two crashes', () => {
  it(WHOLE, { timeout: TIMEOUT }, async () => {
    expect(await survives(whole(), 2, 'distinct')).toBeGreaterThan(400)
  })
})

describe('crashes that are left out', () => {
  it('lead nowhere that others do not', { timeout: TIMEOUT }, async () => {
    expect(await lostByPruning(whole())).toEqual([])
  })
})

/** Meetings around a bill have hundreds of ways of taking turns: here two of them, the others by `--crashes` as well. */
const MEETINGS = [...meetingsOfPayments, ...meetingsOfWork, ...meetingsOfBills.slice(0, 2)]

describe('P6 P7 P16 where two operations meet', () => {
  it.each(MEETINGS)('$name', { timeout: TIMEOUT }, async (meeting) => {
    const before = seen.runs
    for await (const { order, run } of everyMeeting(meeting)) {
      judged(run.world, run.violations, `${meeting.name}: ${JSON.stringify(order)}`)
    }
    expect(seen.runs - before).toBeGreaterThan(5)
  })
})
