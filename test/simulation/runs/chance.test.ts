import { describe, expect, it } from 'vitest'
import { tapeOf } from './chance.ts'

const LENGTH = 50
const WORD = 2 ** 32

describe('the tape of a seed', () => {
  it('is what it always was for seeds of 32 bits, which stand in reports', () => {
    expect(tapeOf(1, 3)).toEqual([2_693_262_067, 11_749_833, 2_265_367_787])
    expect(tapeOf(WORD - 1, 3)).toEqual([3_850_105_811, 813_802_916, 3_073_704_848])
  })

  it('is another one for each seed, up to the largest', () => {
    const seeds = [0, 1, 7, 1_795_826_996].flatMap((low) =>
      [0, 1, 2, 2 ** 20, 2 ** 21 - 1].map((high) => high * WORD + low),
    )
    seeds.push(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1)
    const tapes = seeds.map((seed) => tapeOf(seed, LENGTH).join())
    expect(new Set(tapes).size).toBe(seeds.length)
    for (const seed of seeds)
      expect(tapeOf(seed, LENGTH).every((one) => Number.isInteger(one) && one >= 0 && one < WORD)).toBe(true)
  })
})
