import { describe, expect, it } from 'vitest'
import { matched, paramsOf, placeWithin } from '../../web/shared/router/paths.ts'

describe('a path', () => {
  it('fits its pattern, whose parameters are decoded', () => {
    expect(paramsOf('/orders/{id}', '/orders/a%20b')).toEqual({ id: 'a b' })
    expect(paramsOf('/orders', '/orders')).toEqual({})
  })

  it('fits no pattern of another length, none with another word, and has no empty or broken parameter', () => {
    for (const path of ['/orders', '/orders/', '/orders/1/2', '/order/1', '/orders/%', '/orders/%ff'])
      expect(paramsOf('/orders/{id}', path), path).toBeUndefined()
  })

  it('is found under the first pattern, with or without a slash at its end', () => {
    const patterns = ['/', '/orders', '/orders/{id}'] as const
    expect(matched(patterns, '/')?.pattern).toBe('/')
    expect(matched(patterns, '/orders/')?.pattern).toBe('/orders')
    expect(matched(patterns, '/orders/7/')).toEqual({ pattern: '/orders/{id}', params: { id: '7' } })
    expect(matched(patterns, '/none')).toBeUndefined()
    expect(matched(patterns, '//')?.pattern).toBe('/')
  })
})

describe('where to go afterwards', () => {
  it('is a place of our own', () => {
    for (const to of ['/', '/verify', '/orders/7?x=1#top']) expect(placeWithin(to)).toBe(to)
  })

  it('is the account for all that would lead elsewhere', () => {
    const elsewhere = [
      null,
      '',
      'verify',
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
    ]
    for (const to of [...elsewhere, '/x\\y', 'javascript:alert(1)', '/a b', '/\n/evil'])
      expect(placeWithin(to)).toBe('/account')
  })
})
