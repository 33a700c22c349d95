import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayUnits, readAppName } from '../../../functions/certification/naming/app-name.ts'
import { judgeName, type NameContext } from '../../../functions/certification/naming/judge-name.ts'
import { verdictOf } from '../../../functions/certification/naming/name-finding.ts'
import { nameProofs } from '../../../functions/certification/naming/name-proofs.ts'
import { skeletonOf } from '../../../functions/certification/naming/name-skeleton.ts'
import { protectedWords } from '../../../functions/certification/naming/protected-words.ts'
import { refusedWordReasons } from '../../../functions/certification/naming/refused-word-reasons.ts'
import { refusedWords } from '../../../functions/certification/naming/refused-words.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'
import { anyText } from '../../person/typed.ts'

const lengths = { leastUnits: 4, mostUnits: 30 }
const judged = (typed: string, context: Partial<NameContext> = {}) =>
  judgeName(readAppName(typed), { lengths, now: NOON, ...context })
const codes = (typed: string, context: Partial<NameContext> = {}) => judged(typed, context).map(({ code }) => code)

describe('W3 names that an app may have', () => {
  it.each([
    '晨光读书',
    '读书',
    'Book',
    'Book Club',
    'C语言助手',
    'B站笔记+',
    '买买提·烤肉',
    'R&B 音乐',
    'All-In-One',
    '4S店管家',
    '晨'.repeat(15),
    'a'.repeat(30),
    '保险柜管家',
    '集中学习计划',
    'Hospitality Guide',
    'Nationality Quiz',
    'Riverbank Walks',
    '宠物医院地图',
    '小米粥做法',
    'Latest books',
    'Testament',
  ])('%s', (name) => {
    expect(judged(name)).toEqual([])
    expect(verdictOf(judged(name))).toBe('free')
  })

  it.each([
    [' 晨光 读书 ', '晨光读书'],
    ['Ｂｏｏｋ　Ｃｌｕｂ', 'Book Club'],
    ['Book   Club', 'Book Club'],
    ['晨光•读书', '晨光·读书'],
    ['晨光\u200b读书', '晨光读书'],
    ['⻢上读书', '马上读书'],
  ])('%j is read as %s', (typed, name) => {
    expect(readAppName(typed)).toBe(name)
    expect(judged(typed)).toEqual([])
  })
})

describe('W3 the length of a name', () => {
  it.each([
    ['读书', 4],
    ['abcd', 4],
    ['读a', 3],
    ['〇', 2],
    ['𠮷野', 4],
    ['ア', 2],
    ['😀', 2],
    ['', 0],
  ])('%s is %i units', (name, units) => {
    expect(displayUnits(name)).toBe(units)
  })

  it.each(['', '读', '读a', 'abc'])('%j is too short', (name) => {
    expect(codes(name)).toContain('app_name_too_short')
  })

  it('is marked where it is too much, with what would fit', () => {
    const [found] = judged(`${'晨'.repeat(15)}ab`)
    expect(found).toEqual({
      ...{ code: 'app_name_too_long', severity: 'refused', from: 15, to: 17, right: '晨'.repeat(15) },
    })
  })
})

describe('W3 the characters of a name', () => {
  it('each that cannot be used is named with its place, and the Latin letter that it looks like', () => {
    expect(judged('Вооk读书！')).toEqual([
      { code: 'app_name_character', severity: 'refused', from: 0, to: 1, right: 'Book读书' },
      { code: 'app_name_character', severity: 'refused', from: 1, to: 2, right: 'Book读书' },
      { code: 'app_name_character', severity: 'refused', from: 2, to: 3, right: 'Book读书' },
      { code: 'app_name_character', severity: 'refused', from: 6, to: 7, right: 'Book读书' },
    ])
  })

  it.each(['+读书', '读书-', '读+-书', '读书·', '&&读书'])('%s has a sign where none may be', (name) => {
    expect(codes(name)).toContain('app_name_sign_place')
  })

  it.each(['1234', '12-34', '2026+'])('%s has no letter', (name) => {
    expect(codes(name)).toContain('app_name_no_letter')
  })

  it.each(['找我13900001111', '联系139 0000 1111'])('%s holds a number of a person', (name) => {
    expect(codes(name)).toContain('app_name_number')
  })
})

describe('W3 words in a name', () => {
  it.each(refusedWordReasons.flatMap((reason) => refusedWords[reason].words.map((word) => [word, reason] as const)))(
    '%s is in no name: %s',
    (word, reason) => {
      const found = judged(`好${word}好`).filter(({ code }) => code === 'app_name_word')
      expect(found).toEqual([expect.objectContaining({ word, reason, from: 1, severity: 'refused' })])
    },
  )

  it.each(nameProofs.flatMap((proof) => protectedWords[proof].words.map((word) => [word, proof] as const)))(
    '%s takes proof: %s',
    (word, proof) => {
      const found = judged(`好${word}好`)
      expect(found).toContainEqual(expect.objectContaining({ code: 'app_name_needs_proof', word, proof }))
      expect(verdictOf(found)).toBe('proof')
    },
  )

  it.each([
    ...['中国结算', '中国风险投资', '平安保险柜台', '清华大学习网', '北京大学习题', '人大附中国'],
    ...[
      'Blue Whale Bank',
      'China Services',
      'Central Hospital',
      'Beijing University',
      'Whale Police',
      'Government Service',
    ],
  ])('%s hides none behind something harmless, nor in English', (name) => {
    expect(codes(name)).toContain('app_name_needs_proof')
  })

  it.each(nameProofs.flatMap((proof) => protectedWords[proof].except ?? []))('%s is something else', (word) => {
    expect(codes(`好${word}好`)).not.toContain('app_name_needs_proof')
  })

  it.each([
    ['Wе Chat助手', 'wechat'],
    ['徽信助手', '微信'],
    ['A1ipay助手', 'alipay'],
    ['小 程 序', '小程序'],
    ['官-方-认-证', '官方认证'],
  ])('%s seems to hold %s', (name, word) => {
    expect(judged(name)).toContainEqual(expect.objectContaining({ word }))
  })

  it('the longest counts, once', () => {
    expect(judged('中国移动营业厅')).toEqual([
      { code: 'app_name_needs_proof', severity: 'proof', from: 0, to: 4, word: '中国移动', proof: 'trademark' },
    ])
  })

  it('what is left without it is what would do', () => {
    expect(judged('晨光小程序')).toEqual([
      expect.objectContaining({ code: 'app_name_word', from: 2, to: 5, right: '晨光' }),
    ])
  })

  it('nothing is proposed that would be refused in its turn, or takes proof: all of it is put right, or nothing', () => {
    const rights = (name: string, app?: { id: string; name: string }) =>
      judged(name, app ? { app } : {}).map(({ code, right }) => [code, right])
    expect(rights('微信小程序')).toEqual([
      ['app_name_needs_proof', undefined],
      ['app_name_word', undefined],
    ])
    expect(rights('晨小程序')).toEqual([['app_name_word', undefined]])
    expect(rights('晨光！读书小程序')).toEqual([
      ['app_name_character', '晨光读书'],
      ['app_name_word', '晨光读书'],
    ])
    expect(rights('晨光小程序', { id: 'b', name: '晨光' })).toEqual([['app_name_word', undefined]])
  })

  it('everything is told at once', () => {
    expect(codes('微信小程序！13900001111超长超长超长超长')).toEqual([
      ...['app_name_too_long', 'app_name_character', 'app_name_needs_proof', 'app_name_word', 'app_name_number'],
    ])
  })
})

describe('W3 names that others have', () => {
  const holder = { app: 'b', isOwn: false }

  it('belong to them', () => {
    expect(codes('晨光读书', { holder })).toEqual(['app_name_taken'])
    expect(codes('晨光读书', { holder: { ...holder, isOwn: true } })).toEqual(['app_name_own'])
  })

  it('stay theirs for a while after they go by another, to the moment', () => {
    const held = (until: number) => judged('晨光读书', { holder: { ...holder, until } })
    expect(held(NOON + DAY)).toEqual([{ code: 'app_name_held', severity: 'refused', freeAt: NOON + DAY }])
    expect(held(NOON + 1)).toHaveLength(1)
    expect(held(NOON)).toEqual([])
  })

  it('are no obstacle to the app itself, but the one that it has', () => {
    const app = { id: 'b', name: '晨光读书' }
    expect(codes('晨光阅读', { app, holder })).toEqual([])
    expect(codes('晨光读书', { app, holder })).toEqual(['app_name_unchanged'])
  })
})

/** Of what names are made of, and of what they are not. */
const typedNames = fc
  .array(fc.constantFrom(...'晨光读书微信小程序己已AbcI10o+·-& 　！'), { maxLength: 20 })
  .map((signs) => signs.join(''))

describe('W3 whatever is typed', () => {
  it('is judged, in places that are there, and what would be right is read as it stands', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, typedNames), (typed) => {
        const name = readAppName(typed)
        const length = [...name].length
        for (const { from = 0, to = length, right } of judgeName(name, { lengths, now: NOON })) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(length)
          expect(from).toBeLessThanOrEqual(to)
          if (right === undefined) continue
          expect(readAppName(right)).toBe(right)
          expect(judgeName(right, { lengths, now: NOON })).toEqual([])
        }
      }),
    )
  })

  it('a name that is free has a skeleton by which it is reserved', () => {
    fc.assert(
      fc.property(typedNames, (typed) => {
        const name = readAppName(typed)
        expect(judged(name)).toEqual(judged(typed))
        if (judgeName(name, { lengths, now: NOON }).length === 0) expect(skeletonOf(name)).not.toBe('')
      }),
    )
  })
})
