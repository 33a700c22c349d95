import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  type ResponseSeen,
  ShimingError,
  ShimingProblem,
  ShimingUnexpected,
  ShimingUnreachable,
} from '../../../../clients/typescript/src/index.ts'
import { createShiming, type ShimingOptions } from '../../../../clients/typescript/src/shiming.ts'
import { refusal, type Scripted, scriptedService } from './service.ts'

const id = 'a'.repeat(32)

const clientOf = (answers: Scripted[], options: Partial<ShimingOptions> = {}) => {
  const { sent, ...service } = scriptedService(...answers)
  return { sent, shiming: createShiming({ ...service, apiKey: 'smk_key', ...options }) }
}

const failure = async (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => expect.fail('it should have failed'),
    (error: Error) => error,
  )

describe('what a client sends', () => {
  it('is the route with its parameters, query and body, and who asks', async () => {
    const { sent, shiming } = clientOf([{ status: 200, body: {} }], { language: 'en' })
    const user = shiming.withSession({ token: 'session' })
    await user.request('DELETE /v1/sessions/{id}', { params: { id: 'a/b?c' } })
    await user.sessions.list({ limit: 3 }).page('next')
    await user.orders.pay(id, { method: 'alipay_qr' })
    await shiming.gate.ask('send_message', { externalId: 'user 7' })
    expect(sent.map(({ method, url, body }) => [method, url.replace('https://shiming.example.cn', ''), body])).toEqual([
      ['DELETE', '/v1/sessions/a%2Fb%3Fc', undefined],
      ['GET', '/v1/sessions?limit=3&cursor=next', undefined],
      ['POST', `/v1/orders/${id}/payments`, { method: 'alipay_qr' }],
      ['GET', '/v1/gate/send_message?externalId=user+7', undefined],
    ])
    const authorized = sent.map(({ headers }) => headers.get('authorization'))
    expect(authorized).toEqual([...Array(3).fill('Bearer session'), 'Bearer smk_key'])
    expect(sent[2]?.headers.get('content-type')).toBe('application/json')
    for (const { headers } of sent) expect(headers.get('accept-language')).toBe('en')
  })

  it('says that it is a page, where the session is a cookie', async () => {
    const { sent, shiming } = clientOf([{ status: 200, body: {} }], { web: true, apiKey: undefined })
    await shiming.withSession().account.get()
    expect(sent[0]?.headers.get('x-shiming-web')).toBe('1')
    expect(sent[0]?.headers.has('authorization')).toBe(false)
  })

  it('names the user for whom the platform acts', async () => {
    const { sent, shiming } = clientOf([{ status: 200, body: {} }])
    await shiming.as({ externalId: 'user-7' }).gate.ask('send_message')
    expect(sent[0]?.url).toMatch(/\/v1\/gate\/send_message\?externalId=user-7$/)
  })

  it('has a key of its own in each call that opens an order, the same in all its attempts', async () => {
    const { sent, shiming } = clientOf(['unreachable', { status: 201, body: {} }])
    const user = shiming.withSession('session')
    await user.memberships.buy()
    await user.points.recharge(100)
    await user.points.recharge(100, { idempotencyKey: 'mine' })
    await user.tokens.create('cron')
    const keys = sent.map(({ headers }) => headers.get('idempotency-key'))
    expect(keys).toEqual([keys[0], keys[0], keys[2], 'mine', null])
    expect(keys[0]).toMatch(/^[\x21-\x7e]{20,}$/)
    expect(keys[2]).not.toBe(keys[0])
  })
})

describe('a client that cannot have meant that', () => {
  it.each<[string, Partial<ShimingOptions>]>([
    ['an address that is none', { baseUrl: 'shiming.example.cn' }],
    ['an address with a password', { baseUrl: 'https://u:secret@shiming.example.cn' }],
    ['a key with a line break', { apiKey: 'smk_secret\n' }],
  ])('refuses %s, and does not repeat it', async (_, options) => {
    const failed = await failure(Promise.resolve().then(() => clientOf([], options)))
    expect(failed).toBeInstanceOf(TypeError)
    expect(String(failed.stack)).not.toContain('secret')
  })

  it.each(['', '.', '..'])('refuses %j for an id, which would lead to another path', async (wrong) => {
    const { sent, shiming } = clientOf([{ status: 200, body: {} }])
    expect(await failure(shiming.withSession('session').orders.get(wrong))).toBeInstanceOf(TypeError)
    expect(sent).toEqual([])
  })

  it('refuses a token or key that cannot stand in a header, and does not repeat it', async () => {
    const { shiming } = clientOf([])
    expect(() => shiming.withSession('secret token')).toThrow(/^token must/)
    expect(() => shiming.withSession()).toThrow(TypeError)
    const failed = await failure(shiming.withSession('session').memberships.buy({ idempotencyKey: 'secret\n' }))
    expect(failed.message).toMatch(/^idempotencyKey must/)
    expect(failed.message).not.toContain('secret')
  })
})

describe('what a client makes of answers', () => {
  it('of a refusal: a problem with all it tells', async () => {
    const retryAt = '2026-11-28T16:00:00.000Z'
    const { shiming } = clientOf([
      refusal(409, 'verification_open', { retryAt, requestId: 'r1', verificationId: id, errors: [{ pointer: '/x' }] }),
    ])
    const failed = await failure(shiming.withSession('session').memberships.buy())
    expect(failed).toMatchObject({
      name: 'ShimingProblem',
      route: 'POST /v1/memberships',
      code: 'verification_open',
      status: 409,
      detail: 'why',
      errors: [{ pointer: '/x' }],
      retryAt: new Date(retryAt),
      requestId: 'r1',
      extra: { verificationId: id },
    })
    expect(failed).toBeInstanceOf(ShimingError)
    if (!(failed instanceof ShimingProblem)) return
    expect(failed.is('banned')).toBe(false)
    if (!failed.is('verification_open')) return expect.fail('it is open')
    expectTypeOf(failed.extra.verificationId).toEqualTypeOf<string>()
  })

  it('of a refusal that this version does not know: the same', async () => {
    const { shiming } = clientOf([refusal(418, 'of_tomorrow', { when: 'soon' })])
    expect(await failure(shiming.operator.vendors.get())).toMatchObject({
      code: 'of_tomorrow',
      extra: { when: 'soon' },
    })
  })

  it('of no answer: that, and whether it may have happened', async () => {
    const { shiming } = clientOf(['unreachable'], { retries: 0 })
    const user = shiming.withSession('session')
    expect(await failure(user.account.get())).toMatchObject({ name: 'ShimingUnreachable', mayHaveHappened: false })
    const lost = await failure(user.tokens.create('cron'))
    expect(lost).toMatchObject({ mayHaveHappened: true, cause: new TypeError('fetch failed') })
    expect(lost.message).toBe(
      'POST /v1/account/tokens: the service cannot be reached; it may have happened all the same',
    )
  })

  it.each<[string, Scripted]>([
    ['a page', { status: 200, text: '<html>secret', headers: { 'content-type': 'text/html' } }],
    ['a redirect', { status: 302, text: '', headers: { location: 'https://elsewhere' } }],
    ['JSON that is cut off', { status: 200, text: '{"secret":', headers: { 'content-type': 'application/json' } }],
    ['an error of a proxy', { status: 404, text: 'secret', headers: { 'content-type': 'text/plain' } }],
    ['a refusal that speaks of another status', { status: 404, body: { status: 403, code: 'banned' } }],
    ['JSON of somebody else', { status: 400, body: { message: 'secret' } }],
    ['null', { status: 400, text: 'null', headers: { 'content-type': 'application/json' } }],
  ])('of %s: that it is not Shiming who answers, without repeating it', async (_, answer) => {
    const { shiming } = clientOf([answer])
    const failed = await failure(shiming.withSession('session').account.get())
    expect(failed).toBeInstanceOf(ShimingUnexpected)
    expect(failed.message).not.toContain('secret')
  })

  it('of a deletion whose repeat finds nothing: that it is done', async () => {
    const { sent, shiming } = clientOf(['unreachable', refusal(404, 'not_found')])
    const user = shiming.withSession('session')
    expect(await user.tokens.delete(id)).toBeUndefined()
    expect(sent).toHaveLength(2)
    expect(await failure(user.tokens.delete(id))).toMatchObject({ code: 'not_found' })
  })

  it('never says in an error what was sent', async () => {
    for (const answer of ['unreachable', refusal(400, 'invalid_name'), { status: 500, text: '' }] as const) {
      const { shiming } = clientOf([answer], { retries: 0, apiKey: 'smk_secret' })
      const body = { externalId: 'secret-user' }
      for (const work of [
        shiming.sessions.create(body),
        shiming.gate.ask('send_message', body),
        shiming.withSession('secret-token').orders.get('secret-id'),
      ]) {
        const failed = await failure(work)
        expect(JSON.stringify(failed) + failed.message + failed.stack + String(failed.cause)).not.toContain('secret-')
      }
    }
  })
})

describe('how long a client goes on', () => {
  it('tries as often as it may, and gives the last failure', async () => {
    const { sent, shiming } = clientOf([{ status: 502, text: 'bad' }], { retries: 1 })
    expect(await failure(shiming.withSession('session').account.get())).toMatchObject({ status: 502 })
    expect(sent).toHaveLength(2)
  })

  it('ends with the reason of the signal, before, during and between attempts', async () => {
    const reason = new Error('not wanted any more')
    const { sent, shiming } = clientOf(['unreachable'])
    const user = shiming.withSession('session')
    expect(await failure(user.account.get({ signal: AbortSignal.abort(reason) }))).toBe(reason)
    expect(sent).toHaveLength(0)
    const between = new AbortController()
    const waiting = failure(user.account.get({ signal: between.signal }))
    setImmediate(() => between.abort(reason))
    expect(await waiting).toBe(reason)
    expect(sent).toHaveLength(1)
    const during = new AbortController()
    const silent = createShiming({
      baseUrl: 'https://shiming.example.cn',
      fetch: (_url, { signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason))
          during.abort(reason)
        }),
    })
    expect(await failure(silent.withSession('session').account.get({ signal: during.signal }))).toBe(reason)
  })

  it('says that no answer came in time', async () => {
    const silent = createShiming({
      baseUrl: 'https://shiming.example.cn',
      timeoutMs: 10,
      fetch: (_url, { signal }) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    })
    const failed = await failure(silent.withSession('session').account.get())
    expect(failed).toBeInstanceOf(ShimingUnreachable)
    expect(failed.message).toBe('GET /v1/account: no answer in time')
  })

  it('tells of each attempt, and of nothing in it', async () => {
    const told: unknown[] = []
    const ok = { status: 200, body: { secret: 1 }, headers: { 'x-request-id': 'r1' } }
    const { shiming } = clientOf(['unreachable', ok], {
      onRequest: (seen) => told.push(seen),
      onResponse: ({ ms, ...seen }: ResponseSeen) => told.push({ ...seen, timed: ms >= 0 }),
    })
    await shiming.withSession('secret').orders.get('secret')
    const route = 'GET /v1/orders/{id}'
    expect(told).toEqual([
      { route, attempt: 1 },
      { route, attempt: 1, status: undefined, requestId: undefined, timed: true },
      { route, attempt: 2 },
      { route, attempt: 2, status: 200, requestId: 'r1', timed: true },
    ])
  })
})
