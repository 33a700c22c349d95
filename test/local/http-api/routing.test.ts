import { describe, expect, it } from 'vitest'
import { router } from '../../../local/http-api/routing.ts'

const find = (keys: string[]) => {
  const route = router(keys.map((routeKey) => ({ routeKey, fn: routeKey, timeoutMs: 1 })))
  return (method: string, path: string): [string, Record<string, string>] | undefined => {
    const match = route(method, path)
    return match && [match.routeKey, match.parameters]
  }
}

describe('which route is chosen', () => {
  const keys = [
    '$default',
    'ANY /{proxy+}',
    'ANY /pets/{id}',
    'GET /pets/{id}',
    'GET /pets/{proxy+}',
    'GET /pets/dog/1',
    'GET /pets/dog/{id}',
    'ANY /pets/dog/{id}',
    'POST /pets',
  ]
  const chosen = find(keys)

  it.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1', {}],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
    ['PUT', '/pets/dog/2', 'ANY /pets/dog/{id}', { id: '2' }],
    ['PUT', '/pets/dog/1', 'ANY /pets/dog/{id}', { id: '1' }],
    ['GET', '/pets/7', 'GET /pets/{id}', { id: '7' }],
    ['DELETE', '/pets/7', 'ANY /pets/{id}', { id: '7' }],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}', { proxy: 'cat/1' }],
    ['POST', '/pets', 'POST /pets', {}],
    ['GET', '/pets', 'ANY /{proxy+}', { proxy: 'pets' }],
    ['GET', '/pets/', 'GET /pets/{proxy+}', { proxy: '' }],
  ])('%s %s → %s', (method, path, key, parameters) => {
    expect(chosen(method, path)).toEqual([key, parameters])
  })

  it('does not depend on the order of the templates', () => {
    const reversed = find(keys.toReversed())
    expect(reversed('GET', '/pets/dog/2')?.[0]).toBe('GET /pets/dog/{id}')
    expect(reversed('GET', '/pets/7')?.[0]).toBe('GET /pets/{id}')
  })

  it('takes a route with the right method even if another path fits more closely', () => {
    const route = find(['GET /a/b', 'POST /a/{x}'])
    expect(route('POST', '/a/b')).toEqual(['POST /a/{x}', { x: 'b' }])
  })

  it('falls back to $default, and without it to nothing', () => {
    expect(find(['$default', 'GET /a'])('GET', '/b')).toEqual(['$default', {}])
    expect(find(['GET /a'])('GET', '/b')).toBeUndefined()
    expect(find(['GET /a'])('HEAD', '/a')).toBeUndefined()
  })
})

describe('paths', () => {
  it('tells a path with a slash at its end from one without', () => {
    const route = find(['GET /a', 'GET /b/{proxy+}'])
    expect(route('GET', '/a/')).toBeUndefined()
    expect(route('GET', '/b/')).toEqual(['GET /b/{proxy+}', { proxy: '' }])
    expect(route('GET', '/b')).toBeUndefined()
  })

  it('gives no parameter an empty segment', () => {
    expect(find(['GET /a/{id}'])('GET', '/a/')).toBeUndefined()
    expect(find(['GET /a/{id}/b'])('GET', '/a//b')).toBeUndefined()
  })

  it('decodes parameters after the path was split', () => {
    const route = find(['GET /a/{id}', 'GET /b/{proxy+}'])
    expect(route('GET', '/a/x%2Fy%20%E5%AE%9E')).toEqual(['GET /a/{id}', { id: 'x/y 实' }])
    expect(route('GET', '/b/x%2Fy/z')).toEqual(['GET /b/{proxy+}', { proxy: 'x/y/z' }])
  })
})
