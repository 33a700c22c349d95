import { describe, expect, it } from 'vitest'
import { documentProblems } from '../../functions/documents/problems.ts'
import { MOST_FAILURES, nextAfter } from '../../functions/documents/tries.ts'
import { unreadables, unreadableWords } from '../../functions/documents/unreadable.ts'

describe('X1 why a photo cannot be used', () => {
  it('is one of a closed list, under one public code', () => {
    expect(new Set(unreadables).size).toBe(unreadables.length)
    expect(documentProblems.document_unreadable.legacyCode).toBe(2010019)
    const named = ['blurred', 'glare', 'too_dark', 'border_incomplete', 'wrong_side', 'not_a_card', 'expired'] as const
    for (const one of [...named, 'number_check_failed', 'wrong_card_kind'] as const) expect(unreadables).toContain(one)
  })

  it.each(unreadables)('%s says what is wrong, and what to do', (because) => {
    const { zh, en } = unreadableWords[because]
    expect(zh).toMatch(/请/u)
    expect(en).toMatch(/\b(Take|take|Keep|Lay|Go|go|Turn|Use|Let|Photograph|photograph|Only)\b/u)
    expect([zh, en].join('')).not.toMatch(/\d/u)
  })

  it('leads to a person after three', () => {
    expect(Array.from({ length: MOST_FAILURES + 1 }, (_none, at) => nextAfter(at))).toEqual([
      ...['again', 'again', 'again'],
      'review',
    ])
  })
})
