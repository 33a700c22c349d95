import { describe, expect, it } from 'vitest'
import { tapeOf } from './chance.ts'
import { countedIn, tooSeldom } from './demands.ts'
import { explained } from './explaining.ts'
import { lived } from './histories.ts'
import { told } from './telling.ts'
import { foundOut, TAPE_LENGTH } from './trials.ts'

/** A fixed portion; `npm run simulate` does as many as one likes. */
const HISTORIES = 200
const SEED = 2080

describe('P5 P6 P7 P16 in random histories', () => {
  it(`holds from seed ${SEED} on, and rare things happen`, async () => {
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
    console.log(`simulation: ${HISTORIES} histories from seed ${SEED}, ${steps} effects, ${seconds} s`)
    expect(tooSeldom(countedIn(counts, HISTORIES))).toEqual([])
  })

  it('is the same history again by the same seed', async () => {
    const [one, again] = [await lived(tapeOf(SEED, TAPE_LENGTH)), await lived(tapeOf(SEED, TAPE_LENGTH))]
    expect(told(again.world)).toBe(told(one.world))
    expect(one.steps).toBeGreaterThan(50)
  })

  it('tells a short story of what went wrong', async () => {
    const mutant = { neverSweeps: true } as const
    const found = await foundOut(mutant, 'histories', SEED, 50)
    const seed = SEED + (found?.run ?? 0) - 1
    const { text, choices } = await explained(seed, mutant, 40)
    expect(text).toContain('table.commit')
    expect(choices).toBeLessThan(TAPE_LENGTH)
  })
})
