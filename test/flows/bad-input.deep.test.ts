import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../functions/routes.ts'
import { signIn, type User } from '../../local/demo/user.ts'
import { kindsOf, type Route, type Schema } from '../../shared/http/route.ts'
import { HOSTILE } from '../hostile-texts.ts'
import { nameOf, samples } from './callers/samples.ts'
import { documented } from './documented.ts'
import type { Instance } from './instance.ts'
import { logFrom } from './log-lines.ts'
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

  /** Where a path takes certain words only, one of them: with another nothing is found, whatever else is wrong. */
  const pathOf = (route: Route, id = '0'.repeat(32)) =>
    route.path.replace(/\{([^}]+)\}/g, (_, name) => encodeURIComponent(route.params?.[name]?.[0] ?? id))

  const send = async (route: Route, body: string, headers: Record<string, string> = {}) => {
    const response = await documented(fetch)(instance.platform.url + pathOf(route), {
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
        expect(['malformed_json', 'invalid_request', problem.errors?.[0]?.code]).toContain(problem.code)
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

  /** Who a route is for, so that it gets as far as it can. */
  const bearerOf = ({ caller }: Route): string => {
    const kinds = kindsOf(caller)
    if (kinds.includes('operator')) return instance.operatorKey
    return kinds.some((kind) => kind.includes('platform')) ? instance.platformKey : token
  }

  const half = Buffer.from('[1795147200000,"ORDER#\\ud800","LEDGER#1"]').toString('base64url')
  const sendable = HOSTILE.map((text) => text.toWellFormed()).filter((text) => !['', '.', '..'].includes(text))
  const named = routes.filter(({ path, query, caller }) => (path.includes('}') || query) && caller !== 'channel')
  // A third of them for each route: all of them are sent, and no route waits for all.
  const cases = named.map((route, at) => ({
    name: nameOf(route),
    route,
    texts: [half, ...sendable.filter((_text, nth) => nth % 3 === at % 3)],
  }))

  it.each(cases)('names and queries that are none: $name', async ({ name, route, texts }) => {
    const errors = await logFrom(instance.engine, 'ERROR')
    const { body, query = {} } = samples[name]?.[0] ?? {}
    const asked = new Set([...fieldsOf(route.query), 'cursor', 'limit'])
    const ask = (path: string, search: Record<string, string>) =>
      fetch(`${instance.platform.url}${path}?${new URLSearchParams(search)}`, {
        method: route.method === 'ANY' ? 'POST' : route.method,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${bearerOf(route)}`,
          'idempotency-key': 'bad-input',
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    for (const text of texts) {
      const path = pathOf(route, text)
      for (const search of route.query ? [...asked].map((member) => ({ ...query, [member]: text })) : [{}]) {
        const { status } = await ask(path, search)
        expect(status, `${path} ${JSON.stringify(search)}`.slice(0, 200)).toBeLessThan(500)
      }
    }
    expect(await errors()).toEqual([])
  })
})
