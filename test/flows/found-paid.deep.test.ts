import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cancelOrderRoute } from '../../functions/payment/cancel.route.ts'
import { lookForPaymentRoute } from '../../functions/payment/look.route.ts'
import { payRoute } from '../../functions/payment/pay.route.ts'
import { cancelRoute } from '../../functions/verification/cancel.route.ts'
import { submitRoute } from '../../functions/verification/submit.route.ts'
import {
  type CodeMethod,
  codeFor,
  codeToScan,
  formOf,
  moneyAtChannel,
  type Person,
  scan,
  type User,
  verificationNow,
} from '../../local/demo/user.ts'
import { HOUR } from '../../shared/kernel/time.ts'
import { freshKey } from '../fresh-key.ts'
import type { Instance } from './instance.ts'
import { settle } from './settle.ts'
import { sharedInstance } from './shared-instance.ts'
import { submitted } from './way.ts'

/** Somebody who has paid, of which nobody has told us. */
type Paid = { person: Person; user: User; id: string; orderId: string; outTradeNo: string }

const FEE_FEN = 100
const WRONG_FEN = 90

const SAYS_SO = 'who says that they have paid'

describe('P7 a payment nobody told us of is found by whoever asks the channel first', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterEach(() => instance.engine.faults.clear())
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const paid = async (method: CodeMethod, amountFen?: number): Promise<Paid> => {
    const { platform } = instance
    const begun = await submitted(instance, 'match', 'fee')
    const { codeUrl, outTradeNo } = await codeToScan(platform, begun.user, begun.orderId, method)
    await scan(platform, codeUrl, { dropNotification: true, ...(amountFen !== undefined && { amountFen }) })
    return { ...begun, outTradeNo }
  }

  /** The worker of orders hears of nothing. */
  const keepsOrdersOpen = (): void =>
    instance.engine.faults.add({ target: 'queue', queue: 'orders', action: 'drop', times: 1000 })

  const ways: Record<string, (paid: Paid) => Promise<unknown>> = {
    'who wants to pay another way': ({ user: { token }, orderId }) =>
      instance.platform.call(payRoute, { params: { id: orderId }, body: { method: 'wechat_h5' }, token }),
    'who cancels': ({ user: { token }, id }) => instance.platform.call(cancelRoute, { params: { id }, token }),
    [SAYS_SO]: ({ user: { token }, orderId }) =>
      instance.platform.call(lookForPaymentRoute, { params: { id: orderId }, token }),
    'who gives the order up': ({ user: { token }, orderId }) =>
      instance.platform.call(cancelOrderRoute, { params: { id: orderId }, token }),
    'who submits anew when the time is over': async ({ person, user: { token } }) => {
      const { platform } = instance
      keepsOrdersOpen()
      await platform.pass('31m')
      const body = formOf(person, 'fee', await codeFor(platform, person.phone, token))
      return platform.call(submitRoute, { body, token, headers: freshKey() })
    },
  }

  const cases = Object.keys(ways).flatMap((way) =>
    (['wechat_native', 'alipay_qr'] as const).map((method) => [way, method] as const),
  )

  it.each(cases)('%s, paid by %s: it buys what was asked for', async (way, method) => {
    const { platform, engine } = instance
    const who = await paid(method)
    const reply = await ways[way]?.(who)
    expect(reply).toMatchObject(way === SAYS_SO ? { ok: true, body: { status: 'paid' } } : { ok: false })
    await engine.drain()
    expect((await verificationNow(platform, who.user, who.id)).status).toBe('verified')
    expect(await moneyAtChannel(platform, who.outTradeNo)).toEqual({ paidFen: FEE_FEN, refundedFen: 0 })
  })

  it.each(cases)('%s, paid by %s with another amount: it goes back', async (way, method) => {
    const { platform, engine } = instance
    const who = await paid(method, WRONG_FEN)
    await ways[way]?.(who)
    engine.faults.clear()
    await settle(engine)
    await engine.advance(HOUR)
    expect(await moneyAtChannel(platform, who.outTradeNo)).toEqual({ paidFen: WRONG_FEN, refundedFen: WRONG_FEN })
    expect((await verificationNow(platform, who.user, who.id)).status).not.toBe('verified')
  })
})
