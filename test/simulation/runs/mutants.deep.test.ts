import { afterAll, describe, expect, it } from 'vitest'
import { knownToHide, mutants } from '../mutants.ts'
import { foundOut } from './trials.ts'

const SEED = 1

/** More than any mutant needs that is found out at all. */
const MOST_HISTORIES = 1000

const lines: string[] = []

afterAll(() => console.log(`simulation: mutants, and the run that found them out\n${lines.sort().join('\n')}`))

const NAME_WIDTH = 64

describe('mutants', () => {
  it('are those that are known to hide, and others', () => {
    const names = mutants.flatMap(([, suspects]) => suspects.map(({ name }) => name))
    expect(names).toEqual(expect.arrayContaining(Object.values(knownToHide)))
    expect(new Set(names).size).toBe(names.length)
  })
})

describe.each(mutants)('%s done wrong is seen', (_rules, suspects) => {
  it.each(suspects)('$name', async (suspect) => {
    const found = await foundOut(suspect, suspect.seenBy, SEED, MOST_HISTORIES, suspect.seenIn)
    if (found) lines.push(`  ${suspect.name.padEnd(NAME_WIDTH)} ${suspect.seenBy} ${found.run}: ${found.because}`)
    expect(found).toBeDefined()
  })
})
