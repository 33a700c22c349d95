import { describe, expect, it } from 'vitest'
import { termFits, termOf } from '../../../functions/documents/recognition/terms.ts'
import { people } from '../../../functions/sandbox/people.ts'

const of = (idNumber: string) => ({ idNumber, birth: idNumber.slice(6, 14) })
const resident = of('110101188001010011')
const permit = of(people.find(({ name }) => name === '何子健')?.idNumber ?? '')
const from = (validFrom: string, validUntil?: string) => ({ validFrom, ...(validUntil && { validUntil }) })

describe('X1 the term of a card', () => {
  it.each([
    ['20160101', '20210101', 5],
    ['20160101', '20260101', 10],
    ['20160101', '20360101', 20],
    ['20160229', '20360229', 20],
    ['20240229', '20290228', 5],
    ['20240229', '20290301', 5],
    ['20160101', undefined, 'life'],
    ['20160101', '29360101', undefined],
    ['20160101', '20360102', undefined],
    ['20160228', '20260301', undefined],
    ['20160101', '20160101', undefined],
  ] as const)('from %s until %s is %s', (validFrom, validUntil, term) => {
    expect(termOf(from(validFrom, validUntil))).toBe(term)
  })

  it.each([
    ['for life at 18', from('18980101'), resident, false],
    ['for life a day before 45', from('19241231'), resident, false],
    ['for life at 45, around the birthday', from('19250101'), resident, true],
    ['for life at 136', from('20160101'), resident, true],
    ['for twenty years at 136', from('20160101', '20360101'), resident, true],
    ['a permit for five years', from('20250101', '20300101'), permit, true],
    ['a permit for ten', from('20250101', '20350101'), permit, false],
    ['a permit for life', from('20250101'), permit, false],
  ])('%s fits or does not: %s', (_of, back, front, fits) => {
    expect(termFits(back, front)).toBe(fits)
  })
})
