import { describe, expect, it } from 'vitest'
import { asksForHtml, takesPage } from '../../functions/pages/for-people.ts'

const CHROME = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'

describe('a page', () => {
  it.each([
    ['a browser', CHROME],
    ['curl', '*/*'],
    ['a client that says nothing', undefined],
    ['a client that says nothing', ''],
    ['a text browser', 'text/*'],
    ['whoever takes either', 'application/json, Text/HTML; q=0.5'],
    ['whoever takes either, said with nothing behind', 'application/json, text/html;'],
    ['whoever takes anything, and pictures', 'image/png, */*;q=0.8'],
  ])('is for %s: %s', (_, accept) => {
    expect(takesPage({ method: 'GET', accept })).toBe(true)
  })

  it.each([
    'application/json',
    'application/json, text/plain, */*',
    'application/problem+json',
    '*/*, application/problem+json',
    'image/png',
  ])('is not for a program that takes %s', (accept) => {
    expect(takesPage({ method: 'GET', accept })).toBe(false)
  })

  it('is asked for by browsers that open it, by no other method, and by nobody who takes just anything', () => {
    expect(asksForHtml({ method: 'GET', accept: CHROME })).toBe(true)
    expect(asksForHtml({ method: 'HEAD', accept: CHROME })).toBe(true)
    expect(asksForHtml({ method: 'POST', accept: CHROME })).toBe(false)
    for (const accept of ['*/*', 'text/*', '', undefined, 'application/json'])
      expect(asksForHtml({ method: 'GET', accept })).toBe(false)
  })
})
