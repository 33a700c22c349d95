import { describe, expect, it } from 'vitest'
import { pointsIn, usualPoints } from '../../web/user/points/points.ts'

const offered = { min: 100, max: 100_000 }

describe('P14 points to recharge', () => {
  it('are one of the usual amounts, as far as those may be ordered', () => {
    expect(usualPoints(offered)).toEqual([1000, 5000, 10_000])
    expect(usualPoints({ min: 2000, max: 5000 })).toEqual([5000])
    expect(pointsIn({ choice: '5000', other: 'x' }, offered)).toBe(5000)
  })

  it.each([
    ['100', 100],
    ['100000', 100_000],
    ['2 500', 2500],
    ['２５００', 2500],
    ['2,500', 2500],
    ['99', undefined],
    ['100001', undefined],
    ['', undefined],
    ['1e3', undefined],
    ['-500', undefined],
    ['500.5', undefined],
  ])('typed as %s are %s', (other, points) => expect(pointsIn({ choice: 'other', other }, offered)).toBe(points))
})
