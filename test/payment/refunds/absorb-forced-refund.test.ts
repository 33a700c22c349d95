import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { membershipKeys } from '../../../functions/membership/keys.ts'
import { membershipAfter } from '../../../functions/membership/membership.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { bookingsAmong } from '../../../functions/payment/ledger/ledger-store.ts'
import { moneyBackOf } from '../../../functions/payment/money-back/money-back.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import type { RefundState } from '../../../functions/payment/paying/provider.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { takeNotification } from '../../../functions/payment/paying/take-notification.ts'
import { absorbForcedRefund, absorbFullRefund } from '../../../functions/payment/refunds/absorb-forced-refund.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { refundsAmong } from '../../../functions/payment/refunds/refund-store.ts'
import { walletKeys } from '../../../functions/wallet/keys.ts'
import { recharge } from '../../../functions/wallet/recharge.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { valueIn } from '../../kit.ts'
import { nextStep, paidByHand, stuck } from '../../operator.ts'
import {
  type Bought,
  balances,
  begun,
  bought,
  decided,
  enter,
  itemAt,
  offered,
  person,
  type User,
  type World,
  world,
} from '../../world.ts'
import { signed } from '../scripted-channel.ts'

const forced = (at: World, outTradeNo: string, fen: number, channelRefundId = 'r-1') =>
  absorbForcedRefund(at, { channel: 'wechat_pay', outTradeNo, channelRefundId, fen, at: at.time.now })

const complaint = (at: World, outTradeNo: string) =>
  absorbFullRefund(at, { channel: 'wechat_pay', outTradeNo, complaintId: 'c-1' })

const refundOf = (at: World, { order }: Pick<Bought, 'order'>) =>
  itemAt(at, paymentKeys.refund(order.id, `${order.id}v`))
const orderAt = (at: World, id: string) => itemAt(at, paymentKeys.order(id))
const untilOf = (at: World, { accountId }: User) => itemAt(at, membershipKeys.membership(accountId))?.until

/** Everything but revenue and the vendor must be even. */
const settledBalances = (at: World) =>
  Object.fromEntries(
    Object.entries(balances(at)).filter(
      ([account, fen]) => fen !== 0 && !account.startsWith('expense:') && !account.startsWith('payable:'),
    ),
  )

const member = async (at: World, user?: User, key = 'm') => {
  const buyer = user ?? (await enter(at))
  const order = valueIn(await buyMembership(at, buyer.accountId, { idempotencyKey: key }))
  await recordPayment(at, at.channel.payerPays(await offered(at, { user: buyer, order })))
  return { user: buyer, order }
}

const mismatch = (at: World) => decided(at, { who: person('mismatch'), offer: 'membership' })

describe('P12 a forced refund of what had been paid by hand', () => {
  it.each(['no_record', 'mismatch'] as const)(
    'after %s: the payer has it twice, however often it is told',
    async (end) => {
      const at = world()
      const refund = await stuck(at, 'rejected', { who: person(end), offer: 'membership' })
      await paidByHand(at, refund)
      const { id } = refund.order
      const owedFen = end === 'no_record' ? 1000 : 900
      expect(await forced(at, id, 400)).toBe('absorbed')
      expect(await forced(at, id, 400)).toBe('already_absorbed')
      expect(await complaint(at, id)).toEqual({ kind: 'settled', forcedFen: 1000 })
      expect(await complaint(at, id)).toEqual({ kind: 'settled', forcedFen: 1000 })
      expect(await forced(at, id, 600, 'r-2')).toBe('already_absorbed')
      expect(settledBalances(at)).toEqual({ bank: -owedFen, [`paid-twice:${id}`]: owedFen })
      const told = moneyBackOf(refundsAmong(at.table.items()), bookingsAmong(at.table.items()))
      expect(told.map(({ amountFen, status }) => [amountFen, status])).toEqual(
        expect.arrayContaining([owedFen, 400, 600].map((fen) => [fen, 'back'])),
      )
    },
  )
})

describe('P12 a forced refund of what was earned', () => {
  it('comes out of revenue, once, with an alarm', async () => {
    const at = world()
    const { order } = await decided(at)
    expect(await forced(at, order.id, 100)).toBe('absorbed')
    expect(settledBalances(at)).toEqual({})
    expect(orderAt(at, order.id)).toMatchObject({ status: 'settled', forcedFen: 100 })
    expect(at.alarms).toEqual([
      {
        event: 'refund_forced',
        fields: { channel: 'wechat_pay', outTradeNo: order.id, fen: 100, owedFen: 0, takenBack: 0 },
      },
    ])
    const before = at.table.items()
    expect(await forced(at, order.id, 100)).toBe('already_absorbed')
    expect(at.table.items()).toEqual(before)
    expect(at.alarms).toHaveLength(1)
  })

  it('takes the membership back that came with the check, to the millisecond', async () => {
    const at = world()
    const { user, order } = await decided(at, { offer: 'membership' })
    const until = membershipAfter(undefined, at.time.now)
    expect(untilOf(at, user)).toBe(until)
    expect(orderAt(at, order.id)).toMatchObject({ grantedMs: until - at.time.now })
    expect(await forced(at, order.id, 1000)).toBe('absorbed')
    expect(untilOf(at, user)).toBe(at.time.now)
    expect(orderAt(at, order.id)).toMatchObject({ takenBackAt: at.time.now })
    expect(itemAt(at, gateKeys.identity(user.accountId))).toBeDefined()
    expect(settledBalances(at)).toEqual({})
  })

  it.each([0, 1, 2])('takes exactly the month of purchase %i back, whichever of three it is', async (which) => {
    const at = world()
    const user = await enter(at)
    const orders: string[] = []
    const granted: number[] = []
    for (const key of ['a', 'b', 'c']) {
      const { order } = await member(at, user, key)
      orders.push(order.id)
      granted.push(Number(orderAt(at, order.id)?.grantedMs))
      at.time.now += HOUR
    }
    const until = Number(untilOf(at, user))
    expect(await forced(at, orders[which] ?? '', 1000)).toBe('absorbed')
    expect(untilOf(at, user)).toBe(until - (granted[which] ?? 0))
  })

  it('takes it back once, whatever is told afterwards', async () => {
    const at = world()
    const { user, order } = await member(at)
    await forced(at, order.id, 1000)
    const { order: again } = await member(at, user, 'again')
    const until = untilOf(at, user)
    await forced(at, order.id, 0, 'r-0')
    await forced(at, order.id, 1000, 'r-2')
    expect(untilOf(at, user)).toBe(until)
    expect(orderAt(at, again.id)).not.toHaveProperty('takenBackAt')
  })

  it('leaves the membership while only part of its price went back', async () => {
    const at = world()
    const { user, order } = await member(at)
    const until = untilOf(at, user)
    expect(await forced(at, order.id, 400)).toBe('absorbed')
    expect(untilOf(at, user)).toBe(until)
    expect(settledBalances(at)).toEqual({ 'clearing:wechat_pay': 600, 'revenue:membership': -600 })
    expect(await forced(at, order.id, 600, 'r-2')).toBe('absorbed')
    expect(untilOf(at, user)).toBe(at.time.now)
    expect(orderAt(at, order.id)).toMatchObject({ forcedFen: 1000 })
    expect(settledBalances(at)).toEqual({})
  })

  it('P14 takes points back, as far as they are not spent', async () => {
    const at = world()
    const { user } = await decided(at)
    at.queue.sent.length = 0
    const buy = async (key: string) => {
      const order = valueIn(await recharge(at, user.accountId, { idempotencyKey: key, points: 500 }))
      await recordPayment(at, at.channel.payerPays(await offered(at, { user, order })))
      return order
    }
    const [one, other] = [await buy('1'), await buy('2')]
    expect(await forced(at, one.id, 500)).toBe('absorbed')
    const points = walletKeys.points(user.accountId)
    expect(itemAt(at, points)).toMatchObject({ balance: 500 })
    await at.table.commit([{ kind: 'update', key: points, changes: { set: { balance: 200 } } }])
    expect(await forced(at, other.id, 500, 'r-2')).toBe('absorbed')
    expect(itemAt(at, points)).toMatchObject({ balance: 0 })
    expect(balances(at)).toMatchObject({ 'points-issued': 300, 'revenue:points': 0 })
  })
})

describe('P12 a forced refund of what was owed', () => {
  it('pays it: ours is called off, the rest comes out of revenue', async () => {
    const at = world()
    const over = await mismatch(at)
    expect(await forced(at, over.order.id, 1000)).toBe('absorbed')
    expect(refundOf(at, over)).toMatchObject({ status: 'superseded' })
    expect(refundOf(at, over)).not.toHaveProperty('dueAt')
    expect(settledBalances(at)).toEqual({})
    expect(await giveBack(at, `${over.order.id}.${over.order.id}v`)).toBe('nothing_owed')
    expect(at.channel.count('refund')).toBe(0)
  })

  it('in part leaves the rest owed, and only that goes out', async () => {
    const at = world()
    const over = await mismatch(at)
    expect(await forced(at, over.order.id, 500)).toBe('absorbed')
    expect(refundOf(at, over)).toMatchObject({ status: 'due', refundFen: 400 })
    expect(settledBalances(at)).toEqual({
      'clearing:wechat_pay': 500,
      'revenue:fee': -100,
      [`refund-payable:${over.order.id}`]: -400,
    })
    await giveBack(at, `${over.order.id}.${over.order.id}v`)
    expect(at.channel.refunds.get(`${over.order.id}v1`)?.request).toMatchObject({ refundFen: 400, totalFen: 1000 })
  })

  it('calls ours off although it is on its way, when the channel has nothing left for it', async () => {
    const at = world()
    const over = await mismatch(at)
    await giveBack(at, `${over.order.id}.${over.order.id}v`)
    expect(await forced(at, over.order.id, 1000)).toBe('absorbed')
    expect(refundOf(at, over)).toMatchObject({ status: 'superseded' })
    expect(settledBalances(at)).toEqual({})
  })

  it('in part, while ours is on its way and cannot go through, sends the rest under the next number', async () => {
    const at = world()
    const over = await mismatch(at)
    await giveBack(at, `${over.order.id}.${over.order.id}v`)
    expect(await forced(at, over.order.id, 500)).toBe('absorbed')
    expect(refundOf(at, over)).toMatchObject({ status: 'due', round: 2, steps: 0, refundFen: 400 })
  })

  it('lets ours go on when the channel has enough for both', async () => {
    const at = world()
    const over = await mismatch(at)
    await giveBack(at, `${over.order.id}.${over.order.id}v`)
    expect(await forced(at, over.order.id, 100)).toBe('absorbed')
    expect(refundOf(at, over)).toMatchObject({ status: 'submitted', refundFen: 900 })
    at.channel.finishes(`${over.order.id}v1`)
    at.time.now += HOUR
    expect(await giveBack(at, `${over.order.id}.${over.order.id}v`)).toBe('succeeded')
    expect(settledBalances(at)).toEqual({})
  })

  it('ends one that waited for a person', async () => {
    const at = world()
    const over = await mismatch(at)
    at.channel.script.refund.push(() => ({ kind: 'rejected', code: 'TRADE_ERROR' }))
    await giveBack(at, `${over.order.id}.${over.order.id}v`)
    expect(refundOf(at, over)).toMatchObject({ status: 'operator' })
    expect(await forced(at, over.order.id, 1000)).toBe('absorbed')
    expect(refundOf(at, over)).toMatchObject({ status: 'superseded' })
    expect(refundOf(at, over)).not.toHaveProperty('listName')
  })

  it('P16 of a payment nobody wanted leaves the one that bought something alone', async () => {
    const at = world()
    const over = await decided(at, { offer: 'membership' })
    const number = outTradeNo(over.order.id, 2)
    const second = at.channel.payerPays(number, { amountFen: 1000, transactionId: 'second' })
    expect(await recordPayment(at, second)).toBe('given_back')
    const until = untilOf(at, over.user)
    expect(await forced(at, number, 1000)).toBe('absorbed')
    expect(untilOf(at, over.user)).toBe(until)
    expect(settledBalances(at)).toEqual({ 'clearing:wechat_pay': 1000, 'revenue:membership': -1000 })
    expect(await forced(at, over.order.id, 1000, 'r-2')).toBe('absorbed')
    expect(untilOf(at, over.user)).toBe(at.time.now)
    expect(settledBalances(at)).toEqual({})
  })
})

describe('P12 a forced refund refused', () => {
  it.each(['f'.repeat(32), 'another-shop', ''])('of %j, which is no payment of ours', async (outTradeNo) => {
    const at = world()
    expect(await forced(at, outTradeNo, 100)).toBe('unknown_order')
    expect(await complaint(at, outTradeNo)).toEqual({ kind: 'unknown_payment' })
    expect(at.table.items()).toEqual([])
  })

  it('of an order that was never paid, or at another channel', async () => {
    const at = world()
    const open = await begun(at)
    expect(await forced(at, open.order.id, 100)).toBe('unknown_order')
    const over = await decided(at, { who: person('match', 1) })
    const elsewhere = { channel: 'alipay', outTradeNo: over.order.id, channelRefundId: 'r', fen: 100, at: 0 } as const
    expect(await absorbForcedRefund(at, elsewhere)).toBe('unknown_order')
  })

  it('while the check runs: it is not decided yet whose the money is', async () => {
    const at = world()
    const { order } = await bought(at)
    const before = at.table.items()
    expect(await forced(at, order.id, 100)).toBe('undecided')
    expect(await complaint(at, order.id)).toEqual({ kind: 'later' })
    expect(at.table.items()).toEqual(before)
  })

  it('while a person has a refund of ours that the channel took: it may be paid by now', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal', { who: person('no_record') })
    const before = at.table.items()
    expect(await complaint(at, refund.order.id)).toEqual({ kind: 'with_operator' })
    expect(at.table.items()).toEqual(before)
    at.channel.finishes(refund.number)
    expect(await nextStep(at, refund)).toBe('succeeded')
    expect(await complaint(at, refund.order.id)).toEqual({ kind: 'settled', forcedFen: 0 })
  })

  it('not while a person has one that it refused: it has nothing of it', async () => {
    const at = world()
    const refund = await stuck(at, 'rejected', { who: person('no_record') })
    expect(await complaint(at, refund.order.id)).toEqual({ kind: 'settled', forcedFen: 100 })
    expect(refundOf(at, refund)).toMatchObject({ status: 'superseded' })
  })

  it('of more than the channel had', async () => {
    const at = world()
    const { order } = await decided(at)
    expect(await forced(at, order.id, 101)).toBe('more_than_paid')
    expect(at.alarms.map(({ event }) => event)).toEqual(['more_than_paid'])
    expect(orderAt(at, order.id)).not.toHaveProperty('forcedFen')
  })
})

describe('P12 a complaint says that everything went back', () => {
  it('and the channel did it: absorbed under a number of its own, and the bill finds it there', async () => {
    const at = world()
    const { order } = await decided(at)
    expect(await complaint(at, order.id)).toEqual({ kind: 'settled', forcedFen: 100 })
    expect(itemAt(at, paymentKeys.ledger(order.id, `forced-refund:complaint:c-1:${order.id}`))).toBeDefined()
    expect(await complaint(at, order.id)).toEqual({ kind: 'settled', forcedFen: 100 })
    expect(await forced(at, order.id, 100, '50300000000001')).toBe('already_absorbed')
    expect(settledBalances(at)).toEqual({})
  })

  it('the bill may have it in two pieces', async () => {
    const at = world()
    const { order } = await member(at)
    await complaint(at, order.id)
    expect(await forced(at, order.id, 400, 'b-1')).toBe('already_absorbed')
    expect(await forced(at, order.id, 600, 'b-2')).toBe('already_absorbed')
  })

  it('the bill may come first', async () => {
    const at = world()
    const { order } = await decided(at)
    await forced(at, order.id, 100)
    expect(await complaint(at, order.id)).toEqual({ kind: 'settled', forcedFen: 100 })
    expect(at.alarms).toHaveLength(1)
  })

  it('and it was us', async () => {
    const at = world()
    const { order } = await decided(at, { who: person('no_record') })
    await giveBack(at, `${order.id}.${order.id}v`)
    expect(await complaint(at, order.id)).toEqual({ kind: 'later' })
    at.channel.finishes(`${order.id}v1`)
    at.time.now += HOUR
    await giveBack(at, `${order.id}.${order.id}v`)
    expect(await complaint(at, order.id)).toEqual({ kind: 'settled', forcedFen: 0 })
    expect(at.alarms).toEqual([])
  })
})

describe('P12 a forced refund hostile', () => {
  it('told many times at once is booked once', async () => {
    const at = world()
    const { order } = await member(at)
    const words = await Promise.all(Array.from({ length: 6 }, () => forced(at, order.id, 1000)))
    expect(words.toSorted()).toEqual(['absorbed', ...Array(5).fill('already_absorbed')].toSorted())
    expect(settledBalances(at)).toEqual({})
  })

  it('two at once, and a membership that moves meanwhile, all count', async () => {
    const at = world()
    const { user, order } = await member(at)
    const granted = Number(orderAt(at, order.id)?.grantedMs)
    const until = Number(untilOf(at, user))
    const [one, two, bought] = await Promise.all([
      forced(at, order.id, 400, 'r-1'),
      forced(at, order.id, 600, 'r-2'),
      member(at, user, 'again'),
    ])
    expect([one, two]).toEqual(['absorbed', 'absorbed'])
    const more = Number(orderAt(at, bought.order.id)?.grantedMs)
    expect(Number(untilOf(at, user))).toBe(until - granted + more)
    expect(orderAt(at, order.id)).toMatchObject({ forcedFen: 1000 })
  })

  it('a month that is bought between reading and writing is not lost', async () => {
    const at = world()
    const { user, order } = await member(at)
    const until = Number(untilOf(at, user))
    let isFirst = true
    const get: typeof at.table.get = async (key) => {
      const found = await at.table.get(key)
      if (key.sk === 'MEMBERSHIP' && isFirst) {
        isFirst = false
        await member(at, user, 'meanwhile')
      }
      return found
    }
    expect(await forced({ ...at, table: { ...at.table, get } }, order.id, 1000)).toBe('absorbed')
    const granted = Number(orderAt(at, order.id)?.grantedMs)
    expect(untilOf(at, user)).toBe(membershipAfter(until, at.time.now) - granted)
  })

  it('a refund the worker sends at that very moment goes out once, or is called off', async () => {
    const at = world()
    const over = await mismatch(at)
    at.channel.script.refund.push(async (honest) => {
      expect(await forced(at, over.order.id, 1000)).toBe('absorbed')
      expect(honest()).toEqual({ kind: 'processing' })
      return { kind: 'rejected', code: 'INVALID_REQUEST' }
    })
    await giveBack(at, `${over.order.id}.${over.order.id}v`)
    expect(refundOf(at, over)).toMatchObject({ status: 'superseded' })
    expect(settledBalances(at)).toEqual({})
  })

  it('a channel that pays out what was called off is for a person', async () => {
    const at = world()
    const over = await mismatch(at)
    await forced(at, over.order.id, 1000)
    const state: RefundState = { kind: 'succeeded', refundFen: 900, succeededAt: at.time.now }
    const notice = { kind: 'refund', outTradeNo: over.order.id, outRefundNo: `${over.order.id}v1`, state } as const
    await takeNotification(at, ...signed(notice))
    const fields = { what: 'superseded_refund_succeeded', number: `${over.order.id}v1` }
    expect(at.alarms.at(-1)).toEqual({ event: 'notification_contradicts_books', fields })
    expect(settledBalances(at)).toEqual({})
  })

  it('whatever is forced in whatever pieces while ours goes on, the ledger ends even and nobody gets more than was paid', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('forced' as const), fen: fc.integer({ min: 1, max: 1000 }) }),
      fc.record({ kind: fc.constantFrom('ours' as const, 'finish' as const, 'complaint' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('match' as const, 'mismatch' as const, 'no_record' as const),
        fc.array(step, { maxLength: 8 }),
        async (outcome, steps) => {
          const at = world()
          const over = await decided(at, { who: person(outcome), offer: 'membership' })
          const { id } = over.order
          let forcedFen = 0
          const there = () => forcedFen + at.channel.givenBackFen()
          for (const [index, one] of steps.entries()) {
            at.time.now += HOUR
            if (one.kind === 'ours') {
              await giveBack(at, `${id}.${id}v`)
            } else if (one.kind === 'finish') {
              for (const [number, { request, state }] of at.channel.refunds)
                if (state.kind === 'processing')
                  at.channel.finishes(number, there() + request.refundFen > 1000 ? { kind: 'closed' } : undefined)
            } else if (one.kind === 'forced' && there() + one.fen <= 1000) {
              forcedFen += one.fen
              await forced(at, id, one.fen, `r-${index}`)
            } else if (one.kind === 'complaint' && there() === 1000) await complaint(at, id)
          }
          for (let round = 0; round < 6; round += 1) {
            at.time.now += HOUR
            await giveBack(at, `${id}.${id}v`)
            for (const [number, { request, state }] of at.channel.refunds)
              if (state.kind === 'processing')
                at.channel.finishes(number, there() + request.refundFen > 1000 ? { kind: 'closed' } : undefined)
          }
          expect(there()).toBeLessThanOrEqual(1000)
          const owed = { match: 0, mismatch: 900, no_record: 1000 }[outcome]
          expect(there()).toBeGreaterThanOrEqual(owed)
          const books = balances(at)
          expect(books[`refund-payable:${id}`] ?? 0).toBe(0)
          expect(books['clearing:wechat_pay']).toBe(1000 - there())
          expect(Object.values(books).reduce((sum, fen) => sum + fen, 0)).toBe(0)
          const isBack = forcedFen === 1000 && outcome === 'match'
          if (outcome === 'match') expect(orderAt(at, id)?.takenBackAt !== undefined).toBe(isBack)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('P12 a forced refund of one of two payments that both go back', () => {
  /** Two payments that came when the order was closed; the names of their refunds. */
  const twoLate = async (at: World) => {
    const { user, order } = await begun(at)
    const first = await offered(at, { user, order })
    const second = outTradeNo(order.id, 2)
    await at.closeUnpaid(order.id)
    for (const number of [first, second]) await recordPayment(at, at.channel.payerPays(number, { amountFen: 100 }))
    return { order, first, second }
  }

  it.each(['first', 'second'] as const)('pays what is owed for the %s, and nothing of the other', async (which) => {
    const at = world()
    const { order, ...numbers } = await twoLate(at)
    const statuses = () =>
      [numbers.first, numbers.second].map((number) => itemAt(at, paymentKeys.refund(order.id, `${number}d`))?.status)
    expect(statuses()).toEqual(['due', 'due'])
    expect(await forced(at, numbers[which], 100)).toBe('absorbed')
    expect(statuses()).toEqual(which === 'first' ? ['superseded', 'due'] : ['due', 'superseded'])
    const other = which === 'first' ? numbers.second : numbers.first
    expect(settledBalances(at)).toEqual({ 'clearing:wechat_pay': 100, [`refund-payable:${other}`]: -100 })
    expect(await forced(at, other, 100, 'r-2')).toBe('absorbed')
    expect(statuses()).toEqual(['superseded', 'superseded'])
    expect(settledBalances(at)).toEqual({})
  })

  it('of a part leaves the rest of that one owed, to the fen', async () => {
    const at = world()
    const { order, second } = await twoLate(at)
    expect(await forced(at, second, 99)).toBe('absorbed')
    expect(itemAt(at, paymentKeys.refund(order.id, `${second}d`))).toMatchObject({ status: 'due', refundFen: 1 })
    expect(await forced(at, second, 1, 'r-2')).toBe('absorbed')
    expect(itemAt(at, paymentKeys.refund(order.id, `${second}d`))).toMatchObject({ status: 'superseded' })
  })
})
