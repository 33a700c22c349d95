import { describe, expect, it } from 'vitest'
import { ShimingCardChecking, ShimingStillOpen } from '../../../../../clients/typescript/src/index.ts'
import { createShiming } from '../../../../../clients/typescript/src/shiming.ts'
import { refusal, type Scripted, scriptedService } from '../service.ts'

const userOf = (...answers: Scripted[]) => {
  const { sent, ...service } = scriptedService(...answers)
  return { sent, user: createShiming({ ...service, retries: 0 }).withSession('session') }
}

const page = (names: string[], nextCursor: string | null): Scripted => ({
  status: 200,
  body: { sessions: names.map((id) => ({ id })), total: 3, nextCursor },
})

describe('a list', () => {
  it('goes over all of its pages', async () => {
    const { sent, user } = userOf(page(['a', 'b'], 'one'), page([], 'two'), page(['c'], null))
    const seen: string[] = []
    for await (const { id } of user.sessions.list({ limit: 2 })) seen.push(id)
    expect(seen).toEqual(['a', 'b', 'c'])
    expect(sent.map(({ url }) => new URL(url).search)).toEqual([
      '?limit=2',
      '?limit=2&cursor=one',
      '?limit=2&cursor=two',
    ])
  })

  it('fetches no page that nobody looks at', async () => {
    const { sent, user } = userOf(page(['a', 'b'], 'one'))
    for await (const _ of user.sessions.list()) break
    expect(sent).toHaveLength(1)
  })

  it('gives one page, with what else it tells', async () => {
    const { user } = userOf(page(['a'], 'one'))
    expect(await user.sessions.list().page()).toEqual({ items: [{ id: 'a' }], nextCursor: 'one', total: 3 })
  })
})

describe('the gate', () => {
  it('answers that somebody may', async () => {
    const passes = { allowed: true, level: 1, until: null }
    const { user } = userOf({ status: 200, body: passes })
    expect(await user.gate.ask('send_message')).toEqual(passes)
  })

  const nothing = { neededLevel: null, heldLevel: null, shortfall: null, missing: [], pausedUntil: null }
  const shut = { ...{ allowed: false, legacyCode: null, verifyUrl: null, detail: 'why' }, ...nothing }

  it('answers that somebody may not, why, what would be enough, and where to send them', async () => {
    const verifyUrl = 'https://shiming.example.cn/level'
    const why = { verifyUrl, neededLevel: 2, heldLevel: 1, shortfall: 'level_too_low' }
    const { user } = userOf(
      refusal(403, 'not_verified', { legacyCode: 905, ...why, missing: 'document bank+review' }),
      refusal(403, 'banned'),
      refusal(403, 'sending_paused', { retryAt: '2026-11-20T04:00:00.000Z' }),
      // Of a service from before it told that.
      refusal(403, 'not_verified', { legacyCode: 905, verifyUrl }),
    )
    expect(await user.gate.ask('certify_app')).toEqual({
      ...{ ...shut, code: 'not_verified', legacyCode: 905, ...why, missing: [['document'], ['bank', 'review']] },
    })
    expect(await user.gate.ask('send_message')).toEqual({ ...shut, code: 'banned' })
    expect(await user.gate.ask('send_message')).toEqual({
      ...{ ...shut, code: 'sending_paused', pausedUntil: '2026-11-20T04:00:00.000Z' },
    })
    expect(await user.gate.ask('send_message')).toEqual({
      ...{ ...shut, code: 'not_verified', legacyCode: 905, verifyUrl },
    })
  })

  it.each([
    [
      '"2026-11-30T16:00:00.000Z";days=6;notice=7',
      { from: new Date(Date.UTC(2026, 10, 30, 16)), daysLeft: 6, notice: 7 },
    ],
    ['"2026-11-30T16:00:00.000Z";days=6', undefined],
    ['"soon";days=6;notice=7', undefined],
  ])('tells of the day from which it will be shut: %s', async (told, enforcement) => {
    const passes = { allowed: true, level: 0, until: null }
    const { user } = userOf({ status: 200, body: passes, headers: { 'shiming-enforcement': told } })
    const seen: unknown[] = []
    const onEnforcement = (notice: unknown): void => void seen.push(notice)
    const allowed = { ...passes, ...(enforcement && { enforcement }) }
    expect(await user.gate.ask('send_message', { onEnforcement })).toEqual(allowed)
    await user.messages.send({ content: '你好' }, { onEnforcement })
    expect(seen).toEqual(enforcement ? [enforcement, enforcement] : [])
  })

  it('never takes trouble for a yes', async () => {
    const { user } = userOf(refusal(401, 'unauthenticated'), 'unreachable', { status: 200, text: 'ok' })
    await expect(user.gate.ask('send_message')).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(user.gate.ask('send_message')).rejects.toMatchObject({ name: 'ShimingUnreachable' })
    await expect(user.gate.ask('send_message')).rejects.toMatchObject({ name: 'ShimingUnexpected' })
  })
})

describe('a session', () => {
  it('is told where its pages lead back to, in the body', async () => {
    const { sent, user } = userOf({ status: 204 })
    await user.sessions.setReturnUrl('https://app.example.cn/me?tab=1')
    expect(sent.map(({ method, url, body }) => [method, new URL(url).pathname, body])).toEqual([
      ['PUT', '/v1/sessions/current/return-url', { returnUrl: 'https://app.example.cn/me?tab=1' }],
    ])
  })
})

describe('a page inside WeChat', () => {
  it('is told where to go to find out whose WeChat it is in', async () => {
    const begun = { url: 'https://open.weixin.qq.com/connect', expiresAt: '2026-11-20T04:10:00.000Z' }
    const { sent, user } = userOf({ status: 201, body: begun })
    expect(await user.wechat.authorize('/verify/pay')).toEqual(begun)
    expect(sent.map(({ method, url, body }) => [method, new URL(url).pathname, body])).toEqual([
      ['POST', '/v1/wechat/authorizations', { returnPath: '/verify/pay' }],
    ])
  })
})

describe('signing in by WeChat', () => {
  const begun = { url: 'https://open.weixin.qq.com/connect', expiresAt: '2026-11-20T04:10:00.000Z' }
  const proof = { phone: '13800138000', smsCode: '123456', idLastFour: '1234' }

  it('is bound and unbound by whoever is signed in, with what proves it', async () => {
    const { sent, user } = userOf({ status: 201, body: begun })
    expect(await user.wechat.bind({ way: 'website', ...proof })).toEqual(begun)
    await user.wechat.binding()
    const over = userOf({ status: 204 })
    await over.user.wechat.unbind(proof)
    expect([...sent, ...over.sent].map(({ method, url, body }) => [method, new URL(url).pathname, body])).toEqual([
      ['POST', '/v1/account/wechat', { way: 'website', ...proof }],
      ['GET', '/v1/account/wechat', undefined],
      ['POST', '/v1/account/wechat/unbinding', proof],
    ])
  })
})

describe('waiting for a result', () => {
  const stands = (status: string): Scripted => ({ status: 200, body: { id: 'v', status } })

  it('goes on until it is over, through trouble that passes, and tells what has changed', async () => {
    const { sent, user } = userOf(stands('awaiting_payment'), 'unreachable', stands('checking'), stands('verified'))
    const seen: string[] = []
    const ended = await user.verifications.waitForResult('v', { onProgress: ({ status }) => seen.push(status) })
    expect(ended.status).toBe('verified')
    expect(seen).toEqual(['awaiting_payment', 'checking', 'verified'])
    expect(sent).toHaveLength(4)
  })

  it.each([
    ['awaiting_payment', /still awaiting_payment: its order is not paid yet/],
    ['checking', /still checking: the check is under way; ask again later/],
  ])('says what stands in the way when the time is over: %s', async (status, words) => {
    const { user } = userOf(stands(status))
    const failed = await user.verifications.waitForResult('v', { timeoutMs: 1 }).catch((error) => error)
    expect(failed).toBeInstanceOf(ShimingStillOpen)
    expect(failed).toMatchObject({ verification: { status }, message: expect.stringMatching(words) })
  })

  it('gives what stands in the way where nobody answers, and does not wait for what will not come', async () => {
    const { user } = userOf('unreachable', refusal(404, 'not_found'))
    const asked = () => user.verifications.waitForResult('v', { timeoutMs: 1 })
    await expect(asked()).rejects.toMatchObject({ name: 'ShimingUnreachable' })
    await expect(asked()).rejects.toMatchObject({ code: 'not_found' })
  })

  it('ends with the reason of the signal', async () => {
    const { user } = userOf(stands('checking'))
    const control = new AbortController()
    const reason = new Error('gone')
    const onProgress = () => control.abort(reason)
    await expect(user.verifications.waitForResult('v', { signal: control.signal, onProgress })).rejects.toBe(reason)
  })
})

describe('bank cards', () => {
  const stands = (status: string): Scripted => ({ status: 200, body: { id: 'c', status } })

  it('are a list of their own', async () => {
    const { sent, user } = userOf({ status: 200, body: { cards: [{ id: 'c' }] } })
    expect(await user.cards.list()).toEqual([{ id: 'c' }])
    expect(new URL(sent[0]?.url ?? '').pathname).toBe('/v1/cards')
  })

  it('are waited for until the bank has answered', async () => {
    const { user } = userOf(stands('checking'), 'unreachable', stands('refused'))
    const seen: string[] = []
    const ended = await user.cards.waitForCard('c', { onProgress: ({ status }) => seen.push(status) })
    expect([ended.status, ...seen]).toEqual(['refused', 'checking', 'refused'])
  })

  it('are given as they stand when the time is over', async () => {
    const { user } = userOf(stands('checking'))
    const failed = await user.cards.waitForCard('c', { timeoutMs: 1 }).catch((error) => error)
    expect(failed).toBeInstanceOf(ShimingCardChecking)
    expect(failed).toMatchObject({ card: { status: 'checking' }, message: expect.stringMatching(/ask again later/) })
  })
})
