import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { referencePage } from '../../functions/front/reference-page.ts'

const { text, headers, status } = referencePage({ title: '接口', document: '/openapi.json', script: '/reference/x.js' })
const policy = headers['content-security-policy'] ?? ''

describe('the reference page', () => {
  it('has title and language, and leads to the document where no script runs', () => {
    expect(status).toBe(200)
    expect(text).toContain('<html lang="zh-CN">')
    expect(text).toContain('<title>接口</title>')
    expect(/<noscript>(.*)<\/noscript>/s.exec(text)?.[1]?.match(/href="\/openapi\.json"/g)).toHaveLength(2)
  })

  it('loads one script, from here, and nothing of anybody else', () => {
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script src="/reference/x.js" data-document="/openapi.json">'])
    expect(text).not.toMatch(/https?:|style=|<style|<link rel="stylesheet"/)
  })

  it('lets in no text as script or style, but a style sheet that is empty', () => {
    const empty = createHash('sha256').update('').digest('base64')
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /)
    expect(policy).toContain(`style-src 'self' 'sha256-${empty}';`)
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(policy).toContain("frame-ancestors 'none'")
  })
})
