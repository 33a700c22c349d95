import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { answered } from '../../../shared/http/answer.ts'
import { answering, type Guard, provenInside } from '../../../shared/http/callers.ts'
import { type Caller, type CallerKind, kindsOf, route } from '../../../shared/http/route.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { call, serve } from '../../http-event.ts'

const base = { fn: 'test-thing', method: 'POST', path: '/v1/things', name: 'test', summary: '', answers: {} } as const

/** Lets in whoever says the password, as who they say they are. */
const byPassword = <K extends CallerKind>(kind: K): Guard<K, { name: string }> => ({
  kind,
  admit: async ({ bearer, headers }) =>
    bearer === `${kind}-password` ? ok({ name: headers['x-name'] ?? 'nobody' }) : refused('unauthenticated'),
})

const sessions = byPassword('session')
const operators = byPassword('operator')

const faults: unknown[] = []
const observer = { now: () => 0, request: () => undefined, fault: (error: unknown) => void faults.push(error) }

/** What a route that shows its caller is answered to a bearer. */
const shown = async (
  bound: ReturnType<ReturnType<typeof answering>>,
  asked: { bearer?: string; body?: unknown } = {},
) => {
  const headers = { 'x-name': 'wang', ...(asked.bearer && { authorization: `Bearer ${asked.bearer}` }) }
  const { status, body } = await call(serve(observer, bound), base, { headers, body: asked.body })
  return { status, body }
}

const show = async (_request: unknown, caller: unknown) => answered(200, ok({ caller: caller ?? null }))

describe('the caller of a route', () => {
  const on = answering(sessions, operators)
  const forSessions = route({ ...base, caller: 'session' })

  it('is handed on as the guard of its kind knows it, typed', async () => {
    const bound = on(forSessions, async (_request, { name }) => answered(200, ok({ name: name.toUpperCase() })))
    expect(await shown(bound, { bearer: 'session-password' })).toEqual({ status: 200, body: { name: 'WANG' } })
  })

  it.each([undefined, 'x', 'operator-password'])(
    'is refused by that guard and no other, and nothing runs: %j',
    async (bearer) => {
      const bound = on(forSessions, () => Promise.reject(new Error('ran')))
      expect(await shown(bound, { bearer })).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
    },
  )

  it('is refused with what its guard says', async () => {
    const closed: Guard<'session', never> = { kind: 'session', admit: async () => refused('banned') }
    expect(await shown(answering(closed)(forSessions, show))).toMatchObject({ status: 403, body: { code: 'banned' } })
  })

  it('is nobody in particular where anyone may call, whatever they bear', async () => {
    const bound = on(route({ ...base, caller: 'anyone' }), show)
    for (const bearer of [undefined, 'session-password'])
      expect(await shown(bound, { bearer })).toEqual({ status: 200, body: { caller: null } })
  })

  it('is let in for the operation to prove where the proof is inside the request', async () => {
    for (const kind of ['token', 'channel'] as const) {
      const bound = answering(provenInside(kind))(route({ ...base, caller: kind }), show)
      expect(await shown(bound)).toEqual({ status: 200, body: { caller: null } })
    }
  })

  it('is asked for after the request was read: what does not fit its route is refused as such', async () => {
    const strict = route({ ...base, caller: 'session', body: z.strictObject({ a: z.int() }) })
    expect(await shown(on(strict, show), { body: { b: 1 } })).toMatchObject({ status: 400 })
    expect(await shown(on(strict, show), { body: { a: 1 } })).toMatchObject({ status: 401 })
  })
})

describe('the caller of a route with several forms', () => {
  const byForm = {
    formOf: (body: { as: string }) => body.as,
    kinds: { anybody: 'anyone', user: 'session', boss: 'operator' },
  } as const
  const forms = route({ ...base, caller: byForm, body: z.strictObject({ as: z.string() }) })
  const bound = answering(sessions, operators)(forms, async (_request, { form, who }) =>
    answered(200, ok({ form, name: form === 'anybody' ? null : who.name })),
  )

  it.each([
    ['anybody', undefined, null],
    ['user', 'session-password', 'wang'],
    ['boss', 'operator-password', 'wang'],
  ])('is handed on with the form %j', async (form, bearer, name) => {
    expect(await shown(bound, { bearer, body: { as: form } })).toEqual({ status: 200, body: { form, name } })
  })

  it.each([
    ['user', undefined],
    ['user', 'operator-password'],
    ['boss', 'session-password'],
  ])('is refused as the kind of the form %j refuses, whoever may send another: %j', async (form, bearer) => {
    expect(await shown(bound, { bearer, body: { as: form } })).toMatchObject({ status: 401 })
  })

  it.each(['another', 'toString', '__proto__'])(
    'is nobody in the form %j, which the route does not name',
    async (form) => {
      faults.length = 0
      expect(await shown(bound, { bearer: 'operator-password', body: { as: form } })).toMatchObject({ status: 500 })
      expect(faults).toHaveLength(1)
    },
  )
})

describe('a route whose caller no guard knows', () => {
  const forOperators = route({ ...base, caller: 'operator', right: 'see_orders' })
  const mixed = route({
    ...base,
    caller: { formOf: () => 'boss', kinds: { boss: 'operator', user: 'session' } } as const,
  })

  it('does not type-check, and fails closed where types were got around', async () => {
    faults.length = 0
    const open = [
      // @ts-expect-error There are no guards at all.
      answering()(forOperators, show),
      // @ts-expect-error The guard is of another kind.
      answering(sessions)(forOperators, show),
      // @ts-expect-error One of its forms has no guard.
      answering(sessions)(mixed, show),
    ]
    for (const bound of open) expect(await shown(bound, { bearer: 'operator-password' })).toMatchObject({ status: 500 })
    expect(faults).toHaveLength(open.length)
  })

  it('hands on no caller of another type', () => {
    const takesNumber = async (_request: unknown, _caller: number): Promise<Outcome<never>> => refused('not_found')
    // @ts-expect-error The guard of operators knows them by name.
    const { routeKey } = answering(operators)(forOperators, takesNumber)
    expect(routeKey).toBe(`${forOperators.method} ${forOperators.path}`)
  })
})

describe('the kinds of a caller', () => {
  it.each<[Caller, CallerKind[]]>([
    ['session', ['session']],
    [{ formOf: () => 'a', kinds: { a: 'anyone', b: 'platform' } }, ['anyone', 'platform']],
  ])('of %j', (caller, kinds) => {
    expect(kindsOf(caller)).toEqual(kinds)
  })
})
