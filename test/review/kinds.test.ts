import { describe, expect, it } from 'vitest'
import { isDeedForm } from '../../functions/audit/deed-form.ts'
import { rights } from '../../functions/operators/rights.ts'
import { isEnded, reviewStatuses } from '../../functions/review/case/case.ts'
import { kindOf, wantedBy } from '../../functions/review/kind.ts'
import { type Bilingual, endsWords } from '../../functions/review/words.ts'
import { reviewKinds } from '../../functions/review-kinds.ts'
import { settingsOf } from '../../functions/settings.ts'

const kinds = reviewKinds(settingsOf('production', undefined))

/** Words of a kind that have no text in a language, and texts of no word. */
const unsaid = (words: readonly string[], texts: Readonly<Record<string, Bilingual | undefined>>): string[] => [
  ...words.filter((word) => !texts[word]?.zh || !texts[word]?.en),
  ...Object.keys(texts).filter((word) => !words.includes(word)),
]

describe('M8 every kind of case', () => {
  it.each(Object.entries(kinds))('%s has a text in both languages for each of its words', (name, kind) => {
    expect(kind.kind).toBe(name)
    const { words } = kind
    expect([words.name.zh, words.name.en].every((text) => text.length > 0)).toBe(true)
    expect(unsaid(kind.checklist, words.checklist)).toEqual([])
    expect(unsaid([...Object.keys(kind.reasons), ...Object.keys(kind.reservations ?? {})], words.reasons)).toEqual([])
    expect(unsaid(kind.asks, words.asks)).toEqual([])
    expect(unsaid([...kind.verdicts, ...(kind.asks.length > 0 ? ['no_answer'] : [])], words.verdicts)).toEqual([])
  })

  it.each(Object.entries(kinds))('%s wants pictures for what it may ask alone, if it takes any', (_name, kind) => {
    const { pictures = {}, asks, takesMaterials = false } = kind
    expect(takesMaterials).toBe(Object.values(pictures).some((of) => of.length > 0))
    for (const ask of asks)
      expect(wantedBy(kind, [ask]).needsWords, ask).toBe(wantedBy(kind, [ask]).pictures.length === 0)
    expect(wantedBy(kind, asks).pictures).toEqual([...new Set(asks.flatMap((ask) => pictures[ask] ?? []))])
    expect(wantedBy(kind, ['toString'])).toEqual({ pictures: [], needsWords: true })
  })

  it.each(Object.entries(kinds))('%s can be kept, named and recorded', (name, { right, answerMs, askMs, ...kind }) => {
    expect(name).toMatch(/^[a-z]+(?:_[a-z]+)*$/)
    expect(rights).toContain(right)
    expect(answerMs > 0 && askMs > 0 && kind.verdicts.length > 0).toBe(true)
    expect(kind.verdicts.includes('refused')).toBe(Object.keys(kind.reasons).length > 0)
    const subject = `review:${'a'.repeat(32)}:${'b'.repeat(32)}`
    const isKept = (action: 'review_ask' | 'review_decide', ...detail: readonly string[]) =>
      isDeedForm({ action, subject, detail: [name, ...detail].join(' '), reason: '' })
    if (kind.asks.length > 0) expect(isKept('review_ask', ...kind.asks)).toBe(true)
    for (const verdict of kind.verdicts) expect(isKept('review_decide', verdict)).toBe(true)
    for (const reason of Object.keys(kind.reasons)) expect(isKept('review_decide', 'refused', reason)).toBe(true)
  })

  it('is owned, or it is a fault', () => {
    for (const kind of ['none', 'toString', '__proto__']) expect(() => kindOf(kinds, { kind })).toThrow('nobody owns')
    expect(Object.keys(endsWords)).toEqual(['later', 'correct', 'final'])
    expect(reviewStatuses.filter((status) => isEnded({ status }))).toEqual(['decided', 'withdrawn'])
  })
})
