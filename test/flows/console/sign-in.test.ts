import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt, stepAt } from '../../../functions/operators/access/totp.ts'
import {
  editOperatorRoute,
  inviteOperatorRoute,
  listOperatorsRoute,
  newLinkRoute,
} from '../../../functions/operators/manage.route.ts'
import { rightsOf } from '../../../functions/operators/rights.ts'
import {
  enrolRoute,
  lookAtEnrolmentRoute,
  operatorSessionRoute,
  operatorSignInRoute,
  operatorSignOutRoute,
  ownSignInsRoute,
  stepUpRoute,
} from '../../../functions/operators/sign-in.route.ts'
import { deedsRoute } from '../../../functions/overview/deeds.route.ts'
import { invite } from '../../../infra/operator/invite.ts'
import { placeHere } from '../../../infra/operator/place.ts'
import { freshCode, type OnConsole, operatorAt, PASSWORD, stepUp, takeLink } from '../../../local/demo/operator.ts'
import { DEVICE_COOKIE, OPERATOR_COOKIE } from '../../../shared/http/request.ts'
import type { Instance } from '../instance.ts'
import { sharedInstance } from '../shared-instance.ts'

let instance: Instance

beforeAll(async () => {
  instance = await sharedInstance()
})
afterAll(async () => {
  expect(await instance.end(), 'P11 plaintext identity').toEqual([])
})

const signIn = (who: OnConsole, typed: Record<string, unknown> = {}) =>
  instance.platform.call(operatorSignInRoute, {
    body: { name: who.name, password: PASSWORD, code: freshCode(instance, who), ...typed },
  })

const codeOf = (reply: { ok: boolean; status: number } & ({ ok: true } | { ok: false; problem: { code: string } })) =>
  reply.ok ? 'ok' : reply.problem.code

describe('the first admin, invited from the command line,', () => {
  it('enrols by the link, once, is in, and signs out', async () => {
    const { platform, engine } = instance
    const { link } = await invite(await placeHere(platform.url), {
      name: 'chen',
      role: 'admin',
      reason: '第一位管理员',
    })
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/console\/enrol#chen\.[\w-]{43}$/)
    const token = link.slice(link.indexOf('#') + 1)
    const seen = await platform.must(lookAtEnrolmentRoute, { body: { token } })
    expect(seen).toMatchObject({ name: 'chen', role: 'admin' })
    expect(seen.uri).toContain(`secret=${seen.secret}`)
    expect(seen.openedAt).toBeNull()
    const later = await platform.must(lookAtEnrolmentRoute, { body: { token } })
    expect([later.openedAt === null, later.secret === seen.secret]).toEqual([false, false])
    const { nonce } = seen

    const wrong = await platform.call(enrolRoute, { body: { token, nonce, password: PASSWORD, code: '000000' } })
    expect(codeOf(wrong)).toBe('totp_wrong')
    const code = codeAt(seen.secret, stepAt(engine.now()))
    expect(codeOf(await platform.call(enrolRoute, { body: { token, nonce, password: 'a chen b c d e', code } }))).toBe(
      'password_has_name',
    )
    const opened = await platform.must(enrolRoute, { body: { token, nonce, password: PASSWORD, code } })
    expect(opened.operator).toEqual({ name: 'chen', role: 'admin', rights: rightsOf('admin') })
    expect(codeOf(await platform.call(enrolRoute, { body: { token, nonce, password: PASSWORD, code } }))).toBe(
      'enrolment_spent',
    )
    expect(codeOf(await platform.call(lookAtEnrolmentRoute, { body: { token } }))).toBe('enrolment_spent')

    const session = opened.token ?? ''
    expect(await platform.must(operatorSessionRoute, { token: session })).toMatchObject({ operator: { name: 'chen' } })
    await platform.must(operatorSignOutRoute, { token: session })
    expect(codeOf(await platform.call(operatorSessionRoute, { token: session }))).toBe('unauthenticated')
    await platform.must(operatorSignOutRoute, { token: session })
    const { deeds } = await platform.must(deedsRoute, {
      token: instance.operatorKey,
      query: { subject: 'operator:chen' },
    })
    expect(deeds.map(({ action, by }) => [action, by])).toEqual([
      ['operator_enrol', { kind: 'operator', id: 'chen' }],
      ['operator_link_open', { kind: 'operator', id: 'chen' }],
      ['operator_link_open', { kind: 'operator', id: 'chen' }],
      ['operator_invite', { kind: 'service', id: 'command-line' }],
    ])
  })
})

describe('signing in at the console', () => {
  it('answers a page with a cookie that scripts cannot read and no other site sends, and the session counts by it', async () => {
    const who = await operatorAt(instance, 'qian', 'finance')
    const reply = await instance.platform.call(operatorSignInRoute, {
      headers: { 'x-shiming-web': '1' },
      body: { name: ' QIAN ', password: PASSWORD, code: freshCode(instance, who) },
    })
    if (!reply.ok) throw new Error(reply.problem.code)
    expect(reply.body).toEqual({
      operator: { name: 'qian', role: 'finance', rights: rightsOf('finance') },
      expiresAt: expect.any(String),
      stepUpUntil: expect.any(String),
    })
    const [set = '', device = ''] = reply.headers.getSetCookie()
    expect(set).toMatch(
      new RegExp(`^${OPERATOR_COOKIE}=qian\\.[\\w-]{43}; Path=/; Max-Age=28800; HttpOnly; Secure; SameSite=Strict$`),
    )
    expect(device).toMatch(
      new RegExp(
        `^${DEVICE_COOKIE}=[\\w-]{22}\\.\\w+\\.[\\w-]+; Path=/; Max-Age=15552000; HttpOnly; Secure; SameSite=Strict$`,
      ),
    )
    const cookie = set.slice(0, set.indexOf(';'))
    const web = { cookie, 'x-shiming-web': '1' }
    expect(await instance.platform.must(operatorSessionRoute, { headers: { cookie } })).toEqual(reply.body)
    expect(codeOf(await instance.platform.call(operatorSignOutRoute, { headers: { cookie } }))).toBe(
      'web_header_required',
    )
    expect((await instance.platform.must(ownSignInsRoute, { headers: { cookie } })).signIns).toMatchObject([
      { from: 'new_device', current: true },
      { from: 'link', current: false },
    ])
    const out = await instance.platform.call(operatorSignOutRoute, { headers: web })
    expect(out.headers.getSetCookie()[0]).toMatch(/Max-Age=0/)
    expect(codeOf(await instance.platform.call(operatorSessionRoute, { headers: { cookie } }))).toBe('unauthenticated')
  })

  it('tells nothing of what was wrong, and takes no code twice, also not at once', async () => {
    const who = await operatorAt(instance, 'sun', 'support')
    const gone = { ...who, name: 'nobody-there' }
    const wrong = [
      await signIn(gone),
      await signIn(who, { password: `${PASSWORD}?` }),
      await signIn(who, { code: '000000' }),
    ]
    const told = wrong.map((reply) => {
      if (reply.ok) throw new Error('let in')
      const { status, problem } = reply
      return { ...problem, at: status, requestId: undefined }
    })
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(told[0]).toMatchObject({ at: 400, code: 'credentials_wrong' })
    await instance.platform.pass('2m')
    const code = freshCode(instance, who)
    const both = await Promise.all([signIn(who, { code }), signIn(who, { code })])
    expect(both.map(codeOf).toSorted()).toEqual(['credentials_wrong', 'ok'])
    expect(codeOf(await signIn(who, { code }))).toBe('credentials_wrong')
  })

  it('goes on where its owner has been before, and in their session, while somebody guesses at the name; that rings', async () => {
    const { platform, engine } = instance
    const who = await operatorAt(instance, 'feng', 'finance')
    await platform.pass('1m')
    const here = { 'x-shiming-web': '1' }
    const right = () => ({ name: who.name, password: PASSWORD, code: freshCode(instance, who) })
    const known = await platform.call(operatorSignInRoute, { headers: here, body: right() })
    const cookie = known.headers.getSetCookie()[1]?.split(';')[0] ?? ''
    const wrong = { ...right(), code: '000000' }
    const guess = async () => codeOf(await platform.call(operatorSignInRoute, { body: wrong }))
    const guesses = []
    for (let nth = 0; nth < 12; nth += 1) guesses.push(await guess())
    expect(new Set(guesses)).toEqual(new Set(['credentials_wrong', 'too_often']))
    await platform.pass('1m')
    const again = await platform.call(operatorSignInRoute, { headers: { ...here, cookie }, body: right() })
    expect(again.status).toBe(201)
    await platform.pass('1m')
    await stepUp(instance, who)
    const heard = (await engine.heard()).filter(({ fn }) => fn === 'operators-sign-in')
    // Once for this name, as the records below say; others may be guessed at in the same instance.
    expect(heard.map(({ message }) => message)).toContain('operator_guessed_at')
    expect(heard.filter(({ message }) => message === 'operator_sign_in_refused').length).toBeGreaterThanOrEqual(10)
    const query = { subject: 'operator:feng' }
    const { deeds } = await platform.must(deedsRoute, { token: instance.operatorKey, query })
    expect(deeds.map(({ action }) => action).toReversed()).toEqual([
      ...['operator_invite', 'operator_link_open', 'operator_enrol'],
      ...['operator_sign_in', 'operator_lock_out', 'operator_sign_in'],
    ])
  })

  it('ends after half an hour without use, and lasts with use', async () => {
    const who = await operatorAt(instance, 'li', 'reviewer')
    const here = async () => codeOf(await instance.platform.call(operatorSessionRoute, { token: who.token }))
    for (const [after, found] of [
      ['29m', 'ok'],
      ['29m', 'ok'],
      ['30m', 'unauthenticated'],
    ] as const) {
      await instance.platform.pass(after)
      expect(await here()).toBe(found)
    }
  })
})

describe('managing operators', () => {
  it('invites, changes roles, disables, enables and gives new links; sessions and rights end at once', async () => {
    const { platform } = instance
    const boss = await operatorAt(instance, 'zhao', 'admin')
    const body = { name: 'zhou', role: 'support', reason: '新同事' }
    const made = await platform.must(inviteOperatorRoute, { token: boss.token, body })
    expect(made.operator).toMatchObject({
      name: 'zhou',
      role: 'support',
      status: 'invited',
      invitedBy: { kind: 'operator', id: 'zhao' },
    })
    expect(codeOf(await platform.call(inviteOperatorRoute, { token: boss.token, body }))).toBe('operator_exists')
    const zhou = await takeLink(instance, made.link)
    const here = async () => codeOf(await platform.call(operatorSessionRoute, { token: zhou.token }))
    const edit = (change: Record<string, unknown>) =>
      platform.must(editOperatorRoute, {
        token: boss.token,
        params: { name: 'zhou' },
        body: { reason: '调整', ...change },
      })
    const own = { token: boss.token, params: { name: 'zhao' }, body: { reason: '调整' } }
    expect(codeOf(await platform.call(newLinkRoute, own))).toBe('own_operator')
    expect(await edit({ role: 'finance' })).toMatchObject({ role: 'finance', status: 'active' })
    expect(await here()).toBe('unauthenticated')
    await platform.pass('1m')
    const again = await signIn(zhou)
    if (!again.ok) throw new Error(again.problem.code)
    zhou.token = again.body.token ?? ''
    expect(await edit({ status: 'disabled' })).toMatchObject({ status: 'disabled' })
    expect(await here()).toBe('unauthenticated')
    await platform.pass('1m')
    expect(codeOf(await signIn(zhou))).toBe('credentials_wrong')
    expect(await edit({ status: 'active' })).toMatchObject({ status: 'active' })
    await platform.pass('1m')
    expect(codeOf(await signIn(zhou))).toBe('ok')
    const relinked = await platform.must(newLinkRoute, {
      token: boss.token,
      params: { name: 'zhou' },
      body: { reason: '换手机' },
    })
    await platform.pass('1m')
    expect(codeOf(await signIn(zhou))).toBe('credentials_wrong')
    const fresh = await takeLink(instance, relinked.link)
    expect(fresh.secret).not.toBe(zhou.secret)
    const { operators } = await platform.must(listOperatorsRoute, { token: boss.token })
    expect(operators.find(({ name }) => name === 'zhou')).toMatchObject({ role: 'finance', status: 'active' })
    const { deeds } = await platform.must(deedsRoute, { token: boss.token, query: { subject: 'operator:zhou' } })
    expect(deeds.map(({ action }) => action).toReversed()).toEqual([
      'operator_invite',
      'operator_link_open',
      'operator_enrol',
      'operator_role',
      'operator_sign_in',
      'operator_disable',
      'operator_enable',
      'operator_sign_in',
      'operator_link',
      'operator_link_open',
      'operator_enrol',
    ])
  })

  it('needs a code that is not old, and the same code does not count twice', async () => {
    const boss = await operatorAt(instance, 'wu', 'admin')
    const invites = async (name: string) =>
      codeOf(
        await instance.platform.call(inviteOperatorRoute, {
          token: boss.token,
          body: { name, role: 'support', reason: '新同事' },
        }),
      )
    expect(await invites('w1')).toBe('ok')
    await instance.platform.pass('10m')
    expect(await invites('w2')).toBe('step_up_needed')
    const code = freshCode(instance, boss)
    const again = { token: boss.token, body: { code } }
    const both = await Promise.all([
      instance.platform.call(stepUpRoute, again),
      instance.platform.call(stepUpRoute, again),
    ])
    expect(both.map(codeOf).toSorted()).toEqual(['credentials_wrong', 'ok'])
    expect(await invites('w2')).toBe('ok')
    await instance.platform.pass('1m')
    await stepUp(instance, boss)
  })
})
