import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authenticate } from '../../../functions/account/sessions/authenticate.ts'
import { signInPlatformUser } from '../../../functions/account/sessions/sign-in-platform.ts'
import type { ForUser } from '../../../functions/account/sessions/user-guards.ts'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { findPayer, type PayBody } from '../../../functions/payment/paying/find-payer.ts'
import { pay } from '../../../functions/payment/paying/pay.ts'
import { addressIn, payerAddressOf } from '../../../functions/payment/paying/payer-address.ts'
import { type PaymentMethod, paymentMethods } from '../../../functions/payment/paying/provider.ts'
import { refusedField } from '../../../shared/kernel/outcome.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { enter, itemAt, type World, world } from '../../world.ts'

const SERVER = '198.51.100.200'

const said = (payerAddress: string, method: PaymentMethod = 'wechat_h5', isOfPlatform = true) =>
  payerAddressOf({ method, payerAddress, isOfPlatform })

const invalid = refusedField('/payerAddress', 'invalid_payer_address')
const notAccepted = refusedField('/payerAddress', 'payer_address_not_accepted')

describe('P4 an address of IPv6', () => {
  it.each(['::ffff:1', '::ffff:1:2:3', '::1:ffff:102:304', '64:ff9b::102:304', 'fe80::1:2'])(
    '%s is no IPv4 in disguise',
    (address) => {
      expect(addressIn(address)).toBe(address)
    },
  )
})

describe('P4 where the payer is', () => {
  it.each(paymentMethods)('%s: the platform says it, and nobody else', (method) => {
    expect(valueIn(said('203.0.113.7', method))).toBe('203.0.113.7')
    expect(said('203.0.113.7', method, false)).toEqual(notAccepted)
  })

  it.each([
    ['1.1.1.1', '1.1.1.1'],
    ['2001:DB8:0:0::7', '2001:db8::7'],
    ['2400:cb00:2048:0001:0:0:a29f:1804', '2400:cb00:2048:1::a29f:1804'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:CB00:7107', '203.0.113.7'],
    ['::ffff:102:3', '1.2.0.3'],
    ['2001:db8::ffff:102:3', '2001:db8::ffff:102:3'],
  ])('%s is written as %s, so that it is one payer however it was typed', (typed, written) => {
    expect(addressIn(typed)).toBe(written)
    expect(valueIn(said(typed))).toBe(written)
  })

  it.each([
    '',
    'x',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.4:80',
    '[::1]',
    'fe80::1%eth0',
    '2001:db8::7%1',
    ' 1.1.1.1',
    '01.1.1.1',
  ])('%j is no address, by no method', (typed) => {
    expect(addressIn(typed)).toBeUndefined()
    for (const method of paymentMethods) expect(said(typed, method)).toEqual(invalid)
  })

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.9',
    '100.64.0.1',
    '169.254.169.254',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
  ])('%s is not of the internet, which only wechat_h5 minds', (typed) => {
    expect(said(typed)).toEqual(invalid)
    for (const method of paymentMethods.filter((one) => one !== 'wechat_h5'))
      expect(codeOf(said(typed, method))).toBe('ok')
  })

  it('any address is written in one way', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (typed) => {
        const written = addressIn(typed)
        expect(written).toBeDefined()
        expect(addressIn(written ?? '')).toBe(written)
      }),
    )
  })
})

type Shop = { at: World; orderId: string; accountId: string; callers: Record<string, ForUser> }

const shop = async (): Promise<Shop> => {
  const at = world()
  const { token, account } = valueIn(await signInPlatformUser(at, { externalId: 'user-7' }))
  const { id: orderId } = valueIn(await buyMembership(at, account.id, { idempotencyKey: 'k' }))
  const callers = {
    platform: { platformKeyId: 'backend', externalId: 'user-7', accountId: account.id },
    session: valueIn(await authenticate(at, token)),
    stranger: { platformKeyId: 'backend', externalId: 'user-8', accountId: undefined },
    other: (await enter(at)).caller,
  }
  return { at, orderId, accountId: account.id, callers }
}

const asks = async ({ at, orderId, callers }: Shop, who: string, body: Partial<PayBody> = {}) => {
  const caller = callers[who]
  if (!caller) throw new Error(`nobody is called ${who}`)
  const payer = await findPayer(at, caller, { method: 'wechat_h5', ...body }, SERVER)
  return payer.ok ? pay(at, caller, { orderId, ...payer.value }) : payer
}

const ipOf = ({ at, orderId }: Shop, attempt = 1): unknown =>
  Object(itemAt(at, paymentKeys.attempt(orderId, attempt))?.request).payerIp

describe('P4 the platform’s server pays on behalf of its user', () => {
  it.each(['platform', 'session'])(
    'by wechat_h5 with the address of the payer, who is frozen with it: %s',
    async (who) => {
      const one = await shop()
      const first = valueIn(await asks(one, who, { payerAddress: '::ffff:203.0.113.7' }))
      expect(ipOf(one)).toBe('203.0.113.7')
      // The same payer again, typed otherwise: the same payment.
      expect(valueIn(await asks(one, who, { payerAddress: '203.0.113.7' })).outTradeNo).toBe(first.outTradeNo)
      expect(valueIn(await asks(one, who, { payerAddress: '203.0.113.8' })).outTradeNo).not.toBe(first.outTradeNo)
    },
  )

  it('and must say it with its API key, where the method needs it', async () => {
    const one = await shop()
    expect(await asks(one, 'platform')).toEqual(refusedField('/payerAddress', 'payer_address_required'))
    expect(itemAt(one.at, paymentKeys.attempt(one.orderId, 1))).toBeUndefined()
    expect(codeOf(await asks(one, 'platform', { method: 'wechat_native' }))).toBe('ok')
    expect(ipOf(one)).toBeUndefined()
  })

  it('a session it opened is otherwise where its request is from', async () => {
    const one = await shop()
    valueIn(await asks(one, 'session'))
    expect(ipOf(one)).toBe(SERVER)
  })

  it('for nobody else’s order, and for nobody who has never been here', async () => {
    const one = await shop()
    for (const method of ['wechat_native', 'wechat_h5'] as const) {
      expect(codeOf(await asks(one, 'stranger', { method, payerAddress: '203.0.113.7' }))).toBe('not_found')
      expect(codeOf(await asks(one, 'other', { method }))).toBe('not_found')
    }
    expect(codeOf(await asks(one, 'other', { payerAddress: '203.0.113.7' }))).toBe('payer_address_not_accepted')
  })
})
