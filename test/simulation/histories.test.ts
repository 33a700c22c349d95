import { describe, expect, it } from 'vitest'
import { HISTORIES, SEED, TIMEOUT } from './budget.ts'
import { tapeOf } from './chance.ts'
import { explained } from './explaining.ts'
import { lived } from './histories.ts'
import { told } from './telling.ts'
import { foundOut, TAPE_LENGTH } from './trials.ts'

/** How often what is rare must happen in a thousand histories; a suite that never sees it proves nothing about it. */
const demanded: Record<string, number> = {
  'answer lost': 500,
  'check never begun': 30,
  'check released': 20,
  'check unknown': 40,
  'contended commit': 200,
  crash: 1500,
  'identity in use': 4,
  'late payment': 30,
  'lease ran out': 15,
  'notification after it was taken': 400,
  'payment found by asking': 250,
  'refund closed by the channel': 100,
  'refund left to the operator': 60,
  'second payment': 10,
  'wrong amount': 50,
}

/** What was seen too seldom in so many histories. */
const missing = (counts: ReadonlyMap<string, number>, histories: number): string[] =>
  Object.entries(demanded)
    .filter(([what, least]) => (counts.get(what) ?? 0) < (least * histories) / 1000)
    .map(([what]) => `${what}: ${counts.get(what) ?? 0}`)

describe('P5 P6 P7 P16 in random histories', () => {
  it(`holds from seed ${SEED} on, and rare things happen`, { timeout: TIMEOUT }, async () => {
    const since = performance.now()
    const counts = new Map<string, number>()
    let steps = 0
    for (let seed = SEED; seed < SEED + HISTORIES; seed += 1) {
      const history = await lived(tapeOf(seed, TAPE_LENGTH))
      if (history.violations.length) throw new Error((await explained(seed)).text)
      steps += history.steps
      for (const [what, times] of history.world.counts) counts.set(what, (counts.get(what) ?? 0) + times)
    }
    const seconds = ((performance.now() - since) / 1000).toFixed(1)
    const seen = [...counts].sort().map(([what, times]) => `  ${what}: ${times}`)
    console.log(
      `simulation: ${HISTORIES} histories from seed ${SEED}, ${steps} effects, ${seconds} s\n${seen.join('\n')}`,
    )
    // One history is run to look at it.
    expect(HISTORIES === 1 ? [] : missing(counts, HISTORIES)).toEqual([])
  })

  it('is the same history again by the same seed', async () => {
    const [one, again] = [await lived(tapeOf(SEED, TAPE_LENGTH)), await lived(tapeOf(SEED, TAPE_LENGTH))]
    expect(told(again.world)).toBe(told(one.world))
    expect(one.steps).toBeGreaterThan(50)
  })

  it('tells a short story of what went wrong', { timeout: TIMEOUT }, async () => {
    const mutant = { neverSweeps: true } as const
    const found = await foundOut(mutant, 'histories', SEED, 50)
    const seed = SEED + (found?.run ?? 0) - 1
    const { text, choices } = await explained(seed, mutant, 40)
    expect(text).toContain(`SIMULATION_SEED=${seed} SIMULATION_RUNS=1`)
    expect(text).toContain('table.commit')
    expect(choices).toBeLessThan(TAPE_LENGTH)
  })
})
