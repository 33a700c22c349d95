import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { proofBits, proofChallenge, solvedChallenge } from '../../../functions/account/codes/proof-of-work.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { NOON } from '../../kit.ts'

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

  it('is counted from the first or second request on too, and not from none at all', () => {
    const settings = { numberFrom: 0, addressFrom: 1, deploymentFrom: 2, mostBits: 40 }
    const bits = (asked: Partial<typeof nobody>) => proofBits({ ...nobody, ...asked }, { ...settings })
    expect([bits({}), bits({ number: 1 }), bits({ number: 2 })]).toEqual([16, 16, 18])
    expect(proofBits({ ...nobody, address: 2 }, { ...settings, numberFrom: 9 })).toBe(15)
    expect([bits({ deployment: 2 }), bits({ deployment: 4 }), bits({ deployment: 8 })]).toEqual([18, 22, 26])
  })

  it('never falls while more is asked for', () => {
    for (const signal of ['number', 'address', 'deployment'] as const) {
      const weights = Array.from({ length: 5000 }, (_one, count) => proofBits({ ...nobody, [signal]: count }, proof))
      expect(weights).toEqual(weights.toSorted((one, other) => one - other))
    }
  })
})

describe('a proof of work', () => {
  const binding = (...parts: string[]): string => createHash('sha256').update(parts.join('|')).digest('hex')
  const challengeOf = (bits: number): string => proofChallenge(binding, { bits, expiresAt: NOON, salt: 's' })

  /** The first nonce whose hash begins with exactly so many zeros, as they are written in binary. */
  const nonceWith = (challenge: string, zeros: number): string => {
    const isIt = (nonce: number): boolean => {
      const digest = createHash('sha256').update(`${challenge}:${nonce}`).digest()
      return (
        [...digest]
          .map((byte) => byte.toString(2).padStart(8, '0'))
          .join('')
          .indexOf('1') === zeros
      )
    }
    let nonce = 0
    while (!isIt(nonce)) nonce += 1
    return String(nonce)
  }

  it.each([
    [1, 0, false],
    [1, 1, true],
    [7, 6, false],
    [8, 8, true],
    [9, 8, false],
    [9, 9, true],
    [9, 11, true],
  ])('of %i bits by a hash that begins with %i: %j', (bits, zeros, isSolved) => {
    const challenge = challengeOf(bits)
    const solved = solvedChallenge(binding, { challenge, nonce: nonceWith(challenge, zeros) }, NOON - 1)
    expect(solved).toEqual(isSolved ? { bits, expiresAt: NOON, salt: 's' } : undefined)
  })

  it('is good until its time is over, and only for the challenge that was given', () => {
    const challenge = challengeOf(1)
    const nonce = nonceWith(challenge, 1)
    expect(solvedChallenge(binding, { challenge, nonce }, NOON)).toBeUndefined()
    const lighter = challenge.replace(/^1/, '0')
    expect(solvedChallenge(binding, { challenge: lighter, nonce }, NOON - 1)).toBeUndefined()
    expect(solvedChallenge(binding, { challenge: '1.9', nonce }, NOON - 1)).toBeUndefined()
  })
})
