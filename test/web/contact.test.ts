import { describe, expect, it } from 'vitest'
import { contactHref } from '../../web/user/contact/contact-href.ts'

describe('where the contact of the platform leads', () => {
  it('is a call where it is a number, however it is grouped', () => {
    expect(contactHref('400-123-4567')).toBe('tel:4001234567')
    expect(contactHref('+86 (10) 1234 5678')).toBe('tel:+861012345678')
    expect(contactHref(' １００８６ ')).toBe('tel:10086')
  })

  it('is a mail where it is an address', () => {
    expect(contactHref('privacy@platform.example')).toBe('mailto:privacy@platform.example')
    expect(contactHref('a.b+c@kf.example.cn')).toBe('mailto:a.b+c@kf.example.cn')
  })

  it('is a page where it is one of https', () => {
    expect(contactHref('https://kf.example.cn/help?from=shiming')).toBe('https://kf.example.cn/help?from=shiming')
  })

  it.each([
    '',
    '- -',
    '12',
    '每天 9:00 到 18:00，电话 400-123-4567',
    '400-123-4567 或 kf@example.cn',
    'kf@example',
    'kf@example.cn?subject=a',
    'kf@example.cn?bcc=other@example.cn',
    'a@b@example.cn',
    'http://kf.example.cn',
    'https://kf.example.cn 或 400-123-4567',
    'https://kf.example.cn@other.example',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)//@example.cn',
    'data:text/html,hello',
    'tel:10086;phone-context=other',
    '//kf.example.cn',
    '*#06#',
  ])('is nowhere for other words, which are only shown: %j', (words) => {
    expect(contactHref(words)).toBeUndefined()
  })
})
