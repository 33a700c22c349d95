import { describe, expect, it } from 'vitest'
import { everyMishap, history, scenarios } from './face-tries.ts'

describe('W8 M7 a confirmation by face, whoever dies and whatever gets lost', () => {
  it.each(scenarios)('$name: with every single mishap', async (scenario) => {
    const { runs, violations } = await everyMishap(scenario, 1)
    expect(violations).toEqual([])
    expect(runs).toBeGreaterThan(10)
  })

  it('in random histories', async () => {
    for (let seed = 1; seed <= 20; seed += 1) expect([seed, (await history(seed)).violations]).toEqual([seed, []])
  })
})
