import { describe, expect, it } from 'vitest'
import { people } from '../../../functions/sandbox/people.ts'
import { backOf, frontOf, moved, outcomeOf, paper, TODAY, written } from './written.ts'

describe('X1 happy: a card that was read', () => {
  it('says what stands on its front', () => {
    expect(outcomeOf('front', frontOf())).toEqual({
      side: 'front',
      idNumber: '110101188001010011',
      name: '林知夏',
      sex: 'male',
      nation: '汉',
      birth: '18800101',
      address: '云水省望江市东亭区采菊路1号',
    })
  })

  it('is of whoever its number says, also where birth and sex could not be read', () => {
    const lines = frontOf().filter(({ text }) => !['男', '1880年1月1日', '汉', '林知夏'].includes(text))
    expect(outcomeOf('front', lines)).toEqual({
      side: 'front',
      idNumber: '110101188001010011',
      sex: 'male',
      birth: '18800101',
      address: '云水省望江市东亭区采菊路1号',
    })
  })

  it('has an address of several lines, of streets that are called as labels are', () => {
    const lines = [
      ...frontOf({ address: '云水省望江市民族大道' }),
      written('12号出生地小区', 402, 417),
      written('3幢', 402, 467),
    ]
    expect(outcomeOf('front', lines)).toMatchObject({ address: '云水省望江市民族大道12号出生地小区3幢' })
  })

  it('may be read in pieces, or in whole rows', () => {
    const lines = [
      written('姓名林知夏', 309, 157),
      written('性别男民族汉', 309, 227),
      written('出 生 1880年1月1日', 309, 297),
      written('住址云水省望江市', 309, 367),
      written('公民身份号码110101188001010011', 48, 562),
    ]
    expect(outcomeOf('front', lines)).toMatchObject({
      name: '林知夏',
      sex: 'male',
      nation: '汉',
      address: '云水省望江市',
      idNumber: '110101188001010011',
    })
  })

  it('has a number with letters that a reader takes for digits, where it checks itself', () => {
    expect(outcomeOf('front', frontOf({ number: '11O1O1l88OO1O1OO11' }))).toMatchObject({
      idNumber: '110101188001010011',
    })
    const number = people.find(({ name }) => name === '孙一诺')?.idNumber ?? ''
    expect(number).toMatch(/x$/u)
    expect(outcomeOf('front', frontOf({ number, birth: '1888年6月17日' }))).toMatchObject({
      idNumber: number.toUpperCase(),
    })
  })

  it('says on its back who issued it and until when', () => {
    expect(outcomeOf('back', backOf())).toEqual({
      ...{ side: 'back', authority: '望江市公安局', validFrom: '20160102', validUntil: '20360102' },
    })
    expect(outcomeOf('back', backOf({ validity: '2016.01.02-长期' }))).toEqual({
      ...{ side: 'back', authority: '望江市公安局', validFrom: '20160102' },
    })
  })

  it('is valid on its last day in Beijing', () => {
    const lines = backOf({ validity: '2016.11.20-2026.11.20' })
    expect(outcomeOf('back', lines, paper(), Date.parse('2026-11-20T23:59:59+08:00'))).toMatchObject({ side: 'back' })
    expect(outcomeOf('back', lines, paper(), Date.parse('2026-11-21T00:00:00+08:00'))).toBe('expired')
  })
})

describe('X1 refused: a card', () => {
  it('whose number does not check itself, or is not there', () => {
    expect(outcomeOf('front', frontOf({ number: '110101188001010012' }))).toBe('number_check_failed')
    expect(outcomeOf('front', frontOf({ number: '1101011880010100' }))).toBe('number_check_failed')
    expect(outcomeOf('front', frontOf({ number: '' }))).toBe('number_not_found')
  })

  it('whose birth or sex are another’s than its number says', () => {
    expect(outcomeOf('front', frontOf({ sex: '女' }))).toBe('fields_conflict')
    expect(outcomeOf('front', frontOf({ birth: '1880年1月2日' }))).toBe('fields_conflict')
  })

  it('that shows the other side', () => {
    expect(outcomeOf('front', backOf())).toBe('wrong_side')
    expect(outcomeOf('back', frontOf())).toBe('wrong_side')
  })

  it('that is another document, or none', () => {
    expect(outcomeOf('front', [written('中华人民共和国机动车驾驶证', 200, 100), written('姓名林知夏', 200, 200)])).toBe(
      'wrong_card_kind',
    )
    expect(outcomeOf('front', [written('PASSPORT 护照', 200, 100)])).toBe('wrong_card_kind')
    expect(outcomeOf('front', [written('今日特价 红烧肉 38元', 200, 100)])).toBe('not_a_card')
    expect(outcomeOf('front', [])).toBe('not_a_card')
  })

  it.each([
    ['往来港澳通行证'],
    ['中华人民共和国', '往来港澳通行证'],
    ['往来港澳', '通行证'],
    ['往来台湾通行证'],
    ['港澳居民来往内地通行证'],
    ['台湾居民来往大陆通行证'],
    ['中华人民共和国机动车驾驶证'],
    ['机动车', '驾驶证'],
    ['中华人民共和国临时居民身份证'],
    ['中华人民共和国社会保障卡'],
    ['居民户口簿'],
    ['中华人民共和国外国人永久居留身份证'],
    ['广东省居住证'],
    ['护照'],
    ['PASSPORT'],
    ['准驾车型', 'C1'],
    ['国籍', '中国'],
  ])('that bears the labels of one, and is titled %s %s', (...title) => {
    const titled = title.map((text, at) => written(text, 200 + at * 260, 60))
    expect(outcomeOf('back', [...backOf({ validity: '2016.01.02-2026.01.02' }), ...titled])).toBe('wrong_card_kind')
    expect(outcomeOf('front', [...frontOf(), ...titled])).toBe('wrong_card_kind')
  })

  it.each(['公安部出入境管理局', '国家移民管理局'])('that looks like a back, and is issued by %s', (authority) => {
    expect(outcomeOf('back', backOf({ authority, validity: '2016.01.02-2026.12.02' }))).toBe('wrong_card_kind')
  })

  it('that looks like a back, and says whose it is', () => {
    const lines = [written('姓名', 179, 100), written('林知夏', 300, 100), ...backOf()]
    expect(outcomeOf('back', lines)).toBe('wrong_card_kind')
  })

  it('but none that is titled as a residence permit, nor by what stands in an address', () => {
    const permit = ['港澳居民居住证', '台湾居民居住证', '通行证号码', '签发次数']
    const lines = [...backOf(), ...permit.map((text, at) => written(text, 200, 60 + at * 60))]
    expect(outcomeOf('back', lines)).toMatchObject({ side: 'back' })
    for (const address of [
      '云水省望江市社会保障局宿舍1号',
      '云水省望江市人才集体户口1号',
      '护照巷1号',
      '望江市居民身份证大厦',
    ])
      expect(outcomeOf('front', frontOf({ address })), address).toMatchObject({ side: 'front' })
  })

  it('that may be no back, as but one of its two labels is there', () => {
    for (const label of ['签发机关', '有效期限'])
      expect(
        outcomeOf(
          'back',
          backOf().filter(({ text }) => text !== label),
        ),
        label,
      ).toBe('blurred')
  })

  it('whose text cannot be read the way it lies', () => {
    const guesses = [100, 150, 200, 250, 300].map((y) => written('丰开王', 300, y, { confidence: 0.4 }))
    expect(outcomeOf('front', guesses)).toBe('rotated_unreadable')
  })

  it('that ended', () => {
    expect(outcomeOf('back', backOf({ validity: '2006.01.02-2016.01.02' }))).toBe('expired')
  })

  it.each([
    ['2016.01.01-2936.01.01', 'it has a digit that is another'],
    ['2099.01.01-2119.01.01', 'it begins later than today'],
    ['2026.11.21-2036.11.21', 'it begins tomorrow in Beijing'],
    ['2016.01.01-2046.01.01', 'of 30 years'],
    ['2016.01.01-2031.01.01', 'of 15 years'],
    ['2016.01.01-2036.01.02', 'it ends on another day'],
    ['2006.01.01-2016.06.01', 'of no term, and over'],
  ])('whose term no card has: %s, %s', (validity) => {
    expect(outcomeOf('back', backOf({ validity }))).toBe('fields_conflict')
  })

  it.each(['2026.11.20-2031.11.20', '2020.05.06-2030.05.06', '2024.02.29-2034.02.28', '2024.02.29-2034.03.01'])(
    'but none of a term that cards have: %s',
    (validity) => {
      expect(outcomeOf('back', backOf({ validity }))).toMatchObject({ side: 'back' })
    },
  )

  it('whose validity is no validity', () => {
    for (const validity of [
      '2016.02.31-2036.02.31',
      '2023.02.29-2043.02.28',
      '2016.01.01-2036.04.31',
      '0000.00.00-长期',
    ])
      expect(outcomeOf('back', backOf({ validity })), validity).toBe('blurred')
    for (const validity of ['2016.01.01-2036.01.01-2046.01.01', '2016.01.01-2036.01.01长期'])
      expect(outcomeOf('back', backOf({ validity })), validity).toBe('blurred')
    for (const validity of ['2036.01.02-2016.01.02', '2016.13.02-2036.01.02', '2016.01.02', '长期', ''])
      expect(outcomeOf('back', backOf({ validity })), validity).toBe('blurred')
  })

  it('by the light on it, only where something could not be read', () => {
    expect(outcomeOf('front', frontOf(), paper(255))).toMatchObject({ idNumber: '110101188001010011' })
    expect(outcomeOf('front', frontOf({ number: '' }), paper(255))).toBe('glare')
    expect(outcomeOf('back', backOf({ validity: '' }), paper(255))).toBe('glare')
    expect(outcomeOf('front', [written('公民', 200, 100)], paper(255))).toBe('glare')
  })
})

describe('X1 hostile: a card', () => {
  it('that is cut on any side, by more than two in a hundred of its width', () => {
    const cut = (x: number, y: number, size = { width: 1000, height: 630 }) =>
      outcomeOf('front', moved(frontOf(), x, y), paper(230, size))
    for (const [x, y] of [
      [-30, 0],
      [30, 0],
      [0, -30],
      [0, 30],
    ] as const)
      expect([x, y, cut(x, y)]).toEqual([x, y, 'border_incomplete'])
    for (const [x, y] of [
      [-15, 0],
      [15, 0],
      [0, -15],
      [0, 15],
    ] as const)
      expect([x, y, cut(x, y)]).toEqual([x, y, expect.objectContaining({ side: 'front' })])
    expect(cut(200, 200, { width: 1400, height: 1030 })).toMatchObject({ side: 'front' })
    expect(cut(60, 40, { width: 1030, height: 1030 })).toBe('border_incomplete')
  })

  it('of a layout that nobody measured is whole while no text runs to the edge', () => {
    const lines = frontOf().map((line, at) => moved([line], at % 3 === 0 ? 40 : 0, 0)[0] ?? line)
    expect(outcomeOf('front', lines)).toMatchObject({ side: 'front' })
    expect(outcomeOf('front', moved(lines, -48, 0))).toBe('border_incomplete')
  })

  it('is never read without a number that checks itself', () => {
    for (let at = 0; at < 18; at += 1) {
      const number = [...'110101188001010011'].map((digit, one) =>
        one === at ? String((Number(digit) + 1) % 10) : digit,
      )
      expect(outcomeOf('front', frontOf({ number: number.join('') }))).toBe('number_check_failed')
    }
    expect(outcomeOf('front', frontOf(), paper(), TODAY)).toMatchObject({ idNumber: '110101188001010011' })
  })
})
