import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { frontPage, isForFrontPage } from '../../functions/front/front-page.ts'

const CHROME = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'

describe('the front page', () => {
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
    expect(isForFrontPage({ method: 'GET', path: '/', accept })).toBe(true)
    expect(isForFrontPage({ method: 'HEAD', path: '/', accept })).toBe(true)
    expect(isForFrontPage({ method: 'POST', path: '/', accept })).toBe(false)
    expect(isForFrontPage({ method: 'GET', path: '/v1', accept })).toBe(false)
    expect(isForFrontPage({ method: 'GET', path: '//', accept })).toBe(false)
  })

  it.each([
    'application/json',
    'application/json, text/plain, */*',
    'application/problem+json',
    '*/*, application/problem+json',
    'image/png',
  ])('is not for a program that takes %s', (accept) => {
    expect(isForFrontPage({ method: 'GET', path: '/', accept })).toBe(false)
  })

  it('leads to the test people in the sandbox, and knows none elsewhere', () => {
    expect(frontPage(true).text.match(/href="\/sandbox\/people"/g)).toHaveLength(2)
    expect([frontPage(true).status, frontPage(false).status]).toEqual([200, 200])
    expect(frontPage(false).text).not.toMatch(/sandbox|沙箱/i)
  })

  it('leads to the description of the API', () => {
    for (const sandbox of [true, false]) {
      expect(frontPage(sandbox).text.match(/href="\/reference"/g)).toHaveLength(2)
      expect(frontPage(sandbox).text.match(/href="\/openapi.json"/g)).toHaveLength(2)
    }
    expect(frontPage(true).text.match(/href="\/sandbox\/reference"/g)).toHaveLength(2)
  })

  it.each([true, false])(
    'loads nothing from anywhere, and its policy lets in its own style alone (sandbox: %s)',
    (sandbox) => {
      const { text, headers } = frontPage(sandbox)
      const [, style = ''] = /<style>(.*)<\/style>/s.exec(text) ?? []
      const hash = createHash('sha256').update(style).digest('base64')
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; /)
      expect(headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'`)
      expect(text).not.toMatch(/<script|style=|https?:\/\/|src=/)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
    },
  )
})
