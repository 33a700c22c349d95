import { describe, expect, it } from 'vitest'
import { isCommon } from '../../functions/documents/common-characters.ts'
import { compareName } from '../../functions/documents/name-comparison.ts'

const compared = (typed: string, read: string) => compareName(typed, read, isCommon)

describe('X1 a typed name and a read one', () => {
  it.each([
    ['林知夏', '林知夏'],
    ['阿依古丽·买买提', '阿依古丽•买买提'],
    ['阿依古丽·买买提', '阿依古丽.买买提'],
    ['李䶮', '李䶮'],
    ['林 知夏', '林知夏'],
  ])('%s and %s are equal', (typed, read) => {
    expect(compared(typed, read)).toBe('equal')
  })

  it.each([
    ['李䶮', '李'],
    ['李䶮', '李龙'],
    ['𠮷庆丰', '庆丰'],
    ['𠮷庆丰', '吉庆丰'],
    ['张翀', '张冲'],
    ['张赟', '张'],
    ['陈垚翀', '陈封'],
    ['王赟丽', '王丽'],
  ])('%s and %s are equal but for a rare character', (typed, read) => {
    expect(compared(typed, read)).toBe('equal_but_rare')
  })

  it.each([
    ['林知夏', '林知秋'],
    ['林知夏', '林夏'],
    ['林知夏', '林知夏夏'],
    ['李䶮', '王䶮'],
    ['李䶮', '王'],
    ['李䶮', '李龙天'],
    ['䶮', '李'],
    ['䶮', ''],
    ['林知夏', ''],
    ['夏知林', '林知夏'],
  ])('hostile: %s and %s are different', (typed, read) => {
    expect(compared(typed, read)).toBe('different')
  })
})

describe('X1 hostile: comparing a typed name with a read one', () => {
  const rare = (times: number): string => `李${'䶮'.repeat(times)}`

  it('costs the product of both lengths, however many rare characters there are', () => {
    let asked = 0
    const counting = (letter: string): boolean => {
      asked += 1
      return isCommon(letter)
    }
    expect(compareName(`${rare(28)}夏`, rare(14), counting)).toBe('different')
    expect(compareName(`${rare(48)}夏`, rare(24), counting)).toBe('different')
    expect(asked).toBeLessThan(50 * 50)
    expect(compared(rare(28), rare(14))).toBe('equal_but_rare')
  })

  it('is not done for names longer than a card holds', () => {
    expect(compared(rare(49), rare(48))).toBe('equal_but_rare')
    expect(compared(rare(50), rare(50))).toBe('different')
    expect(compared(rare(2), rare(50))).toBe('different')
  })
})

describe('a character that every reader knows', () => {
  it('is one of 6,763, and those that stand in names beside them are none', () => {
    for (const one of '林知夏赵钱孙李啊座齄') expect(isCommon(one), one).toBe(true)
    for (const one of '翀赟骉㛃𠮷䶮禤垚彧') expect(isCommon(one), one).toBe(false)
    const all = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_none, at) => String.fromCodePoint(0x4e00 + at))
    expect(all.filter(isCommon)).toHaveLength(6763)
  })
})
