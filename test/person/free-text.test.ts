import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { freeText } from '../../functions/person/free-text.route.ts'

const words = freeText(20)

describe('words of somebody’s own', () => {
  it('keep no controls, which only change how what is around them is shown', () => {
    expect(z.parse(words, '\u202enot me\u0000\u2066')).toBe('not me')
    expect(z.parse(words, 'one\r\ntwo\tthree')).toBe('one\ntwo\tthree')
    expect(z.parse(words, '👨\u200d👩\u200d👧')).toBe('👨\u200d👩\u200d👧')
  })

  it('are none where nothing else is left', () => {
    expect(z.safeParse(words, '\u0000 \u202e').success).toBe(false)
  })
})
