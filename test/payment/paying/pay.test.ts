import { describe, expect, it } from 'vitest'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { followOrder } from '../../../functions/payment/orders/follow-order.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { pay } from '../../../functions/payment/paying/pay.ts'
import type { Payer, PaymentMethod } from '../../../functions/payment/paying/provider.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import type { Person } from '../../../functions/sandbox/people.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { refusedField } from '../../../shared/kernel/outcome.ts'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import {
  type Begun,
  begun,
  bought,
  cost,
  drained,
  enter,
  itemAt,
  offered,
  PAYER_IP,
  person,
  statusOf,
  type World,
  world,
} from '../../world.ts'

const click = (
  at: World,
  { user, order }: Pick<Begun, 'user' | 'order'>,
  method: PaymentMethod = 'wechat_native',
  payer: Partial<Payer> = {},
) => pay(at, user.caller, { orderId: order.id, payerIp: PAYER_IP, ...payer, method })

const silent = () => ({ kind: 'unavailable', code: 'TIMEOUT' }) as const

const attempts = (at: World) =>
  at.table
    .items()
    .filter(({ sk }) => sk.startsWith('PAYMENT#'))
    .map(({ attempt, status }) => `${attempt} ${status}`)

describe('P4 pay happy', () => {
  it('asks the channel once and answers what the payer needs', async () => {
    const at = world()
    const open = await begun(at, { offer: 'membership' })
    const { value, calls } = await cost(at, () => click(at, open))
    expect(valueIn(value)).toEqual({ outTradeNo: open.order.id, codeUrl: `weixin://pay/${open.order.id}` })
    expect(calls).toEqual({ table: 7, kms: 0, queue: 0, vendor: 0 })
    expect(at.channel.asked).toEqual([{ call: 'create', number: open.order.id }])
    expect(itemAt(at, paymentKeys.attempt(open.order.id, 1))).toMatchObject({
      status: 'open',
      request: {
        method: 'wechat_native',
        outTradeNo: open.order.id,
        amountFen: 1000,
        expiresAt: open.order.expiresAt + MINUTE,
        notifyUrl: at.notifyUrl('wechat_pay'),
      },
    })
  })

  it('makes the order owe a question to the channel in 30 seconds', async () => {
    const at = world()
    const open = await begun(at)
    await click(at, open)
    expect(itemAt(at, paymentKeys.order(open.order.id))).toMatchObject({
      attempts: 1,
      dueAt: at.time.now + 30 * SECOND,
    })
  })

  it('answers a second click the same, without asking the channel', async () => {
    const at = world()
    const open = await begun(at)
    const first = await click(at, open)
    at.time.now += MINUTE
    expect(await click(at, open)).toEqual(first)
    expect(at.channel.count('create')).toBe(1)
  })

  it('repeats the very same request when its answer was lost', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.script.create.push((honest) => {
      honest()
      return silent()
    })
    expect(codeOf(await click(at, open))).toBe('payment_channel_unavailable')
    at.time.now += MINUTE
    expect(valueIn(await click(at, open)).outTradeNo).toBe(open.order.id)
    expect(attempts(at)).toEqual(['1 open'])
  })

  it('P16 closes the old attempt at the channel before another method is offered', async () => {
    const at = world()
    const open = await begun(at)
    await click(at, open)
    const { outTradeNo: second, h5Url } = valueIn(await click(at, open, 'wechat_h5'))
    expect(second).toBe(outTradeNo(open.order.id, 2))
    expect(h5Url).toContain(second)
    expect(at.channel.asked).toEqual([
      { call: 'create', number: open.order.id },
      { call: 'close', number: open.order.id },
      { call: 'create', number: second },
    ])
    expect(attempts(at)).toEqual(['1 closed', '2 open'])
  })

  it('may go back and forth between methods, each time under a new number', async () => {
    const at = world()
    const open = await begun(at)
    const numbers: string[] = []
    for (const method of ['wechat_native', 'wechat_h5', 'wechat_native'] as const)
      numbers.push(await offered(at, open, method))
    expect(numbers).toEqual([open.order.id, outTradeNo(open.order.id, 2), outTradeNo(open.order.id, 3)])
  })

  it('gives up an attempt the channel never heard of', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.script.create.push(silent)
    await click(at, open)
    expect(valueIn(await click(at, open, 'wechat_h5')).outTradeNo).toBe(outTradeNo(open.order.id, 2))
    expect(attempts(at)).toEqual(['1 closed', '2 open'])
  })
})

describe('P4 pay refused', () => {
  it('past what its account may have the channels asked in an hour; what was shown before is shown again, and nothing is closed', async () => {
    const at = world({ orders: { asksPerHour: 1 } })
    const open = await begun(at)
    const first = valueIn(await click(at, open))
    const asked = at.channel.asked.length
    expect(codeOf(await click(at, open, 'wechat_h5'))).toBe('too_often')
    expect(valueIn(await click(at, open))).toEqual(first)
    expect(attempts(at)).toEqual(['1 open'])
    expect(at.channel.asked).toHaveLength(asked)
  })

  it.each(['', 'x', 'f'.repeat(32), '#', 'ORDER'])('for an order id like %j', async (id) => {
    const at = world()
    const { user, order } = await begun(at)
    expect(codeOf(await click(at, { user, order: { ...order, id } }))).toBe('not_found')
  })

  it("for somebody else's order", async () => {
    const at = world()
    const { order } = await begun(at)
    expect(codeOf(await click(at, { user: await enter(at), order }))).toBe('not_found')
    expect(at.channel.asked).toEqual([])
  })

  it('when the order is paid', async () => {
    const at = world()
    expect(codeOf(await click(at, await bought(at)))).toBe('order_not_payable')
  })

  it('when the order is closed', async () => {
    const at = world()
    const open = await begun(at)
    await at.closeUnpaid(open.order.id)
    expect(codeOf(await click(at, open))).toBe('order_not_payable')
  })

  it('after the moment the user was told, to the millisecond', async () => {
    const at = world()
    const open = await begun(at)
    at.time.now = open.order.expiresAt
    expect(codeOf(await click(at, open))).toBe('order_expired')
    expect(at.channel.asked).toEqual([])
    at.time.now -= 1
    expect(codeOf(await click(at, open))).toBe('ok')
  })

  it('by a method this deployment has no channel for', async () => {
    const at = world()
    const open = await begun(at)
    const outcome = await click(at, open, 'alipay_qr')
    expect(outcome).toEqual(refusedField('/method', 'payment_method_unavailable'))
    expect(attempts(at)).toEqual([])
  })

  it('by a method the channel rejects, and another one can be chosen', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.script.create.push(() => ({ kind: 'rejected', code: 'NO_AUTH' }))
    expect(codeOf(await click(at, open))).toBe('payment_method_unavailable')
    expect(codeOf(await click(at, open, 'wechat_h5'))).toBe('ok')
  })

  it('while the channel cannot close the old attempt, which may be paid, and is shown to nobody any more', async () => {
    const at = world()
    const open = await begun(at)
    await click(at, open)
    at.channel.script.close.push(silent)
    at.channel.script.query.push(silent)
    expect(codeOf(await click(at, open, 'wechat_h5'))).toBe('payment_channel_unavailable')
    expect(attempts(at)).toEqual(['1 left'])
    expect(valueIn(await click(at, open)).outTradeNo).toBe(outTradeNo(open.order.id, 2))
    expect(attempts(at)).toEqual(['1 closed', '2 open'])
  })

  it('an attempt that was closed at the channel, and then could not be written down, is shown to nobody', async () => {
    const at = world()
    const open = await begun(at)
    await click(at, open)
    const commit: World['table']['commit'] = async (writes) => {
      if (writes.some(({ key }) => key.sk === 'PAYMENT#2')) throw new Error('no answer')
      return at.table.commit(writes)
    }
    const payer = { orderId: open.order.id, method: 'wechat_h5', payerIp: PAYER_IP } as const
    await expect(pay({ ...at, table: { ...at.table, commit } }, open.user.caller, payer)).rejects.toThrow('no answer')
    expect(valueIn(await click(at, open)).outTradeNo).toBe(outTradeNo(open.order.id, 2))
  })

  it('after twenty attempts at once, until a minute gives one more', async () => {
    const at = world()
    const open = await begun(at)
    for (let nth = 0; nth < 20; nth += 1) await offered(at, open, nth % 2 ? 'wechat_h5' : 'wechat_native')
    const retryAt = open.order.createdAt + MINUTE
    expect(await click(at, open)).toEqual({ ok: false, refusal: { code: 'too_many_attempts', retryAt } })
    expect(codeOf(await click(at, open, 'wechat_h5'))).toBe('ok')
    at.time.now = retryAt
    expect(codeOf(await click(at, open))).toBe('ok')
    expect(codeOf(await click(at, open, 'wechat_h5'))).toBe('too_many_attempts')
  })

  it('never by a phone that changes its network every minute', async () => {
    const at = world()
    const open = await begun(at)
    for (let minute = 0; minute < 29; minute += 1) {
      expect(codeOf(await click(at, open, 'wechat_h5', { payerIp: `203.0.113.${minute}` }))).toBe('ok')
      at.time.now += MINUTE
    }
  })
})

describe('P16 pay hostile', () => {
  it('an attempt that was paid meanwhile is found when its method is changed', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.payerPays(await offered(at, open))
    expect(codeOf(await click(at, open, 'wechat_h5'))).toBe('order_not_payable')
    expect(statusOf(at, open)).toEqual({ verification: 'queued', order: 'paid' })
    expect(attempts(at)).toEqual(['1 left'])
  })

  it('an attempt that was paid although its offer was lost is found by the next click', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.script.create.push((honest) => {
      honest()
      return silent()
    })
    await click(at, open)
    at.channel.payerPays(open.order.id)
    expect(codeOf(await click(at, open))).toBe('order_not_payable')
    expect(statusOf(at, open).order).toBe('paid')
  })

  it('"already paid" that cannot be confirmed is not called a wrong method', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.script.create.push(() => ({ kind: 'already_paid' }))
    at.channel.script.query.push(silent)
    expect(codeOf(await click(at, open))).toBe('payment_channel_unavailable')
    expect(statusOf(at, open).order).toBe('created')
  })

  it.each<PaymentMethod>(['wechat_native', 'wechat_h5'])(
    'many clicks at once on %s open one attempt, and all are shown it',
    async (method) => {
      const at = world()
      const open = await begun(at)
      const outcomes = await Promise.all(Array.from({ length: 40 }, () => click(at, open, method)))
      expect(new Set(outcomes.map((outcome) => valueIn(outcome).outTradeNo))).toEqual(new Set([open.order.id]))
      expect(attempts(at)).toEqual(['1 open'])
    },
  )

  it('many clicks at once on another method give the old one up once, and all are shown the new one', async () => {
    const at = world()
    const open = await begun(at)
    await click(at, open)
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => click(at, open, 'wechat_h5')))
    expect(new Set(outcomes.map((outcome) => valueIn(outcome).outTradeNo)).size).toBe(1)
    expect(attempts(at)).toEqual(['1 closed', '2 open'])
  })

  it('many clicks at once on several methods do not close what the others have just opened', async () => {
    const at = world()
    const open = await begun(at)
    const several = ['wechat_native', 'wechat_h5'] as const
    const clicks = Array.from({ length: 40 }, (_none, nth) => click(at, open, several[nth % several.length]))
    const codes = (await Promise.all(clicks)).map(codeOf)
    expect(new Set(codes)).toEqual(new Set(['ok', 'contended']))
    expect(attempts(at)).toEqual(['1 open'])
    expect(at.channel.count('close')).toBe(0)
  })

  it('two methods at once open one attempt', async () => {
    const at = world()
    const open = await begun(at)
    const outcomes = await Promise.all([click(at, open), click(at, open, 'wechat_h5')])
    expect(outcomes.map(codeOf).sort()).toEqual(['contended', 'ok'])
    expect(attempts(at)).toEqual(['1 open'])
  })

  it('a code that arrives after its attempt was given up is not shown', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.script.create.push(async (honest) => {
      await click(at, open, 'wechat_h5')
      return honest()
    })
    expect(codeOf(await click(at, open))).toBe('contended')
    expect(attempts(at)).toEqual(['1 closed', '2 open'])
  })

  it('an order that is paid while its method changes opens no further attempt', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    at.channel.script.close.push(async (honest) => {
      const answer = honest()
      await recordPayment(at, at.channel.payerPays(number))
      return answer
    })
    expect(codeOf(await click(at, open, 'wechat_h5'))).toBe('order_not_payable')
    expect(attempts(at)).toEqual(['1 left'])
  })

  it('a change of method is not undone by whoever asked the channel at the same time', async () => {
    const at = world()
    const open = await begun(at)
    await click(at, open)
    at.time.now += 2 * MINUTE
    at.channel.script.query.push(async (honest) => {
      await click(at, open, 'wechat_h5')
      return honest()
    })
    expect(await followOrder(at, open.order.id)).toBe('waiting')
    expect(itemAt(at, paymentKeys.order(open.order.id))).toMatchObject({
      attempts: 2,
      dueAt: at.time.now + 30 * SECOND,
    })
    expect(codeOf(await click(at, open))).toBe('ok')
    expect(attempts(at)).toEqual(['1 closed', '2 closed', '3 open'])
  })
})

describe('P7 X5 somebody verified elsewhere since the order was opened', () => {
  const elsewhere = async (at: World) => {
    const who = person('match')
    const first = await begun(at, { who })
    const second = await begun(at, { who })
    const shown = await offered(at, second)
    await recordPayment(at, at.channel.payerPays(await offered(at, first)))
    await drained(at)
    expect(statusOf(at, first).verification).toBe('verified')
    return { second, shown }
  }

  it('gets nothing to pay with, and is free to begin again', async () => {
    const at = world()
    const { second } = await elsewhere(at)
    expect(codeOf(await click(at, second))).toBe('identity_unavailable')
    expect(statusOf(at, second)).toEqual({ verification: 'cancelled', order: 'closed' })
    expect(itemAt(at, verificationKeys.verification(second.user.accountId, second.verification.id))).toMatchObject({
      reason: 'identity_in_use',
    })
    await begun(at, { user: second.user, who: person('match', 1) })
  })

  it('has the code that was shown before closed at the channel', async () => {
    const at = world()
    const { second, shown } = await elsewhere(at)
    await click(at, second)
    expect(await at.channel.provider.query(shown)).toEqual({ kind: 'closed' })
  })

  it('has that counted like the refusal of a submission', async () => {
    const at = world()
    const { second } = await elsewhere(at)
    await click(at, second)
    expect(itemAt(at, verificationKeys.tries(second.user.accountId))).toMatchObject({ refusals: 1 })
  })

  it('who pays by the code all the same gets everything back, and no vendor is asked', async () => {
    const at = world()
    const { second, shown } = await elsewhere(at)
    const asked = at.bureau.asked.length
    await recordPayment(at, at.channel.payerPays(shown))
    await drained(at)
    expect(statusOf(at, second)).toEqual({ verification: 'identity_in_use', order: 'refunded' })
    expect(at.bureau.asked).toHaveLength(asked)
  })

  it('is told so once more, and not that nothing can be paid', async () => {
    const at = world()
    const { second } = await elsewhere(at)
    await click(at, second)
    expect(codeOf(await click(at, second))).toBe('order_not_payable')
  })
})

describe('P8 data that was checked for somebody else since the order was opened', () => {
  const both = async (at: World, who: Person) => {
    const first = await begun(at, { who })
    const second = await begun(at, { who })
    const shown = await offered(at, second)
    await recordPayment(at, at.channel.payerPays(await offered(at, first)))
    await drained(at)
    return { second, shown }
  }

  it.each([
    ['mismatch', 'resubmitted_too_soon', 'data_just_checked'],
    ['no_record', 'resubmitted_too_soon', 'data_just_checked'],
    ['unsupported_segment', 'phone_segment_unsupported', 'number_segment_unsupported'],
  ] as const)('%s: nothing to pay with, and the account is free', async (outcome, code, reason) => {
    const at = world()
    const { second } = await both(at, person(outcome))
    expect(refusalOf(await click(at, second))).toMatchObject({ code, retryAt: expect.any(Number) })
    expect(statusOf(at, second)).toEqual({ verification: 'cancelled', order: 'closed' })
    const { accountId } = second.user
    expect(itemAt(at, verificationKeys.verification(accountId, second.verification.id))).toMatchObject({ reason })
    await begun(at, { user: second.user, who: person('match', 1) })
  })

  it.each(['mismatch', 'no_record', 'unsupported_segment'] as const)(
    '%s: who pays with a code from before gets it all back, and nobody asks the vendor again',
    async (outcome) => {
      const at = world()
      const { second, shown } = await both(at, person(outcome))
      const asked = at.bureau.asked.length
      await recordPayment(at, at.channel.payerPays(shown))
      await drained(at)
      expect(at.bureau.asked).toHaveLength(asked)
      expect(statusOf(at, second)).toEqual({ verification: 'undetermined', order: 'refunded' })
      const { accountId } = second.user
      const kept = itemAt(at, verificationKeys.verification(accountId, second.verification.id))
      expect(Number(kept?.retryAt)).toBeGreaterThan(at.time.now)
    },
  )
})
