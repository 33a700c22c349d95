import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { membershipKeys } from '../../../functions/membership/keys.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { walletKeys } from '../../../functions/wallet/keys.ts'
import { recharge } from '../../../functions/wallet/recharge.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { Contended } from '../../../shared/table/table.ts'
import { valueIn } from '../../kit.ts'
import {
  balances,
  begun,
  bought,
  cost,
  decided,
  drained,
  enter,
  itemAt,
  offered,
  person,
  statusOf,
  type User,
  type World,
  world,
} from '../../world.ts'

const refunds = (at: World) => at.table.items().filter(({ sk }) => sk.startsWith('REFUND#'))

/** A verified user, who may recharge, and an order for points that is being paid. */
const points = async (at: World, amount: number) => {
  const { user } = await decided(at)
  at.queue.sent.length = 0
  const order = valueIn(await recharge(at, user.accountId, { idempotencyKey: 'points', points: amount }))
  return { user, order, number: await offered(at, { user, order }) }
}

/** Another one of the same account comes so late that the first is not given again. */
const membership = async (at: World, key = 'membership', user?: User) => {
  const buyer = user ?? (await enter(at))
  if (user) at.time.now += 21 * MINUTE
  const order = valueIn(await buyMembership(at, buyer.accountId, { idempotencyKey: key }))
  return { user: buyer, order, number: await offered(at, { user: buyer, order }) }
}

describe('P5 paid happy', () => {
  it('queues the check of a verification, and counts it', async () => {
    const at = world()
    const open = await begun(at, { offer: 'membership' })
    const fact = at.channel.payerPays(await offered(at, open))
    const { value, calls } = await cost(at, () => recordPayment(at, fact))
    expect(value).toBe('accepted')
    expect(calls).toEqual({ table: 2, kms: 0, queue: 1, vendor: 0 })
    expect(statusOf(at, open)).toEqual({ verification: 'queued', order: 'paid' })
    const check = verificationKeys.check(open.user.accountId, open.verification.id)
    expect(itemAt(at, check)).toMatchObject({
      status: 'ready',
      paidFen: 1000,
      feeFen: 100,
      dueAt: at.time.now + MINUTE,
    })
    expect(at.queue.sent).toEqual([{ kind: 'check', id: `${open.user.accountId}.${open.verification.id}` }])
    expect(itemAt(at, verificationKeys.tries(open.user.accountId))).toMatchObject({
      paidEver: 1,
      open: open.verification.id,
    })
    const order = itemAt(at, paymentKeys.order(open.order.id))
    expect(order).toMatchObject({ transactionId: fact.transactionId, paidAt: fact.paidAt, channel: 'wechat_pay' })
    expect(order).not.toHaveProperty('dueAt')
    expect(balances(at)).toEqual({ 'clearing:wechat_pay': 1000, [`deposit:${open.order.id}`]: -1000 })
  })

  it('P14 credits points, decided in the same commit', async () => {
    const at = world()
    const { user, order, number } = await points(at, 2500)
    const { value, calls } = await cost(at, () => recordPayment(at, at.channel.payerPays(number)))
    expect(value).toBe('accepted')
    expect(calls).toEqual({ table: 2, kms: 0, queue: 0, vendor: 0 })
    expect(itemAt(at, paymentKeys.order(order.id))).toMatchObject({ status: 'settled' })
    expect(itemAt(at, walletKeys.points(user.accountId))).toMatchObject({ balance: 2500 })
    expect(balances(at)).toMatchObject({
      [`deposit:${order.id}`]: 0,
      'revenue:points': -2500,
      'points-issued': 2500,
      [`points:${user.accountId}`]: -2500,
    })
  })

  it('P15 begins a membership without verification, and a second one where the first ends', async () => {
    const at = world()
    const first = await membership(at, 'one')
    const second = await membership(at, 'two', first.user)
    const paidFor = async ({ number }: { number: string }) => {
      expect(await recordPayment(at, at.channel.payerPays(number))).toBe('accepted')
      return itemAt(at, membershipKeys.membership(first.user.accountId))?.until
    }
    expect(await paidFor(first)).toBe(Date.parse('2026-12-20T12:51:00+08:00'))
    expect(await paidFor(second)).toBe(Date.parse('2027-01-20T12:51:00+08:00'))
    expect(balances(at)).toMatchObject({ 'revenue:membership': -2000, 'clearing:wechat_pay': 2000 })
  })

  it('accepts a payment whose order has just run out but was not closed yet', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    at.time.now = open.order.expiresAt + MINUTE
    expect(await recordPayment(at, at.channel.payerPays(number))).toBe('accepted')
  })
})

describe('P16 paid refused', () => {
  it('a payment for an order that was closed goes back in full, and buys nothing', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    await at.closeUnpaid(open.order.id)
    const { value, calls } = await cost(at, () => recordPayment(at, at.channel.payerPays(number)))
    expect(value).toBe('given_back')
    expect(calls).toEqual({ table: 2, kms: 0, queue: 1, vendor: 0 })
    expect(statusOf(at, open)).toEqual({ verification: 'cancelled', order: 'refunded' })
    expect(at.queue.sent).toEqual([{ kind: 'refund', id: `${open.order.id}.${number}d` }])
    expect(refunds(at)).toMatchObject([{ cause: 'late_payment', refundFen: 100, totalFen: 100, status: 'due' }])
  })

  it.each([1, 99, 101, 100_000])(
    'a wrong amount of %i fen ends the order and goes back as it came',
    async (amountFen) => {
      const at = world()
      const open = await begun(at)
      expect(await recordPayment(at, at.channel.payerPays(await offered(at, open), { amountFen }))).toBe('given_back')
      expect(statusOf(at, open)).toEqual({ verification: 'cancelled', order: 'refunded' })
      expect(itemAt(at, verificationKeys.verification(open.user.accountId, open.verification.id))).toMatchObject({
        reason: 'wrong_amount_paid',
      })
      expect(refunds(at)).toMatchObject([{ refundFen: amountFen, totalFen: amountFen }])
      expect(itemAt(at, verificationKeys.tries(open.user.accountId))).not.toHaveProperty('open')
      expect(itemAt(at, paymentKeys.order(open.order.id))).not.toHaveProperty('dueAt')
    },
  )

  it('a wrong amount for points credits none', async () => {
    const at = world()
    const { user, number } = await points(at, 1000)
    expect(await recordPayment(at, at.channel.payerPays(number, { amountFen: 999 }))).toBe('given_back')
    expect(itemAt(at, walletKeys.points(user.accountId))).toBeUndefined()
    expect(refunds(at)).toMatchObject([{ refundFen: 999, totalFen: 999 }])
  })

  it.each([
    ['paid', bought],
    ['settled', decided],
  ] as const)('a second payment of an order that is %s goes back, and changes nothing else', async (status, made) => {
    const at = world()
    const first = await made(at)
    const { verification } = statusOf(at, first)
    const second = at.channel.payerPays(outTradeNo(first.order.id, 2), { amountFen: 100 })
    expect(await recordPayment(at, second)).toBe('given_back')
    expect(statusOf(at, first)).toEqual({ verification, order: status })
    expect(refunds(at)).toMatchObject([
      { outTradeNo: outTradeNo(first.order.id, 2), transactionId: second.transactionId },
    ])
    expect(itemAt(at, paymentKeys.order(first.order.id))).toMatchObject({ transactionId: first.fact.transactionId })
  })

  it('a third and a fourth one go back too', async () => {
    const at = world()
    const { order } = await bought(at)
    for (const nth of [2, 3, 4])
      expect(await recordPayment(at, at.channel.payerPays(outTradeNo(order.id, nth), { amountFen: 100 }))).toBe(
        'given_back',
      )
    expect(refunds(at)).toHaveLength(3)
  })

  it('a second payment of a membership extends it once', async () => {
    const at = world()
    const { user, order, number } = await membership(at)
    await recordPayment(at, at.channel.payerPays(number))
    const until = itemAt(at, membershipKeys.membership(user.accountId))
    expect(await recordPayment(at, at.channel.payerPays(outTradeNo(order.id, 2), { amountFen: 1000 }))).toBe(
      'given_back',
    )
    expect(itemAt(at, membershipKeys.membership(user.accountId))).toEqual(until)
  })

  it.each(['', 'nonsense', 'f'.repeat(32), outTradeNo('f'.repeat(32), 2), `${'F'.repeat(32)}`])(
    'a payment for the number %j is of no order of ours',
    async (outTradeNo) => {
      const at = world()
      expect(await recordPayment(at, at.channel.payerPays(outTradeNo, { amountFen: 100 }))).toBe('unknown_order')
      expect(at.table.items()).toEqual([])
    },
  )
})

describe('P16 paid hostile', () => {
  it('the same fact again costs one read and changes nothing', async () => {
    const at = world()
    const { fact } = await bought(at)
    const before = at.table.items()
    const { value, calls } = await cost(at, () => recordPayment(at, fact))
    expect(value).toBe('duplicate')
    expect(calls).toEqual({ table: 1, kms: 0, queue: 0, vendor: 0 })
    expect(at.table.items()).toEqual(before)
  })

  it('the same fact after the verdict and the refund changes nothing', async () => {
    const at = world()
    const { fact, order } = await decided(at, { who: person('no_record') })
    await drained(at)
    const before = at.table.items()
    expect(await recordPayment(at, fact)).toBe('duplicate')
    expect(at.table.items()).toEqual(before)
    expect(itemAt(at, paymentKeys.order(order.id))).toMatchObject({ status: 'refunded' })
  })

  it('the same fact many times at once counts once', async () => {
    const at = world()
    const open = await begun(at)
    const fact = at.channel.payerPays(await offered(at, open))
    const words = await Promise.all(Array.from({ length: 5 }, () => recordPayment(at, fact)))
    expect(words.sort()).toEqual(['accepted', ...Array(4).fill('duplicate')])
    expect(balances(at)).toEqual({ 'clearing:wechat_pay': 100, [`deposit:${open.order.id}`]: -100 })
  })

  it('a late payment reported many times at once goes back once', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    await at.closeUnpaid(open.order.id)
    const fact = at.channel.payerPays(number)
    const words = await Promise.all(Array.from({ length: 5 }, () => recordPayment(at, fact)))
    expect(words.sort()).toEqual([...Array(4).fill('duplicate'), 'given_back'])
    expect(refunds(at)).toHaveLength(1)
  })

  it('two payments at once: one buys, the other goes back, whichever is first', async () => {
    const at = world()
    const open = await begun(at)
    const facts = [await offered(at, open), outTradeNo(open.order.id, 2)].map((number) =>
      at.channel.payerPays(number, { amountFen: 100 }),
    )
    const words = await Promise.all(facts.map((fact) => recordPayment(at, fact)))
    expect(words.sort()).toEqual(['accepted', 'given_back'])
    expect(statusOf(at, open)).toEqual({ verification: 'queued', order: 'paid' })
    expect(refunds(at)).toHaveLength(1)
  })

  it('a second transaction of one number, which channels rule out, buys nothing and is said to be so', async () => {
    const at = world()
    const ready = await bought(at)
    const before = at.table.items()
    const other = { ...ready.fact, transactionId: 'another' }
    expect(await recordPayment(at, other)).toBe('number_paid_twice')
    expect(at.table.items()).toEqual(before)
  })

  it('two memberships paid at once both count', async () => {
    const at = world()
    const first = await membership(at, 'one')
    const second = await membership(at, 'two', first.user)
    const facts = [first.number, second.number].map((number) => at.channel.payerPays(number))
    expect(await Promise.all(facts.map((fact) => recordPayment(at, fact)))).toEqual(['accepted', 'accepted'])
    expect(itemAt(at, membershipKeys.membership(first.user.accountId))).toMatchObject({
      until: Date.parse('2027-01-20T12:51:00+08:00'),
    })
  })

  it('reports in any order and number end the same', async () => {
    const amounts = [100, 100, 99]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2), { minLength: 3, maxLength: 8 }), async (reports) => {
        const at = world()
        const open = await begun(at)
        const number = await offered(at, open)
        const facts = amounts.map((amountFen, nth) => at.channel.payerPays(outTradeNo(number, nth + 1), { amountFen }))
        for (const fact of [...reports, 0, 1, 2].flatMap((nth) => facts[nth] ?? [])) await recordPayment(at, fact)
        const bad = itemAt(at, paymentKeys.order(open.order.id))?.status === 'refunded' ? 3 : 2
        expect(refunds(at)).toHaveLength(bad)
        expect(at.table.items().filter(({ pk }) => pk.startsWith('FACT#'))).toHaveLength(3)
        expect(balances(at)['clearing:wechat_pay']).toBe(299)
      }),
      { numRuns: 30 },
    )
  })

  it('says that it could not write when the order keeps changing, and wakes nobody', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    const order = itemAt(at, paymentKeys.order(open.order.id))
    const stale = { ...at.table, get: async () => order }
    await at.closeUnpaid(open.order.id)
    const fact = at.channel.payerPays(number)
    const sent = at.queue.sent.length
    const before = at.table.items()
    await expect(recordPayment({ ...at, table: stale }, fact)).rejects.toThrow(Contended)
    expect(at.table.items()).toEqual(before)
    expect(at.queue.sent).toHaveLength(sent)
  })

  it('wakes nobody when the commit fails, and counts when it is repeated', async () => {
    const at = world()
    const open = await begun(at)
    const fact = at.channel.payerPays(await offered(at, open))
    const commit = async () => {
      throw new Contended()
    }
    await expect(recordPayment({ ...at, table: { ...at.table, commit } }, fact)).rejects.toThrow(Contended)
    expect(at.queue.sent).toEqual([])
    expect(await recordPayment(at, fact)).toBe('accepted')
  })
})
