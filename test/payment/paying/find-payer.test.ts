import { describe, expect, it } from 'vitest'
import { authenticate } from '../../../functions/account/sessions/authenticate.ts'
import { signInPlatformUser } from '../../../functions/account/sessions/sign-in-platform.ts'
import type { ForUser } from '../../../functions/account/sessions/user-guards.ts'
import { openidKept } from '../../../functions/account/wechat/openid-store.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { findPayer, type PayBody } from '../../../functions/payment/paying/find-payer.ts'
import { pay } from '../../../functions/payment/paying/pay.ts'
import { refusedField } from '../../../shared/kernel/outcome.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { begun, enter, itemAt, PAYER_IP, type User, type World, world } from '../../world.ts'
import { APP_ID } from '../scripted-channel.ts'

const [HERS, HIS] = ['oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6p']
const ANOTHER_APP = 'wx0000000000000000'

const payerOf = (at: World, caller: ForUser, body: Partial<PayBody> = {}) =>
  findPayer(at, caller, { method: 'wechat_jsapi', ...body }, PAYER_IP)

/** The session was found to be in this WeChat, just now unless a time is named. */
const found = async (at: World, { caller }: User, openid: string, appId = APP_ID, foundAt = at.time.now) =>
  at.table.commit([openidKept(caller.session, { appId, openid, foundAt })])

const notAccepted = refusedField('/openid', 'openid_not_accepted')
const required = refusedField('/openid', 'openid_required')

describe('P4 P16 who pays inside WeChat', () => {
  it('is whoever the session was found to be, and another once it was found to be another', async () => {
    const at = world()
    const { user, order } = await begun(at)
    const click = async () =>
      valueIn(await pay(at, user.caller, { orderId: order.id, ...valueIn(await payerOf(at, user.caller)) }))
    await found(at, user, HERS)
    const mine = await click()
    expect(itemAt(at, paymentKeys.attempt(order.id, 1))?.request).toMatchObject({ openid: HERS })
    expect((await click()).outTradeNo).toBe(mine.outTradeNo)
    await found(at, user, HIS)
    expect((await click()).outTradeNo).not.toBe(mine.outTradeNo)
    expect(itemAt(at, paymentKeys.attempt(order.id, 2))?.request).toMatchObject({ openid: HIS })
  })

  it('has to be found first, and freezes nothing until then', async () => {
    const at = world()
    const { user, order } = await begun(at)
    const payer = valueIn(await payerOf(at, user.caller))
    expect(payer.openid).toBeUndefined()
    expect(await pay(at, user.caller, { orderId: order.id, ...payer })).toEqual(required)
    expect(itemAt(at, paymentKeys.attempt(order.id, 1))).toBeUndefined()
  })

  it('is in another session of the account somebody else', async () => {
    const at = world()
    const [one, two] = [await enter(at), await enter(at)]
    await found(at, one, HERS)
    expect(valueIn(await payerOf(at, one.caller)).openid).toBe(HERS)
    expect(valueIn(await payerOf(at, two.caller)).openid).toBeUndefined()
  })

  it('is nobody a page names, whether or not the method needs it', async () => {
    const at = world()
    const user = await enter(at)
    await found(at, user, HERS)
    for (const method of ['wechat_jsapi', 'wechat_native'] as const)
      expect(await payerOf(at, user.caller, { method, openid: HERS })).toEqual(notAccepted)
    const byLink = { ...user.caller, by: 'link' as const }
    expect(await payerOf(at, byLink, { openid: HERS })).toEqual(notAccepted)
  })

  it('is who the platform says, by its key or in a session it opened', async () => {
    const at = world()
    const { token, account } = valueIn(await signInPlatformUser(at, { externalId: 'user-7' }))
    const platform = { platformKeyId: 'backend', externalId: 'user-7', accountId: account.id }
    const session = valueIn(await authenticate(at, token))
    await found(at, { token, accountId: account.id, caller: session }, HERS)
    for (const caller of [platform, session])
      expect(valueIn(await payerOf(at, caller, { openid: HIS })).openid).toBe(HIS)
    expect(valueIn(await payerOf(at, session)).openid).toBe(HERS)
    expect(valueIn(await payerOf(at, platform)).openid).toBeUndefined()
  })

  it('costs no call where the method does not need it', async () => {
    const at = world()
    const user = await enter(at)
    await found(at, user, HERS)
    const before = at.table.calls()
    expect(valueIn(await payerOf(at, user.caller, { method: 'wechat_native' })).openid).toBeUndefined()
    expect(at.table.calls() - before).toBe(0)
    valueIn(await payerOf(at, user.caller))
    expect(at.table.calls() - before).toBe(1)
  })
})

describe('P4 where the payer comes back to', () => {
  it('is a page of this service, where the request names one', async () => {
    const at = world()
    const { caller } = await enter(at)
    const backTo = async (returnPath?: string) =>
      valueIn(await payerOf(at, caller, { method: 'wechat_h5', ...(returnPath && { returnPath }) })).returnUrl
    expect(await backTo('/return/7')).toBe('https://shiming.test/return/7')
    expect(await backTo()).toBeUndefined()
  })
})

describe('P16 a service account that the merchant is not bound to', () => {
  it('rings with both apps, refuses the method, and says nothing of the person', async () => {
    const at = world()
    const user = await enter(at)
    await found(at, user, HERS, ANOTHER_APP)
    expect(await payerOf(at, user.caller)).toEqual(refusedField('/method', 'payment_method_unavailable'))
    expect(at.alarms).toEqual([{ event: 'wechat_apps_differ', fields: { found: ANOTHER_APP, wanted: APP_ID } }])
    expect(codeOf(await payerOf(at, user.caller, { method: 'wechat_h5' }))).toBe('ok')
  })

  it('is none where the service account was changed: what was found before is found anew', async () => {
    const at = world()
    const user = await enter(at)
    await found(at, user, HERS, ANOTHER_APP, at.time.now - 10 * MINUTE)
    expect(valueIn(await payerOf(at, user.caller)).openid).toBeUndefined()
    expect(at.alarms).toEqual([])
  })

  it('is none where the channel has no account, so that paying there is refused as such', async () => {
    const at = world()
    const { user, order } = await begun(at)
    await found(at, user, HERS)
    const { appId: _none, ...rest } = at.channel.provider
    const closed = { ...at, provider: async () => ({ ...rest, methods: [] }) }
    const payer = valueIn(await payerOf(closed as World, user.caller))
    expect(payer.openid).toBeUndefined()
    expect(codeOf(await pay(closed, user.caller, { orderId: order.id, ...payer }))).toBe('payment_method_unavailable')
    expect(at.alarms).toEqual([])
  })
})
