import { describe, expect, it } from 'vitest'
import { noticeParts } from '../../../web/user/messages/notice-parts.ts'

const ORIGIN = 'https://id.example'

describe('what this service tells', () => {
  it('is read by its paragraphs, and leads to our own pages alone', () => {
    const said = `请告诉我们：${ORIGIN}/not-me/0a。\n\nTell us: ${ORIGIN}/not-me/0a?x=1\n\n${ORIGIN}.evil.example/a https://evil.example/b`
    expect(noticeParts(said, ORIGIN)).toEqual([
      [{ text: '请告诉我们：' }, { path: '/not-me/0a', text: `${ORIGIN}/not-me/0a` }, { text: '。' }],
      [{ text: 'Tell us: ' }, { path: '/not-me/0a?x=1', text: `${ORIGIN}/not-me/0a?x=1` }],
      [{ text: `${ORIGIN}.evil.example/a https://evil.example/b` }],
    ])
  })

  it('is words where there is no address', () => {
    expect(noticeParts('好的', ORIGIN)).toEqual([[{ text: '好的' }]])
  })
})
