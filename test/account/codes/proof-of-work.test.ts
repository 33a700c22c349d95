import { describe, expect, it } from 'vitest'
import { proofBits } from '../../../functions/account/codes/proof-of-work.ts'
import { settingsOf } from '../../../functions/settings.ts'

const { proof } = settingsOf('production', undefined)
const nobody = { number: 0, address: 0, deployment: 0 }

describe('the weight of a proof of work', () => {
  it.each([
    [{}, 0],
    [{ number: 1, address: 29, deployment: 1999 }, 0],
    [{ number: 2 }, 16],
    [{ number: 4 }, 18],
    [{ number: 9 }, 20],
    [{ address: 30 }, 14],
    [{ address: 480 }, 18],
    [{ deployment: 2000 }, 18],
    [{ deployment: 4000 }, 22],
    [{ number: 2, address: 480 }, 18],
    [{ number: 1000, address: 1_000_000, deployment: 4999 }, 22],
  ])('of %j is %d bits', (asked, bits) => {
    expect(proofBits({ ...nobody, ...asked }, proof)).toBe(bits)
  })

  it('never falls while more is asked for', () => {
    for (const signal of ['number', 'address', 'deployment'] as const) {
      const weights = Array.from({ length: 5000 }, (_one, count) => proofBits({ ...nobody, [signal]: count }, proof))
      expect(weights).toEqual(weights.toSorted((one, other) => one - other))
    }
  })
})
