import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createShiming,
  type ShimingOptions,
  ShimingProblem,
  type ShimingUser,
  verifyWebhook,
} from '../../clients/typescript/src/index.ts'
import { codeFor, formOf } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('the typed client, on the service itself', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const clientOf = (options: Partial<ShimingOptions> = {}) =>
    createShiming({ baseUrl: instance.platform.url, apiKey: instance.platformKey, ...options })

  /** A user of the platform and the form of somebody with that outcome, ready to be submitted. */
  const ready = async (outcome: string) => {
    const person = await instance.person(outcome)
    const externalId = randomUUID()
    const { token = '' } = await clientOf().sessions.create({ externalId })
    return {
      person,
      externalId,
      token,
      form: formOf(person, 'fee', await codeFor(instance.platform, person.phone, token)),
    }
  }

  const pay = async (user: ShimingUser, orderId: string) =>
    instance.platform.sandbox.payer.pays(await user.orders.pay(orderId, { method: 'wechat_native' }))

  const verified = async (): Promise<ShimingUser> => {
    const { token, form } = await ready('match')
    const user = clientOf().withSession(token)
    await pay(user, (await user.verifications.submit(form)).order.id)
    await instance.platform.pass('0s')
    return user
  }

  it('P1 P2 from the shut gate to the open one', async () => {
    const { externalId, token, form } = await ready('match')
    const user = clientOf().withSession({ token })
    const acting = clientOf().as({ externalId })
    const verifyUrl = `${instance.platform.url}/verify`
    const shut = {
      ...{ allowed: false, code: 'not_verified', legacyCode: 905, verifyUrl, detail: expect.any(String) },
      ...{ neededLevel: 1, heldLevel: 0, shortfall: 'never_verified', pausedUntil: null },
      missing: [['review'], ['bank'], ['carrier']],
    }
    expect(await user.gate.ask('send_message')).toEqual(shut)
    expect(await acting.gate.ask('send_message')).toEqual(shut)
    const { id, order } = await user.verifications.submit(form)
    const seen: string[] = []
    const waiting = user.verifications.waitForResult(id, { onProgress: ({ status }) => seen.push(status) })
    await pay(user, order.id)
    expect(await waiting).toMatchObject({ id, status: 'verified', order: { status: 'settled' } })
    expect(seen.at(-1)).toBe('verified')
    expect(await acting.gate.ask('send_message')).toEqual({ allowed: true, level: 1, until: null })
    // Who is verified, and not as far as that needs, is led to what raises the level.
    expect(await acting.gate.ask('certify_app')).toMatchObject({
      ...{ verifyUrl: `${instance.platform.url}/level`, neededLevel: 2, heldLevel: 1, shortfall: 'level_too_low' },
      missing: expect.arrayContaining([['bank']]),
    })
    expect(await user.account.get()).toMatchObject({ verification: { status: 'verified' } })
  })

  it('P1 acts for a user of the platform, from the offers to the payment, and bans one', async () => {
    const shiming = clientOf()
    const { externalId, token, form } = await ready('match')
    const { consent } = await shiming.offers.get()
    expect(await shiming.consentNotices.get(consent.version)).toMatchObject({ ...consent, inForce: true })
    const notice = consent.version
    const { id, order } = await shiming
      .withSession(token)
      .verifications.submit({ ...form, consent: { notice, agreed: true } })
    const acting = shiming.as({ externalId })
    expect((await acting.verifications.list().page()).items).toMatchObject([{ id, status: 'awaiting_payment' }])
    expect((await acting.orders.list().page()).items).toMatchObject([{ id: order.id, status: 'created' }])
    await instance.platform.sandbox.payer.pays(await acting.orders.pay(order.id, { method: 'alipay_qr' }))
    expect(await acting.verifications.waitForResult(id)).toMatchObject({ status: 'verified' })
    expect(await acting.account.get()).toMatchObject({ externalId, verification: { status: 'verified' }, ban: null })
    expect(await acting.orders.look(order.id)).toMatchObject({ id: order.id, status: 'settled' })
    await expect(acting.orders.cancel(order.id)).rejects.toMatchObject({ code: 'order_already_paid' })
    await shiming.users.ban({ externalId, reason: '试用期结束' })
    expect(await acting.gate.ask('send_message')).toMatchObject({ allowed: false, code: 'banned', verifyUrl: null })
    await shiming.users.unban({ externalId, reason: '误会' })
    expect(await acting.gate.ask('send_message')).toEqual({ allowed: true, level: 1, until: null })
  })

  it('leads a user of the platform into the page by a link that opens once', async () => {
    const externalId = randomUUID()
    const { url } = await clientOf().sessionLinks.create({ externalId })
    const page = createShiming({ baseUrl: instance.platform.url, web: true, retries: 0 })
    const token = new URL(url).hash.slice(1)
    expect(await page.sessionLinks.look(token)).toMatchObject({ signedInAs: 'nobody', expiresAt: expect.any(String) })
    expect(await page.sessionLinks.redeem({ token })).toMatchObject({ account: { externalId } })
    await expect(page.sessionLinks.redeem({ token })).rejects.toMatchObject({ code: 'session_link_spent' })
  })

  it.each(['break_before', 'break_after'] as const)(
    'opens one order though the connection breaks: %s',
    async (action) => {
      const { token, form } = await ready('match')
      const attempts: number[] = []
      const user = clientOf({ onRequest: ({ attempt }) => attempts.push(attempt) }).withSession(token)
      instance.engine.faults.add({ target: 'route', path: '/v1/verifications', action })
      const { id, order } = await user.verifications.submit(form)
      expect(attempts).toEqual([1, 2])
      const { items } = await user.verifications.list().page()
      expect(items.map((one) => [one.id, one.orderId])).toEqual([[id, order.id]])
    },
  )

  it('does nothing twice that the service would not know again', async () => {
    const { token } = await ready('match')
    const user = clientOf().withSession(token)
    instance.engine.faults.add({ target: 'route', path: '/v1/account/tokens', action: 'break_after' })
    await expect(user.tokens.create('cron')).rejects.toMatchObject({
      name: 'ShimingUnreachable',
      mayHaveHappened: true,
    })
    expect((await user.tokens.list()).tokens).toHaveLength(1)
  })

  it('goes on where a function died under it', async () => {
    const { token } = await ready('match')
    const user = clientOf().withSession(token)
    instance.engine.faults.add({ target: 'function', fn: 'overview-read', action: 'kill_before' })
    expect(await user.account.get()).toMatchObject({ verification: { status: 'unverified' } })
  })

  it('tells in a type which verification is open', async () => {
    const { person, token, form } = await ready('no_record')
    const user = clientOf({ language: 'en' }).withSession(token)
    const { id, order } = await user.verifications.submit(form)
    await instance.platform.pass('61s')
    const again = formOf(person, 'fee', await codeFor(instance.platform, person.phone, token))
    const failed = await user.verifications.submit(again).catch((error: unknown) => error)
    if (!(failed instanceof ShimingProblem) || !failed.is('verification_open')) throw failed
    expect(failed.extra).toMatchObject({ verificationId: id, orderId: order.id })
    expect(failed.detail).toMatch(/^[ -~]+$/)
    expect(await user.verifications.cancel(id)).toEqual({ id, status: 'cancelled' })
  })

  it('goes through the pages of a list', async () => {
    const user = await verified()
    const titles = ['one', 'two', 'three']
    for (const title of titles) await user.messages.send({ title, content: title })
    const seen: string[] = []
    for await (const { title } of user.messages.list({ limit: 2 })) seen.push(title)
    expect(seen).toEqual([...titles.toReversed(), expect.stringContaining('已完成实名认证')])
  })

  it('P13 believes what was delivered, also while the secret is changed', async () => {
    const user = await verified()
    const { receiver, platform, engine } = instance
    const save = (rotateSecret: boolean) =>
      user.channels.save('mine', { kind: 'webhook', url: `http://${receiver.address}/hook`, rotateSecret })
    const before = (await save(false)).secret ?? ''
    const after = (await save(true)).secret ?? ''
    const { id } = await user.messages.send({ title: '标题', content: 'knock', channel: 'webhook', option: 'mine' })
    await platform.pass('0s')
    const sent = receiver.received.at(-1)
    if (!sent) throw new Error('nothing was delivered')
    const now = new Date(engine.now())
    for (const secret of [before, after, [after, before]])
      expect(await verifyWebhook(secret, sent.headers, sent.body, { now })).toMatchObject({
        id,
        type: 'message',
        data: { title: '标题', content: 'knock' },
      })
    await expect(verifyWebhook(after, sent.headers, `${sent.body} `, { now })).rejects.toThrow('no signature fits')
    await expect(verifyWebhook(after, sent.headers, sent.body, { now: new Date(0) })).rejects.toThrow('too far')
  })
})
