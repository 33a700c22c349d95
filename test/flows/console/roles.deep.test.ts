import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editOperatorRoute } from '../../../functions/operators/manage.route.ts'
import { operatorSessionRoute } from '../../../functions/operators/sign-in.route.ts'
import { operatorAt, stepUp } from '../../../local/demo/operator.ts'
import { OPERATOR_COOKIE } from '../../../shared/http/request.ts'
import type { Route } from '../../../shared/http/route.ts'
import type { Instance } from '../instance.ts'
import { sharedInstance } from '../shared-instance.ts'
import { doorOf, everyRoleAt, roleTable, rows } from './role-table.ts'

let instance: Instance
let at: Awaited<ReturnType<typeof everyRoleAt>>

beforeAll(async () => {
  instance = await sharedInstance()
  at = await everyRoleAt(instance)
})
afterAll(async () => {
  expect(await instance.end(), 'P11 plaintext identity').toEqual([])
})

describe('who has just signed in', () => {
  it.each(rows)('is taken by cookie from our own pages only, to change something: %s', async (_name, route) => {
    const cookie = `${OPERATOR_COOKIE}=${at.tokenOf('admin')}`
    const foreign = doorOf(await at.ask(route, { cookie }))
    expect(foreign).toBe(route.method === 'GET' ? 'in' : 'web_header_required')
    expect(doorOf(await at.ask(route, { cookie, 'x-shiming-web': '1' }))).toBe('in')
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
    const [, isDeed] = roleTable[name] ?? []
    await untilRenewedBy(route)
    expect(doorOf(await at.askAs(route, at.tokenOf('admin')))).toBe(isDeed ? 'step_up_needed' : 'in')
    expect(doorOf(await at.askAs(route, at.tokenOf('machine')))).toBe(
      (roleTable[name]?.[0] ?? '').includes('m') ? 'in' : 'right_missing',
    )
  })

  it('gets in everywhere once they have shown one', async () => {
    await stepUp(instance, at.personIn('admin'))
    for (const [name, route] of rows)
      expect({ name, door: doorOf(await at.askAs(route, at.tokenOf('admin'))) }).toEqual({ name, door: 'in' })
  })
})

describe('who is let in no more', () => {
  it.each(rows)('by a session that nobody opened: %s', async (_name, route) => {
    expect(doorOf(await at.askAs(route, `is-admin.${'A'.repeat(43)}`))).toBe('unauthenticated')
  })

  it('is refused everywhere as if they had never been in: disabled, or in a session that is over', async () => {
    const boss = at.personIn('admin')
    const gone = await operatorAt(instance, 'gone', 'admin')
    await instance.platform.must(editOperatorRoute, {
      token: boss.token,
      params: { name: 'gone' },
      body: { status: 'disabled', reason: '离职' },
    })
    for (const [name, route] of rows)
      expect({ name, door: doorOf(await at.askAs(route, gone.token)) }).toEqual({ name, door: 'unauthenticated' })
    await instance.platform.pass('30m')
    for (const [name, route] of rows)
      expect({ name, door: doorOf(await at.askAs(route, boss.token)) }).toEqual({ name, door: 'unauthenticated' })
    const late = await instance.platform.call(operatorSessionRoute, { token: at.personIn('finance').token })
    expect(late.status).toBe(401)
  })
})
