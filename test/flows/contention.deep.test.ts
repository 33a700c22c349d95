import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tokenCreateRoute } from '../../functions/account/tokens.route.ts'
import { saveChannelRoute } from '../../functions/messaging/channel.route.ts'
import { payRoute } from '../../functions/payment/pay.route.ts'
import { cancelRoute } from '../../functions/verification/cancel.route.ts'
import { submitRoute } from '../../functions/verification/submit.route.ts'
import { rechargeRoute } from '../../functions/wallet/recharge.route.ts'
import type { Call } from '../../local/demo/platform.ts'
import { codeFor, formOf, signIn } from '../../local/demo/user.ts'
import type { Route } from '../../shared/http/route.ts'
import { freshKey } from '../fresh-key.ts'
import { type Instance, startInstance } from './instance.ts'
import { logFrom } from './log-lines.ts'
import { freshSession } from './platform-session.ts'
import { submitted, verifiedUser } from './way.ts'

/** As many as somebody sends who wants to see what breaks. */
const AT_ONCE = 40

describe('M1 forty requests at once for things of one account', () => {
  let instance: Instance
  let errors: Awaited<ReturnType<typeof logFrom>>
  beforeAll(async () => {
    // Forty wait for two threads, and it is not the vendor's time that this is about.
    instance = await startInstance({ vendor: { connectMs: 9000, totalMs: 9000 } })
  })
  beforeEach(async () => {
    errors = await logFrom(instance.engine, 'ERROR')
  })
  afterEach(async () => {
    expect(await errors()).toEqual([])
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** What each was answered: none is told of a fault of ours, and whoever was held up when to come again. */
  const atOnce = async <R extends Route>(route: R, call: (nth: number) => Call): Promise<string[]> => {
    const calls = Array.from({ length: AT_ONCE }, (_none, nth) => instance.platform.call(route, call(nth)))
    return (await Promise.all(calls)).map((reply) => {
      expect(reply.status, JSON.stringify(reply)).toBeLessThan(500)
      if (reply.ok) return 'ok'
      const { code } = reply.problem
      if (code === 'contended') expect(reply.headers.get('retry-after')).toBe('1')
      return code
    })
  }

  it('writes of one channel, of many, and of its secret', async () => {
    const { token } = await freshSession(instance)
    const save = (url: string, code = 'mine', rotateSecret?: boolean): Call => ({
      params: { code },
      body: { kind: 'webhook', url: `https://hook.example.com/${url}`, rotateSecret },
      token,
    })
    expect(new Set(await atOnce(saveChannelRoute, () => save('same')))).toEqual(new Set(['ok']))
    expect(await atOnce(saveChannelRoute, (nth) => save(String(nth)))).toContain('ok')
    expect(await atOnce(saveChannelRoute, () => save('same', 'mine', true))).toContain('ok')
    expect(await atOnce(saveChannelRoute, (nth) => save('same', `c-${nth}`))).toContain('channel_limit_reached')
  })

  it('payments of one order by one way and by several, and then its end', async () => {
    const { user, id, orderId } = await submitted(instance, 'match', 'fee')
    const pay = (method: string): Call => ({ params: { id: orderId }, body: { method }, token: user.token })
    expect(new Set(await atOnce(payRoute, () => pay('wechat_native')))).toEqual(new Set(['ok']))
    expect(await atOnce(payRoute, (nth) => pay(nth % 2 ? 'alipay_qr' : 'wechat_native'))).toContain('ok')
    expect(await atOnce(cancelRoute, () => ({ params: { id }, token: user.token }))).toContain('ok')
  })

  it('submissions', async () => {
    const person = await instance.person('match')
    const user = await signIn(instance.platform, person.phone)
    const body = formOf(person, 'fee', await codeFor(instance.platform, person.phone, user.token))
    const keys = ['one', 'other']
    const submit = (nth: number): Call => ({
      body,
      token: user.token,
      headers: { 'idempotency-key': keys[nth % keys.length] ?? '' },
    })
    expect(await atOnce(submitRoute, submit)).toContain('ok')
  })

  it('message tokens', async () => {
    const { token } = await freshSession(instance)
    expect(await atOnce(tokenCreateRoute, (nth) => ({ body: { name: `t${nth}` }, token }))).toContain('ok')
  })

  it('recharges', async () => {
    const { user } = await verifiedUser(instance, 'fee')
    const recharge = (nth: number): Call => ({
      body: { points: 100 + (nth % 9) },
      token: user.token,
      headers: freshKey(),
    })
    expect(await atOnce(rechargeRoute, recharge)).toContain('ok')
  })
})
