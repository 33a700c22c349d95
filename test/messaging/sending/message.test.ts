import { describe, expect, it } from 'vitest'
import { type Draft, draftRefusal } from '../../../functions/messaging/sending/message.ts'

const draft: Draft = { title: 't', content: 'c', template: 'html', channel: 'inbox' }
const wide = { titleLength: 1_000_000, contentLength: 1_000_000 }

const refusalOf = (of: Partial<Draft>, limits = wide, configured = false) => {
  const refusal = draftRefusal({ ...draft, ...of }, limits, configured)
  return refusal && [refusal.code, refusal.fields?.[0]?.pointer]
}

describe('P13 why a draft cannot be sent', () => {
  it('is no reason where it is right', () => {
    expect(refusalOf({})).toBeUndefined()
    expect(refusalOf({ channel: 'webhook', option: 'ops' }, wide, true)).toBeUndefined()
  })

  it.each(['\r', '\n', 'a\u2028', '\u2029b'])('a title is one line: %j', (title) => {
    expect(refusalOf({ title })).toEqual(['title_line_break', '/title'])
    expect(refusalOf({ content: title + draft.content })).toBeUndefined()
  })

  it.each(['x', '𠮷'])('lengths are counted in code points, and the limit is allowed: %s', (sign) => {
    const limits = { titleLength: 3, contentLength: 5 }
    const of = (title: number, content: number) =>
      refusalOf({ title: sign.repeat(title), content: sign.repeat(content) }, limits)
    expect(of(3, 5)).toBeUndefined()
    expect(of(4, 5)).toEqual(['message_too_long', '/title'])
    expect(of(3, 6)).toEqual(['message_too_long', '/content'])
  })

  it('title and content fit an item together', () => {
    const of = (bytes: number) => refusalOf({ title: 'x'.repeat(1000), content: 'x'.repeat(bytes - 1000) })
    expect(of(408_000)).toBeUndefined()
    expect(of(408_001)).toEqual(['message_too_long', '/content'])
    expect(refusalOf({ content: '中'.repeat(136_000) })).toEqual(['message_too_long', '/content'])
  })

  it('nothing but blanks, and a channel that nobody has set up', () => {
    expect(refusalOf({ content: ' \n' })).toEqual(['message_empty', '/content'])
    expect(refusalOf({ channel: 'webhook' })).toEqual(['channel_not_configured', '/option'])
  })
})
