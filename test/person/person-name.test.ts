import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_TYPED_NAME } from '../../functions/person/longest-name.ts'
import { isLatinName, normaliseName } from '../../functions/person/person-name.ts'
import { anyText } from './typed.ts'

const name = (typed: string): string => {
  const read = normaliseName(typed)
  return read.ok ? read.value : read.refusal.code
}

describe('P9 names as they are', () => {
  it.each([
    ['张三'],
    ['欧阳娜娜'],
    ['买买提·吐尔逊'],
    ['阿卜杜拉·本·易卜拉欣'],
    ['〇'],
    ['王〇'],
    ['𠮷田'],
    ['䶮'],
    ['㛃㼆'],
    ['李𬱖'],
    ['张'.repeat(50)],
    ['𠮷'.repeat(50)],
    ['CHAN Tai Man'],
    ["O'Brien"],
    ['José Núñez-García'],
    ['CHAN, Tai Man Jr.'],
  ])('takes %s as it is', (typed) => {
    expect(name(typed)).toBe(typed)
  })

  it.each([
    ...['•', '‧', '・', '･', '∙', '⋅', '．', '.', '\u0387', ' · ', ' . ', '\u200b·'],
    ...['﹒', '˙', '●', '․', '。', '｡', '⚫', '⸱', '··', '. .', '•・', '。。'],
  ])('writes the separator %j as U+00B7', (separator) => {
    expect(name(`买买提${separator}吐尔逊`)).toBe('买买提\u00b7吐尔逊')
  })

  it.each([
    [' 张 三\n', '张三'],
    ['张\u3000三', '张三'],
    ['张\u00a0三', '张三'],
    ['张\u200b三\ufeff', '张三'],
    ['\u202a张三\u202c', '张三'],
    ['葛\ufe00城', '葛城'],
    ['葛\u{e0100}城', '葛城'],
    ['⼩⽉', '小月'],
    ['郎\uf92c', '郎郎'],
    ['ＣＨＡＮ　Ｔａｉ  Man', 'CHAN Tai Man'],
    ['Jose\u0301', 'José'],
    ['O’Brien', "O'Brien"],
  ])('takes %j as %j', (typed, expected) => {
    expect(name(typed)).toBe(expected)
  })

  it.each([
    ['⻢三', '马三'],
    ['⻰五', '龙五'],
    ['⻓孙⻛', '长孙风'],
    ['⺟⻳', '母龟'],
    ['\ue863', '䶮'],
    ['王\ue81e', '王龴'],
    ['\ue816三', '𠂇三'],
  ])('reads %j as %s', (typed, expected) => {
    expect(name(typed)).toBe(expected)
  })

  it('reads every radical of the supplement as a character, but for the one that stands for none', () => {
    const radicals = Array.from({ length: 0x74 }, (_none, at) => String.fromCodePoint(0x2e80 + at)).filter((one) =>
      /\p{Assigned}/u.test(one),
    )
    expect(radicals).toHaveLength(115)
    const refused = radicals.filter((radical) => name(`${radical}三`) === 'invalid_name')
    expect(refused).toEqual(['\u2e80'])
    for (const radical of radicals) expect(name(radical)).toMatch(/^(?:\p{Unified_Ideograph}|invalid_name)$/u)
  })

  it('reads every private-use code point that GB 18030 has given a character of its own since', () => {
    for (let point = 0xe815; point <= 0xe864; point += 1)
      expect(name(String.fromCodePoint(point))).toMatch(/^\p{Unified_Ideograph}$/u)
  })

  it.each(['\ue000', '张\ue865', '\uf8ff三', '\u{f0000}三', '\u{10fffd}', '张\ufffd'])(
    'says of %j that a character cannot be read',
    (typed) => {
      expect(name(typed)).toBe('name_unreadable')
    },
  )

  it('keeps compatibility ideographs that are characters of their own', () => {
    expect(name('\ufa0e\ufa29')).toBe('\ufa0e\ufa29')
  })
})

describe('P3 names that are none', () => {
  it.each([
    [''],
    [' \u3000'],
    ['\u200b'],
    ['张'.repeat(51)],
    ['𠮷'.repeat(51)],
    ['·'],
    ['·张三'],
    ['张三·'],
    ['张三1'],
    ['张三先生!'],
    ['张C'],
    ['张 C'],
    ['张三\u0000'],
    ['张三😀'],
    ['\ud842'],
    // Of the script Han, and part of no name: an iteration mark, a numeral of merchants, a radical that stands for nothing.
    ['佐々木'],
    ['〡三'],
    ['\u2e80三'],
    ['张三Ⅳ'],
    ['Ⅳ'],
    ['张_三'],
    ["' OR 1=1"],
    ['-'],
    ['محمد'],
    ['Иван'],
    ['ひらがな'],
    ['김'],
    // NFKC would make a name of it.
    ['㊣三'],
  ])('refuses %j', (typed) => {
    expect(name(typed)).toBe('invalid_name')
  })
})

describe('P9 names in Latin letters', () => {
  it('tells a Latin name from a Chinese one', () => {
    expect(isLatinName('CHAN Tai Man')).toBe(true)
    expect(isLatinName('张三')).toBe(false)
  })
})

describe('P9 any name', () => {
  const parts = fc.constantFrom(
    ...('张三𠮷䶮〇·•．。. \u3000\u200b⼩⻢\ue863ＡbÉ\ufe00\u0301-’1あ'.match(/./gsu) ?? []),
  )

  it('changes nothing when applied twice, and keeps to its form', () => {
    const typed = fc.oneof(
      anyText,
      fc.array(parts, { maxLength: 12 }).map((some) => some.join('')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const read = normaliseName(text)
        fc.pre(read.ok)
        if (!read.ok) return
        expect(normaliseName(read.value)).toEqual(read)
        expect(read.value).toBe(read.value.normalize('NFC').trim())
        expect([...read.value].length).toBeLessThanOrEqual(50)
        expect(read.value).not.toMatch(/[\p{Cf}\p{Cc}\p{Variation_Selector}]|\s{2}/u)
      }),
      { numRuns: 300 },
    )
  })

  it('reads a hostile length in linear time', () => {
    const started = process.threadCpuUsage()
    for (const text of [
      '张 '.repeat(50_000),
      ' '.repeat(100_000),
      '张.'.repeat(50_000),
      '·'.repeat(100_000),
      `张${' '.repeat(100_000)}a`,
    ]) {
      expect(name(text)).toBe('invalid_name')
    }
    expect(process.threadCpuUsage(started).user).toBeLessThan(5_000_000)
  })
})

describe('P9 what is too long to be a name', () => {
  it('is what has more than 200 signs, however few of them are seen', () => {
    const padded = (length: number): string => `张三${'\u200b'.repeat(length - 2)}`
    expect([name(padded(200)), name(padded(201))]).toEqual(['张三', 'invalid_name'])
    expect(LONGEST_TYPED_NAME).toBe(200)
  })
})
