import { describe, expect, it } from 'vitest'
import { languageOf, preferencesIn, rootAttributes } from '../../web/shared/preferences.ts'

describe('the language at the first visit', () => {
  it('is the first of the browser’s that we speak, else Chinese', () => {
    expect(languageOf(['en-GB', 'zh-CN'])).toBe('en')
    expect(languageOf(['ZH-Hant-TW', 'en'])).toBe('zh')
    expect(languageOf(['fr', 'en'])).toBe('en')
    expect(languageOf(['fr', 'de'])).toBe('zh')
    expect(languageOf([])).toBe('zh')
  })
})

describe('what was kept', () => {
  it('counts more than the browser', () => {
    const kept = JSON.stringify({ language: 'zh', theme: 'dark', size: 'largest' })
    expect(preferencesIn(kept, ['en'])).toEqual({ language: 'zh', theme: 'dark', size: 'largest' })
  })

  it('counts for nothing where it is none of ours', () => {
    const auto = { language: 'en', theme: 'auto', size: 'normal' }
    for (const kept of [null, '', '{', '7', 'null', '[]', '{"language":"fr","theme":1,"size":"huge"}'])
      expect(preferencesIn(kept, ['en']), String(kept)).toEqual(auto)
  })
})

describe('the root element', () => {
  it('says language, colours and size', () => {
    expect(rootAttributes({ language: 'en', theme: 'auto', size: 'normal' }, true)).toEqual({
      lang: 'en',
      'data-theme': 'dark',
      'data-size': null,
    })
    expect(rootAttributes({ language: 'zh', theme: 'light', size: 'large' }, true)).toEqual({
      lang: 'zh-CN',
      'data-theme': 'light',
      'data-size': 'large',
    })
  })
})
