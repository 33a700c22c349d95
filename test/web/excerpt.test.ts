import { describe, expect, it } from 'vitest'
import { excerptOf, hasForeignPictures, isShort } from '../../web/user/messages/excerpt.ts'

describe('how a message begins', () => {
  it('is its text in one line, without tags and what nobody reads', () => {
    expect(
      excerptOf({ template: 'html', content: '<style>p{}</style><p>备份&amp;校验</p>\n<p>完成 &lt;1 分钟</p>' }),
    ).toBe('备份&校验 完成 <1 分钟')
    expect(excerptOf({ template: 'txt', content: ' <b>\n  不是标签 ' })).toBe('<b> 不是标签')
  })

  it('is cut between characters', () => {
    const excerpt = excerptOf({ template: 'txt', content: '𬭳'.repeat(200) })
    expect(excerpt).toBe(`${'𬭳'.repeat(80)}…`)
    expect(excerptOf({ template: 'markdown', content: 'x'.repeat(80) })).toBe('x'.repeat(80))
  })
})

describe('pictures of other sites', () => {
  it('are found where the message would show them', () => {
    const has = (template: 'html' | 'txt' | 'markdown' | 'json', content: string) =>
      hasForeignPictures({ template, content })
    expect(has('html', '<IMG alt="" src=" https://x.example/a.png">')).toBe(true)
    expect(has('markdown', '![图](https://x.example/a.png)')).toBe(true)
    expect(has('markdown', '<img src="https://x.example/a.png">')).toBe(true)
    expect(has('html', '<img src="data:image/png;base64,AAAA"><a href="https://x.example">x</a>')).toBe(false)
    expect(has('html', '![图](https://x.example/a.png)')).toBe(false)
    expect(has('txt', '<img src="https://x.example/a.png">')).toBe(false)
  })
})

describe('a short message', () => {
  it('is one of few signs and few lines', () => {
    const short = (content: string) => isShort({ template: 'txt', content })
    expect([short('a'.repeat(240)), short('a'.repeat(241))]).toEqual([true, false])
    expect([short('\n'.repeat(5)), short('\n'.repeat(6))]).toEqual([true, false])
  })
})
