import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAppName } from '../../../functions/certification/naming/app-name.ts'
import { passesFor, passTogether } from '../../../functions/certification/naming/lookalike-letters.ts'
import { signsSeen, skeletonOf } from '../../../functions/certification/naming/name-skeleton.ts'
import { anyText } from '../../person/typed.ts'

describe('W3 what a name looks like', () => {
  it.each([
    ['WeChat', 'wechat'],
    ['We Chat', 'WE-CHAT'],
    ['Wеchаt', 'wechat'],
    ['ＷｅＣｈａｔ', 'wechat'],
    ['AIipay', 'Alipay'],
    ['A1ipay', 'alipay'],
    ['G00gle', 'google'],
    ['g〇〇gle', 'google'],
    ['Modern', 'modem'],
    ['vvechat', 'wechat'],
    ['Café', 'cafe'],
    ['徽信读书', '微信读书'],
    ['微 信·读书', '微信读书'],
    ['騰訊新聞', '腾讯新闻'],
    ['⼩米商城', '小米商城'],
    ['寶貝', '宝贝'],
    ['李自己', '李自已'],
  ])('%s is taken for %s', (one, other) => {
    expect(skeletonOf(one)).toBe(skeletonOf(other))
  })

  it.each([
    ['晨光读书', '晨光读报'],
    ['上海公交', '上海公文'],
    ['apple', 'apples'],
    ['大众', '太众'],
  ])('%s is told from %s', (one, other) => {
    expect(skeletonOf(one)).not.toBe(skeletonOf(other))
  })

  it.each(['', ' ', '· + -', '\u200b'])('is nothing for %j', (name) => {
    expect(skeletonOf(name)).toBe('')
  })

  it('changes no more when it is looked at again, whatever was typed', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const skeleton = skeletonOf(typed)
        expect(skeletonOf(skeleton)).toBe(skeleton)
      }),
    )
  })

  it('is that of the name as it is read', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const name = readAppName(typed)
        expect(readAppName(name)).toBe(name)
        expect(skeletonOf(name.toUpperCase())).toBe(skeletonOf(name.toUpperCase().toLowerCase()))
      }),
    )
  })

  it('says where each sign of it stands', () => {
    expect(signsSeen('a rn')).toEqual([
      { sign: 'a', from: 0, to: 1 },
      { sign: 'm', from: 2, to: 4 },
    ])
  })
})

describe('characters that pass for others', () => {
  it('stand in one row each, and lead to what leads nowhere further', () => {
    for (const [one, other] of passesFor) {
      expect(passesFor.has(other), `${one} ${other}`).toBe(false)
      expect(skeletonOf(one), `${one} ${other}`).toBe(other)
      expect(skeletonOf(other), other).toBe(other)
    }
  })

  it('are in no two rows', async () => {
    const { readFile } = await import('node:fs/promises')
    const source = await readFile('functions/certification/naming/lookalike-letters.ts', 'utf8')
    const rows = [...source.matchAll(/'([^' ]{2,})'/g)].map(([, row = '']) => row).filter((row) => !row.startsWith('.'))
    const seen = rows.flatMap((row) => [...new Set(row)]).filter((one) => /[^a-z]/.test(one))
    expect(seen.filter((one, at) => seen.indexOf(one) !== at)).toEqual([])
  })

  it('also when two stand together', () => {
    for (const [two, one] of passTogether) expect(skeletonOf(two)).toBe(skeletonOf(one))
  })
})
