import { afterAll, describe, expect, it } from 'vitest'
import { faceMutants } from './face-mutants.ts'
import { everyMishap, history, scenarios } from './face-tries.ts'

/** More than any mutant needs that is found out at all. */
const MOST_HISTORIES = 150

const seen = new Map<string, number>()
const lines: string[] = []
afterAll(() => console.log(`faces: mutants, and the run that found them out\n${lines.toSorted().join('\n')}`))

describe('W8 M7 a confirmation by face', () => {
  it.each(scenarios.slice(0, 3))('$name: with every pair of mishaps', async (scenario) => {
    const { runs, violations } = await everyMishap(scenario, 2)
    expect(violations).toEqual([])
    expect(runs).toBeGreaterThan(40)
  })

  it('in many random histories, in which everything rare happens', async () => {
    for (let seed = 100; seed < 500; seed += 1) {
      const { run, violations } = await history(seed)
      expect([seed, violations]).toEqual([seed, []])
      for (const [what, count] of run.counts) seen.set(what, (seen.get(what) ?? 0) + count)
    }
    const rare = ['dies_before', 'dies_after', 'fails_before', 'fails_after']
    const ends = ['confirmed', 'failed', 'expired', 'undetermined'].map((end) => `ends ${end}`)
    for (const what of [...rare, ...ends]) expect([what, (seen.get(what) ?? 0) > 40]).toEqual([what, true])
  })
})

const foundOut = async (mutant: (typeof faceMutants)[number]): Promise<string | undefined> => {
  for (const scenario of scenarios) {
    const { runs, violations } = await everyMishap(scenario, 1, mutant)
    if (violations.length > 0) return `${scenario.name}, run ${runs}: ${violations[0]}`
  }
  for (let seed = 1; seed <= MOST_HISTORIES; seed += 1) {
    const { violations } = await history(seed, mutant)
    if (violations.length > 0) return `history ${seed}: ${violations[0]}`
  }
  return undefined
}

describe('W8 M7 a confirmation by face done wrong is seen', () => {
  it.each(faceMutants)('$name', async (mutant) => {
    const found = await foundOut(mutant)
    lines.push(`  ${mutant.name}: ${found}`)
    expect(found).toBeDefined()
  })
})
