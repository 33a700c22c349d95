import { describe, expect, it } from 'vitest'
import { unknownRefusal } from '../../functions/front/unknown.ts'
import { paths } from '../../functions/paths.ts'
import { routes } from '../../functions/routes.ts'

const unknown = { code: 'route_unknown' }
const allow = (...methods: string[]) => ({ code: 'method_not_allowed', allow: methods })

describe('what no route serves', () => {
  it.each([
    ['/v1/account', allow('GET')],
    ['/v1/sessions', allow('DELETE', 'GET', 'POST')],
    ['/v1/sessions/current', allow('DELETE')],
    ['/v1/orders/1', allow('GET')],
    ['/v1/orders/1/payments', allow('POST')],
    ['/v1/orders//payments', unknown],
    ['/v1/account/', unknown],
    ['/v1/Account', unknown],
    ['/', { code: 'method_not_allowed', allow: ['GET'] }],
    ['', unknown],
    ['/v2/account', unknown],
    ['//v1/account', unknown],
    ['/v1/orders/{id}/payments/x', unknown],
  ])('at %s', (path, refusal) => {
    expect(unknownRefusal(paths, path)).toEqual(refusal)
  })

  it('is judged by every path of the table', () => {
    for (const { method, path } of routes)
      expect(unknownRefusal(paths, path.replaceAll(/\{\w+\+?\}/g, 'x'))).toMatchObject(
        path.includes('+}') ? unknown : { allow: expect.arrayContaining([method]) },
      )
  })

  it('takes one whole part of a path for a parameter, and as many parts as there are', () => {
    const methods = ['GET']
    const at = (path: string, asked: string) => unknownRefusal([{ path, methods }], asked)
    expect(at('/a/{b}', '/a/x')).toEqual(allow('GET'))
    expect([at('/a/{b}', '/a'), at('/a/{b}', '/a/x/y')]).toEqual([unknown, unknown])
    for (const path of ['/x{b}', '/{b}x', '/{}', '/{b+}']) expect(at(path, '/y')).toEqual(unknown)
  })
})
