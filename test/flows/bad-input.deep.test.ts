import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../functions/routes.ts'
import { signIn, type User } from '../../local/demo/user.ts'
import type { Route, Schema } from '../../shared/http/route.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

/** Routes of the service that take JSON; the stand-ins answer in their vendors' ways. */
const jsonRoutes = routes.filter((route) => route.body && !route.fn.startsWith('sandbox-'))

const fieldsOf = (schema: Schema | undefined): string[] => {
  const def: object = schema?._zod.def ?? {}
  return 'shape' in def ? Object.keys(Object(def.shape)) : []
}

type Problem = { code: string; errors?: { pointer: string; code: string }[] }

describe('M1 bad input is refused with a problem that names the field, and never makes a 5xx', () => {
  let instance: Instance
  let user: User
  let token: string
  beforeAll(async () => {
    instance = await sharedInstance()
    user = await signIn(instance.platform, (await instance.person('match')).phone)
    token = user.token
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const pathOf = (route: Route, id = '0'.repeat(32)) => route.path.replace(/\{[^}]+\}/g, encodeURIComponent(id))

  const send = async (route: Route, body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(instance.platform.url + pathOf(route), {
      method: route.method,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': 'bad-input',
        ...headers,
      },
      body,
    })
    const type = response.headers.get('content-type')
    const problem = (await response.json()) as Problem
    return { status: response.status, type, problem }
  }

  describe.each(jsonRoutes.map((route) => ({ name: `${route.method} ${route.path}`, route })))('$name', ({ route }) => {
    it('malformed JSON, another type and another medium', async () => {
      for (const text of ['', '{', '{"a":', 'null', '[]', '1', '"text"', '\u0000', '{"__proto__":{"x":1}}']) {
        const { status, type, problem } = await send(route, text)
        expect({ text, status, type }).toEqual({ text, status: 400, type: 'application/problem+json' })
        expect(['malformed_json', 'invalid_request', 'invalid_field']).toContain(problem.code)
      }
      expect((await send(route, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    })

    it('an unknown field and every field of a wrong type, by pointer', async () => {
      const unknown = await send(route, JSON.stringify({ unheardOf: 1 }))
      expect(unknown.status).toBe(400)
      const wrong = await send(
        route,
        JSON.stringify(Object.fromEntries(fieldsOf(route.body).map((name) => [name, [[]]]))),
      )
      expect(wrong.status).toBe(400)
      const pointers = wrong.problem.errors?.map(({ pointer }) => pointer.split('/')[1])
      expect(pointers).toEqual(expect.arrayContaining(fieldsOf(route.body)))
      if (fieldsOf(route.body).length)
        expect(unknown.problem.errors).toContainEqual(
          expect.objectContaining({ pointer: '/unheardOf', code: 'unknown_field' }),
        )
    })

    it('a body over its limit', async () => {
      const { status, problem } = await send(
        route,
        JSON.stringify({ content: 'x'.repeat((route.bodyLimit ?? 16_384) + 1) }),
      )
      expect({ status, code: problem.code }).toEqual({ status: 413, code: 'body_too_large' })
    })

    it('nobody signed in, and tokens that are none', async () => {
      for (const bearer of ['', 'x', `${'0'.repeat(32)}.x`, `${user.accountId}.x`, 'a'.repeat(32), '\u00e9']) {
        const { status } = await send(route, '{}', { authorization: `Bearer ${bearer}` })
        expect([400, 401]).toContain(status)
      }
    })
  })

  it('M4 POSTs that cost money want an Idempotency-Key', async () => {
    for (const route of routes.filter(({ idempotent }) => idempotent)) {
      for (const key of ['', 'with space', 'x'.repeat(256), '\u00e9']) {
        const { status, problem } = await send(route, '{}', { 'idempotency-key': key })
        expect({ status, code: problem.code }).toEqual({ status: 400, code: 'idempotency_key_required' })
      }
    }
  })

  it('ids and queries that are none', async () => {
    const odd = ['..', '%00', ' ', '0'.repeat(31), 'G'.repeat(32), '😀', 'x'.repeat(2000), '{"$ne":1}']
    for (const route of routes.filter(({ fn, method }) => method === 'GET' && !fn.startsWith('sandbox-'))) {
      for (const id of odd) {
        const query = new URLSearchParams({ cursor: id, limit: id, externalId: id })
        const url = `${instance.platform.url}${pathOf(route, id)}?${query}`
        const { status } = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
        expect(status, `${route.path} ${id}`).toBeLessThan(500)
      }
    }
  })
})
