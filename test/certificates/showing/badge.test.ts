import { describe, expect, it } from 'vitest'
import { type CertificateStatus, certificateStatuses } from '../../../functions/certificates/certificate/certificate.ts'
import { BADGE, badgeOf } from '../../../functions/certificates/showing/badge.ts'
import { languages } from '../../../shared/kernel/language.ts'
import { sampleCertificate } from '../sample.ts'
import { ID } from './world.ts'

const drawn = (of: Parameters<typeof sampleCertificate>[0] = {}, language: 'zh' | 'en' = 'zh') =>
  badgeOf({ id: ID, standing: sampleCertificate(of) }, language)

/** What people read of a picture, and what is read to them. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>|aria-label="([^"]*)"|<title>([^<]*)<\/title>/g)].map((found) =>
    (found[1] ?? found[2] ?? found[3] ?? '').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
  )

const VALID = { zh: /已认证|有效/, en: /(^| )Certified|until/ }

const says: Record<CertificateStatus, Record<'zh' | 'en', string>> = {
  valid: { zh: '已认证', en: 'Certified' },
  suspended: { zh: '认证暂停', en: 'suspended' },
  revoked: { zh: '认证已撤销', en: 'revoked' },
  expired: { zh: '认证已过期', en: 'expired' },
}

describe.each(languages)('W7 the badge (%s)', (language) => {
  it.each(certificateStatuses)(
    'says that one is %s, to whoever sees and to whoever hears, and never that it is valid where it is not',
    (status) => {
      const texts = textsOf(drawn({ status }, language))
      const [label = '', title = '', first = ''] = texts
      for (const text of [label, title, first]) expect(text).toContain(says[status][language])
      expect(label).toBe(title)
      for (const text of texts) if (status !== 'valid') expect(text).not.toMatch(VALID[language])
      expect(texts.join()).toContain('晨光读书会')
    },
  )

  it.each([
    ['an id that is none', ID],
    ['what cannot be one', undefined],
  ])('says of %s that there is none', (_what, id) => {
    const texts = textsOf(badgeOf({ id }, language))
    expect(texts.join()).toContain({ zh: '没有这份证书', en: 'No such certificate' }[language])
    for (const text of texts) expect(text).not.toMatch(VALID[language])
  })
})

/** Names that nobody is let have; a picture does not rely on that. */
const hostile = [
  '</text><script>alert(1)</script>',
  '"><image href="https://evil.example/x"/>',
  "' onload='alert(1)",
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  ']]><svg onload=alert(1)>',
  '&lt;b&gt;&#60;script&#62;',
  '\u202e会书读\u0000\u001b[31m\ufffe\u200b',
]

describe('W7 a hostile name', () => {
  it.each(hostile)('stands in the badge as a text: %j', (name) => {
    const svg = drawn({ name })
    const kept = name.replace(/[\p{Cc}\u200b\u202e\ufffe]/gu, '')
    expect(textsOf(svg)).toContain(kept)
    expect([...svg.matchAll(/<\/?([a-z]+)/gi)].map(([, tag]) => tag)).toEqual(
      [...drawn().matchAll(/<\/?([a-z]+)/gi)].map(([, tag]) => tag),
    )
    expect(svg.replace(/&#\d+;/g, '')).not.toMatch(/&|[\p{Cc}\u202e\ufffe]/u)
    // Attributes, apart from what stands within their quotes.
    expect(
      svg
        .replace(/"[^"]*"/g, '""')
        .match(/<[^>]*>/g)
        ?.join(''),
    ).not.toMatch(/href|\bon\w+=/)
  })

  it('changes nothing of its size, and is made to fit', () => {
    const svg = drawn({ name: '示'.repeat(40) })
    expect(svg).toContain(`width="${BADGE.width}" height="${BADGE.height}"`)
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
    expect(sizes[1]).toBeLessThan(7)
    expect(sizes[0]).toBeGreaterThan(12)
  })

  it('nothing in a picture comes from elsewhere, styles or runs', () => {
    expect(drawn()).not.toMatch(/style|script|href|url\(|import|foreignObject|data:/i)
  })
})
