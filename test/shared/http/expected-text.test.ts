import { describe, expect, it } from 'vitest'
import { expectedText } from '../../../shared/http/expected-text.ts'
import type { Expected } from '../../../shared/kernel/expected.ts'

describe('what a field should have been, in both languages', () => {
  it.each<[Expected, zh: string, en: string]>([
    [{ type: 'string' }, '应为文本。', 'It must be a text.'],
    [
      { type: 'string', minLength: 1, maxLength: 500 },
      '应为 1 到 500 个字符的文本。',
      'It must be a text of 1 to 500 characters.',
    ],
    [{ type: 'string', maxLength: 20 }, '应为不超过 20 个字符的文本。', 'It must be a text of at most 20 characters.'],
    [{ type: 'string', minLength: 4, maxLength: 4 }, '应为 4 个字符的文本。', 'It must be a text of 4 characters.'],
    [{ type: 'integer' }, '应为整数。', 'It must be a whole number.'],
    [{ type: 'integer', minimum: 1, maximum: 100 }, '应为 1 到 100 的整数。', 'It must be a whole number, 1 to 100.'],
    [
      { type: 'integer', minimum: 0, unit: 'fen' },
      '应为不少于 0 的整数，单位：分。',
      'It must be a whole number, at least 0, in fen.',
    ],
    [
      { type: 'number', maximum: 5, unit: 'ms' },
      '应为不超过 5 的数字，单位：毫秒。',
      'It must be a number, at most 5, in milliseconds.',
    ],
    [
      { minimum: 1880, maximum: 1899, unit: 'year' },
      '应为 1880 到 1899，单位：年。',
      'It must be 1880 to 1899, in years.',
    ],
    [{ maximum: 408_000, unit: 'bytes' }, '应为不超过 408000，单位：字节。', 'It must be at most 408000, in bytes.'],
    [{ type: 'boolean' }, '应为 true 或 false。', 'It must be true or false.'],
    [{ enum: ['fee', 'membership'] }, '应为以下之一：fee、membership。', 'It must be one of: fee, membership.'],
    [{ enum: [true] }, '应为 true。', 'It must be true.'],
    [{ type: 'array', minItems: 1 }, '应为不少于 1 项的列表。', 'It must be a list of at least 1 items.'],
    [
      { type: 'object', properties: ['a', 'b'] },
      '应为对象，字段有：a、b。',
      'It must be an object with the fields a, b.',
    ],
    [{ properties: ['a', 'b'] }, '可用的字段：a、b。', 'The fields are a, b.'],
    [{ type: 'object', exactlyOne: ['a', 'b'] }, '应恰好有其中一项：a、b。', 'It must have exactly one of: a, b.'],
    [{ examples: ['30s', '15m'] }, '例如：30s、15m。', 'For example: 30s, 15m.'],
    [
      { type: 'string', maxLength: 6, characters: '0-9 _' },
      '应为不超过 6 个字符的文本。只含：0-9 _。',
      'It must be a text of at most 6 characters. Only these characters: 0-9 _.',
    ],
    [{}, '', ''],
  ])('%j', (expected, zh, en) => {
    expect(expectedText(expected, 'zh')).toBe(zh)
    expect(expectedText(expected, 'en')).toBe(en)
  })
})
