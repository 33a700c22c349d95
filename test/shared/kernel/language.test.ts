import { describe, expect, it } from 'vitest'
import { languageWanted } from '../../../shared/kernel/language.ts'

describe('language', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['*', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en', 'en'],
    ['EN-us,en;q=0.9', 'en'],
    ['fr, en;q=0.5', 'en'],
    ['fr', 'zh'],
    ['fr-ZH-en', 'zh'],
    ['den, english', 'zh'],
    ['zh;q=0.3, en;q=0.8', 'en'],
    ['en;q=0, fr', 'zh'],
    ['en;q=0.9, zh', 'zh'],
    ['en, zh', 'en'],
    ['en;q=2', 'en'],
    ['en ; Q=0.4 , *', 'zh'],
    [`${'x'.repeat(10_000)},en`, 'zh'],
    [`${'x'.repeat(997)},en`, 'en'],
    [`${'x'.repeat(998)},en`, 'zh'],
    ['en;q=0.', 'zh'],
    ['en;q=0.000', 'zh'],
    ['en;q=0.001', 'en'],
    ['en;q=1., zh;q=0.999', 'en'],
    ['en;q=0.111, zh;q=0.5', 'zh'],
    ['en;q=0.1111, zh;q=0.5', 'en'],
    ['en;q=q=0', 'en'],
    ['en;q=0x', 'en'],
    ['en;level=1;q=0', 'zh'],
    ['zh;q=0', 'en'],
    ['zh;q=0.1, en-GB', 'en'],
    ['zh;q=0.1, en-', 'en'],
    ['*;q=0.1, zh;q=0', 'en'],
    ['zh;q=0, en;q=0', 'zh'],
    ['en;q=0.001, zh;q=0, *', 'en'],
    ['zh-TW;q=0.2, zh;q=0.9, en;q=0.5', 'zh'],
    ['fr, *;q=0', 'zh'],
    ['en;q=0.0001, zh', 'en'],
  ])('Accept-Language %j is answered in %s', (header, language) => {
    expect(languageWanted(header)).toBe(language)
  })
})
