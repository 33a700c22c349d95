import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editOperatorRoute } from '../../../functions/operators/manage.route.ts'
import { type PersonRole, personRoles, type Role } from '../../../functions/operators/rights.ts'
import { operatorSessionRoute } from '../../../functions/operators/sign-in.route.ts'
import { routes } from '../../../functions/routes.ts'
import { OPERATOR_COOKIE } from '../../../shared/http/request.ts'
import type { Route } from '../../../shared/http/route.ts'
import type { Reply } from '../callers/refusals.ts'
import { nameOf, type Sample, samples } from '../callers/samples.ts'
import { sent } from '../callers/sending.ts'
import type { Instance } from '../instance.ts'
import { sharedInstance } from '../shared-instance.ts'
import { type OnConsole, operatorAt, stepUp } from './people.ts'

/**
 * Said a second time, route by route: who may, by the first letters of support, reviewer, finance, admin and machine; and whether a
 * person must have shown a code of late.
 */
const table: Record<string, [who: string, isDeed?: 'deed']> = {
  'GET /v1/operator/sessions/current': ['srfa'],
  'POST /v1/operator/sessions/current/step-up': ['srfa'],
  'GET /v1/operator/operators': ['a'],
  'POST /v1/operator/operators': ['a', 'deed'],
  'PUT /v1/operator/operators/{name}': ['a', 'deed'],
  'POST /v1/operator/operators/{name}/enrolment': ['a', 'deed'],
  'GET /v1/operator/appeals': ['srfam'],
  'POST /v1/operator/accounts/{id}/unban': ['ram', 'deed'],
  'POST /v1/operator/accounts/{id}/appeal/reject': ['ram', 'deed'],
  'GET /v1/operator/complaints': ['srfam'],
  'GET /v1/operator/complaints/{channel}/{id}': ['srfam'],
  'POST /v1/operator/complaints/{channel}/{id}/reply': ['sam', 'deed'],
  'POST /v1/operator/complaints/{channel}/{id}/complete': ['sam', 'deed'],
  'POST /v1/operator/complaints/{channel}/{id}/malicious': ['ram', 'deed'],
  'GET /v1/operator/reconciliations/{channel}': ['fam'],
  'GET /v1/operator/reconciliations/{channel}/{day}': ['fam'],
  'POST /v1/operator/reconciliations/{channel}/{day}/rerun': ['fam', 'deed'],
  'GET /v1/operator/ledger': ['fam'],
  'GET /v1/operator/ledger/balances': ['fam'],
  'GET /v1/operator/vendors': ['srfam'],
  'GET /v1/operator/deeds': ['srfam'],
  'GET /v1/operator/orders/{id}': ['srfam'],
  'GET /v1/operator/refunds': ['srfam'],
  'POST /v1/operator/orders/{orderId}/refunds/{name}/actions': ['fam', 'deed'],
  'GET /v1/operator/proposals': ['srfam'],
  'GET /v1/operator/proposals/{id}': ['srfam'],
  'POST /v1/operator/proposals/{id}/approve': ['fa', 'deed'],
  'POST /v1/operator/proposals/{id}/refuse': ['fa', 'deed'],
  'POST /v1/operator/vendor-statements': ['fam', 'deed'],
  'GET /v1/operator/vendor-statements/{vendor}/{day}': ['fam'],
  'POST /v1/operator/searches': ['srfam'],
  'GET /v1/operator/accounts/{id}': ['sra'],
  'GET /v1/operator/accounts/{id}/timeline': ['sra'],
  'POST /v1/operator/accounts/{id}/reveals': ['ra', 'deed'],
  'GET /v1/operator/alarms': ['srfam'],
  'GET /v1/operator/analytics': ['srfam'],
  'GET /v1/operator/settings': ['srfam'],
  'GET /v1/operator/dead-letters': ['srfam'],
  'GET /v1/operator/dead-letters/{queue}': ['srfam'],
  'POST /v1/operator/dead-letters/{queue}/replay': ['am', 'deed'],
}

/** Whoever leaves need not be in, so that nobody is refused for a role or for being late. */
const LEAVING = 'DELETE /v1/operator/sessions/current'

const guarded = routes
  .filter((route) => route.caller === 'operator' && nameOf(route) !== LEAVING)
  // Routes of one function follow each other, so that none is started twice.
  .toSorted((one, other) => (one.fn < other.fn ? -1 : 1))
const rows = guarded.map((route) => [nameOf(route), route] as const)

const roles: readonly Role[] = [...personRoles, 'machine']

let instance: Instance
const people = new Map<PersonRole, OnConsole>()
const personIn = (role: PersonRole): OnConsole => {
  const found = people.get(role)
  if (!found) throw new Error(`nobody is ${role}`)
  return found
}

const codeIn = (reply: Reply): unknown => Object(reply.body).code

/** Codes by which somebody is turned away before any operation is asked. */
const AT_THE_DOOR = ['unauthenticated', 'right_missing', 'step_up_needed', 'web_header_required']

/** At which door somebody was turned away; `in` for whoever got in, whatever the operation said then. */
const doorOf = (reply: Reply): unknown => (AT_THE_DOOR.includes(String(codeIn(reply))) ? codeIn(reply) : 'in')

const [sampleOf, send] = [
  (route: Route): Sample => samples[nameOf(route)]?.[0] ?? {},
  (route: Route, sample: Sample) => sent(instance.platform.url, route, sample),
]

const asked = (route: Route, headers: Record<string, string>) =>
  send(route, { ...sampleOf(route), headers: { ...sampleOf(route).headers, ...headers } })

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

const tokenOf = (role: Role): string => (role === 'machine' ? instance.operatorKey : personIn(role).token)

beforeAll(async () => {
  instance = await sharedInstance()
  for (const role of personRoles) people.set(role, await operatorAt(instance, `is-${role}`, role))
})
afterAll(async () => {
  expect(await instance.end(), 'P11 plaintext identity').toEqual([])
})

describe('the table of roles', () => {
  it('has every route for operators', () => {
    expect(Object.keys(table).toSorted()).toEqual(rows.map(([name]) => name).toSorted())
  })
})

describe('who has just signed in', () => {
  it.each(rows)('gets in where their role may, and nowhere else: %s', async (name, route) => {
    const [who = ''] = table[name] ?? []
    for (const role of roles) {
      const reply = await asked(route, bearer(tokenOf(role)))
      expect({ role, door: doorOf(reply) }).toEqual({
        role,
        door: who.includes(role[0] ?? '') ? 'in' : 'right_missing',
      })
      if (doorOf(reply) === 'right_missing') expect(reply.status).toBe(403)
    }
  })

  it.each(rows)('is taken by cookie from our own pages only, to change something: %s', async (_name, route) => {
    const cookie = `${OPERATOR_COOKIE}=${tokenOf('admin')}`
    const foreign = doorOf(await asked(route, { cookie }))
    expect(foreign).toBe(route.method === 'GET' ? 'in' : 'web_header_required')
    expect(doorOf(await asked(route, { cookie, 'x-shiming-web': '1' }))).toBe('in')
  })
})

describe('who signed in more than ten minutes ago', () => {
  beforeAll(async () => {
    await instance.platform.pass('11m')
  })

  let renewedBy = ''

  /** So late that the next call renews the session: each function does. */
  const untilRenewedBy = async ({ fn }: Route): Promise<void> => {
    if (fn !== renewedBy) await instance.platform.pass('6m')
    renewedBy = fn
  }

  it.each(rows)('is asked for a code before deeds, and to look for none: %s', async (name, route) => {
    const [, isDeed] = table[name] ?? []
    await untilRenewedBy(route)
    expect(doorOf(await asked(route, bearer(tokenOf('admin'))))).toBe(isDeed ? 'step_up_needed' : 'in')
    expect(doorOf(await asked(route, bearer(tokenOf('machine'))))).toBe(
      (table[name]?.[0] ?? '').includes('m') ? 'in' : 'right_missing',
    )
  })

  it('gets in everywhere once they have shown one', async () => {
    await stepUp(instance, personIn('admin'))
    for (const [name, route] of rows)
      expect({ name, door: doorOf(await asked(route, bearer(tokenOf('admin')))) }).toEqual({ name, door: 'in' })
  })
})

describe('who is let in no more', () => {
  it.each(rows)('by a session that nobody opened: %s', async (_name, route) => {
    expect(doorOf(await asked(route, bearer(`is-admin.${'A'.repeat(43)}`)))).toBe('unauthenticated')
  })

  it('is refused everywhere as if they had never been in: disabled, or in a session that is over', async () => {
    const boss = personIn('admin')
    const gone = await operatorAt(instance, 'gone', 'admin')
    await instance.platform.must(editOperatorRoute, {
      token: boss.token,
      params: { name: 'gone' },
      body: { status: 'disabled', reason: '离职' },
    })
    for (const [name, route] of rows)
      expect({ name, door: doorOf(await asked(route, bearer(gone.token))) }).toEqual({ name, door: 'unauthenticated' })
    await instance.platform.pass('30m')
    for (const [name, route] of rows)
      expect({ name, door: doorOf(await asked(route, bearer(boss.token))) }).toEqual({ name, door: 'unauthenticated' })
    const late = await instance.platform.call(operatorSessionRoute, { token: personIn('finance').token })
    expect(late.status).toBe(401)
  })
})
