import { describe, expect, it } from 'vitest'
import { pictureRefusals } from '../../../functions/material/picture/picture.ts'
import { refusalWords } from '../../../functions/material/picture/refusal-words.ts'
import { languages } from '../../../shared/kernel/language.ts'

describe('what is told of a picture that is not taken', () => {
  it('is of every reason there is, each in its own words', () => {
    expect(Object.keys(refusalWords).toSorted()).toEqual([...pictureRefusals].toSorted())
    for (const language of languages) {
      const words = pictureRefusals.map((refusal) => refusalWords[refusal][language])
      expect(new Set(words).size, language).toBe(words.length)
    }
  })

  it('says what is wrong and then what to do', () => {
    for (const refusal of pictureRefusals) {
      const { zh, en } = refusalWords[refusal]
      expect(zh, refusal).toMatch(/^[\p{sc=Han}\w “”，、；。-]+。$/u)
      expect(zh, refusal).toMatch(/请|重新/)
      expect(en, refusal).toMatch(/^[A-Z].+\. [A-Z].+\.$|^[A-Z].+: .+\. [A-Z].+\.$/)
    }
  })

  it('fits the width of a phone', () => {
    for (const refusal of pictureRefusals) {
      expect(refusalWords[refusal].zh.length, refusal).toBeLessThanOrEqual(80)
      expect(refusalWords[refusal].en.length, refusal).toBeLessThanOrEqual(200)
    }
  })
})
