import { describe, expect, it } from 'vitest'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import type { RefundState, Unavailable } from '../../../functions/payment/paying/provider.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { takeNotification } from '../../../functions/payment/paying/take-notification.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { Contended } from '../../../shared/table/table.ts'
import { type Bought, balances, ban, bought, cost, decided, itemAt, person, type World, world } from '../../world.ts'
import { signed } from '../scripted-channel.ts'

/** Somebody whose check gave no record: 100 fen are owed back and nobody has asked the channel yet. */
const owed = async (at: World) => {
  const over = await decided(at, { who: person('no_record') })
  return { ...over, id: `${over.order.id}.${over.order.id}v`, number: `${over.order.id}v1` }
}

const refundAt = (at: World, { order }: Pick<Bought, 'order'>) =>
  itemAt(at, paymentKeys.refund(order.id, `${order.id}v`))

const silent = (): Unavailable => ({ kind: 'unavailable', code: 'TIMEOUT' })

/** Lets the item become due and does the next step. */
const nextStep = (at: World, of: Bought & { id: string }) => {
  at.time.now = Number(refundAt(at, of)?.dueAt)
  return giveBack(at, of.id)
}

describe('P7 give back happy', () => {
  it('asks the channel at once, with two table calls, and waits for it', async () => {
    const at = world()
    const of = await owed(at)
    const { value, calls } = await cost(at, () => giveBack(at, of.id))
    expect(value).toBe('processing')
    expect(calls).toEqual({ table: 2, kms: 0, queue: 0, vendor: 0 })
    expect(at.channel.asked.at(-1)).toEqual({ call: 'refund', number: of.number })
    expect(at.channel.refunds.get(of.number)?.request).toEqual({
      outTradeNo: of.order.id,
      transactionId: of.fact.transactionId,
      outRefundNo: of.number,
      refundFen: 100,
      totalFen: 100,
      reason: '实名核验查无记录，退款',
      notifyUrl: at.notifyUrl('wechat_pay'),
    })
    expect(refundAt(at, of)).toMatchObject({ status: 'submitted', steps: 1, dueAt: at.time.now + MINUTE })
    expect(balances(at)).toMatchObject({ [`refund-payable:${of.order.id}`]: -100, 'clearing:wechat_pay': 100 })
  })

  it('books what the channel paid out, on success only', async () => {
    const at = world()
    const of = await owed(at)
    await giveBack(at, of.id)
    at.channel.finishes(of.number)
    const { value, calls } = await cost(at, () => nextStep(at, of))
    expect(value).toBe('succeeded')
    expect(calls.table).toBe(2)
    expect(refundAt(at, of)).toMatchObject({ status: 'succeeded' })
    expect(refundAt(at, of)).not.toHaveProperty('dueAt')
    expect(itemAt(at, paymentKeys.ledger(of.order.id, `refund:${of.number}`))).toMatchObject({
      at: at.time.now - MINUTE,
    })
    expect(Object.values(balances(at))).toEqual([0, 0, 0])
    expect(at.channel.givenBackFen()).toBe(100)
  })

  it('P7 gives back all but the fee after a mismatch, of the total that was paid', async () => {
    const at = world()
    const { order } = await decided(at, { who: person('mismatch'), offer: 'membership' })
    await giveBack(at, `${order.id}.${order.id}v`)
    expect(at.channel.refunds.get(`${order.id}v1`)?.request).toMatchObject({ refundFen: 900, totalFen: 1000 })
  })

  it('P16 gives back what was really paid, with that as total', async () => {
    const at = world()
    const { order } = await bought(at)
    const second = at.channel.payerPays(outTradeNo(order.id, 2), { amountFen: 77 })
    await recordPayment(at, second)
    await giveBack(at, `${order.id}.${outTradeNo(order.id, 2)}d`)
    expect(at.channel.refunds.get(`${outTradeNo(order.id, 2)}d1`)?.request).toMatchObject({
      outTradeNo: outTradeNo(order.id, 2),
      transactionId: second.transactionId,
      refundFen: 77,
      totalFen: 77,
    })
  })

  it('asks less and less often, and always asks before it would send again', async () => {
    const at = world()
    const of = await owed(at)
    const waits: number[] = []
    await giveBack(at, of.id)
    for (let steps = 0; steps < 11; steps += 1) {
      waits.push((Number(refundAt(at, of)?.dueAt) - at.time.now) / MINUTE)
      expect(await nextStep(at, of)).toBe('processing')
    }
    expect(waits).toEqual([1, 1, 1, 1, 1, 5, 10, 20, 30, 60, 60])
    expect(at.channel.count('refund')).toBe(1)
    expect(at.channel.count('queryRefund')).toBe(11)
  })

  it('begins again under the next number after the channel closed the one before', async () => {
    const at = world()
    const of = await owed(at)
    await giveBack(at, of.id)
    at.channel.finishes(of.number, { kind: 'closed' })
    expect(await nextStep(at, of)).toBe('closed')
    expect(refundAt(at, of)).toMatchObject({ status: 'due', round: 2, steps: 0, dueAt: at.time.now + MINUTE })
    expect(await nextStep(at, of)).toBe('processing')
    expect(at.channel.asked.at(-1)).toEqual({ call: 'refund', number: `${of.order.id}v2` })
    at.channel.finishes(`${of.order.id}v2`)
    expect(await nextStep(at, of)).toBe('succeeded')
    expect(at.channel.givenBackFen()).toBe(100)
    expect(Object.values(balances(at))).toEqual([0, 0, 0])
  })
})

describe('P7 give back refused', () => {
  it.each(['', 'x', 'f'.repeat(32)])('for what is no refund: %j', async (id) => {
    const at = world()
    expect(await giveBack(at, id)).toBe('not_a_refund')
    expect(at.table.items()).toEqual([])
  })

  it('for a refund that does not exist, and makes none', async () => {
    const at = world()
    expect(await giveBack(at, `${'f'.repeat(32)}.${'f'.repeat(32)}v`)).toBe('nothing_owed')
    expect(at.table.items()).toEqual([])
  })

  it.each<[RefundState, string]>([
    [{ kind: 'abnormal' }, 'abnormal'],
    [{ kind: 'rejected', code: 'INVALID_REQUEST' }, 'INVALID_REQUEST'],
    [{ kind: 'succeeded', refundFen: 99, succeededAt: 0 }, 'amount_differs'],
  ])('by the channel for good: %j goes to an operator and is not sent again', async (state, channelCode) => {
    const at = world()
    const of = await owed(at)
    at.channel.script.refund.push(() => state)
    expect(await giveBack(at, of.id)).toBe(state.kind)
    expect(refundAt(at, of)).toMatchObject({ status: 'operator', channelCode, dueAt: at.time.now + 6 * HOUR })
    at.channel.refunds.clear()
    expect(await nextStep(at, of)).toBe('with_operator')
    expect(at.channel.asked.slice(-2).map(({ call }) => call)).toEqual(['refund', 'queryRefund'])
    expect(balances(at)[`refund-payable:${of.order.id}`]).toBe(-100)
  })

  it('when it was given back already', async () => {
    const at = world()
    const of = await owed(at)
    await giveBack(at, of.id)
    at.channel.finishes(of.number)
    await nextStep(at, of)
    const { value, calls } = await cost(at, () => giveBack(at, of.id))
    expect(value).toBe('nothing_owed')
    expect(calls.table).toBe(1)
  })

  it('by a channel that is silent: asks before it sends the same number again', async () => {
    const at = world()
    const of = await owed(at)
    at.channel.script.refund.push(silent)
    expect(await giveBack(at, of.id)).toBe('unavailable')
    expect(refundAt(at, of)).toMatchObject({ status: 'submitted', channelCode: 'TIMEOUT', dueAt: at.time.now + MINUTE })
    expect(await nextStep(at, of)).toBe('processing')
    const number = of.number
    expect(at.channel.asked.slice(-3)).toEqual([
      { call: 'refund', number },
      { call: 'queryRefund', number },
      { call: 'refund', number },
    ])
  })

  it('does not send while even the question is not answered', async () => {
    const at = world()
    const of = await owed(at)
    at.channel.script.refund.push(silent)
    at.channel.script.queryRefund.push(silent, silent)
    await giveBack(at, of.id)
    expect(await nextStep(at, of)).toBe('unavailable')
    expect(await nextStep(at, of)).toBe('unavailable')
    expect(at.channel.count('refund')).toBe(1)
  })

  it('until somebody repairs our side, and then goes on by itself', async () => {
    const at = world()
    const of = await owed(at)
    const broke = (): Unavailable => ({ kind: 'unavailable', code: 'NOT_ENOUGH', needsRepair: true })
    at.channel.script.refund.push(broke, broke)
    await giveBack(at, of.id)
    await nextStep(at, of)
    expect(refundAt(at, of)).toMatchObject({ status: 'submitted', round: 1, channelCode: 'NOT_ENOUGH' })
    expect(await nextStep(at, of)).toBe('processing')
  })
})

describe('P7 give back hostile', () => {
  it('an answer that was lost is asked for, not sent again', async () => {
    const at = world()
    const of = await owed(at)
    at.channel.script.refund.push((honest) => {
      honest()
      return silent()
    })
    await giveBack(at, of.id)
    at.channel.finishes(of.number)
    expect(await nextStep(at, of)).toBe('succeeded')
    expect(at.channel.count('refund')).toBe(1)
    expect(at.channel.givenBackFen()).toBe(100)
  })

  it('two workers at once send one request', async () => {
    const at = world()
    const of = await owed(at)
    const words = await Promise.all([giveBack(at, of.id), giveBack(at, of.id)])
    expect(words.sort()).toEqual(['nothing_owed', 'processing'])
    expect(at.channel.count('refund')).toBe(1)
  })

  it('a worker that died holds the refund for 45 seconds, and the next one asks first', async () => {
    const at = world()
    const of = await owed(at)
    at.time.now += 30 * SECOND
    const provider = async () => {
      throw new Error('killed')
    }
    await expect(giveBack({ ...at, provider }, of.id)).rejects.toThrow('killed')
    expect(refundAt(at, of)).toMatchObject({ status: 'submitted', dueAt: at.time.now + MINUTE })
    at.time.now += 45 * SECOND - 1
    expect(await giveBack(at, of.id)).toBe('nothing_owed')
    at.time.now += 1
    expect(await giveBack(at, of.id)).toBe('processing')
    expect(at.channel.asked.slice(-2).map(({ call }) => call)).toEqual(['queryRefund', 'refund'])
  })

  it('a worker that could not record the answer leaves it to be asked for', async () => {
    const at = world()
    const of = await owed(at)
    const commit = async () => {
      throw new Contended()
    }
    await expect(giveBack({ ...at, table: { ...at.table, commit } }, of.id)).rejects.toThrow(Contended)
    at.channel.finishes(of.number)
    expect(await nextStep(at, of)).toBe('succeeded')
    expect(at.channel.count('refund')).toBe(1)
  })

  it('a notification between claim and answer counts once', async () => {
    const at = world()
    const of = await owed(at)
    at.channel.script.refund.push(async (honest) => {
      const before = honest()
      const state = at.channel.finishes(of.number)
      await takeNotification(at, ...signed({ kind: 'refund', outTradeNo: of.order.id, outRefundNo: of.number, state }))
      return before
    })
    expect(await giveBack(at, of.id)).toBe('processing')
    expect(refundAt(at, of)).toMatchObject({ status: 'succeeded' })
    expect(refundAt(at, of)).not.toHaveProperty('dueAt')
    expect(Object.values(balances(at))).toEqual([0, 0, 0])
  })

  it('success heard twice, by answer and by notification, is booked once', async () => {
    const at = world()
    const of = await owed(at)
    at.channel.script.refund.push(async (honest) => {
      honest()
      const state = at.channel.finishes(of.number)
      await takeNotification(at, ...signed({ kind: 'refund', outTradeNo: of.order.id, outRefundNo: of.number, state }))
      return state
    })
    expect(await giveBack(at, of.id)).toBe('succeeded')
    expect(Object.values(balances(at))).toEqual([0, 0, 0])
  })

  it('closed, heard while the worker waits for its answer, is not undone by it', async () => {
    const at = world()
    const of = await owed(at)
    at.channel.script.refund.push(async (honest) => {
      const before = honest()
      const state = at.channel.finishes(of.number, { kind: 'closed' })
      await takeNotification(at, ...signed({ kind: 'refund', outTradeNo: of.order.id, outRefundNo: of.number, state }))
      return before
    })
    await giveBack(at, of.id)
    expect(refundAt(at, of)).toMatchObject({ status: 'due', round: 2, steps: 0 })
  })

  it('P12 what is owed to a banned account goes back all the same', async () => {
    const at = world()
    const of = await owed(at)
    await ban(at, of.user)
    expect(await giveBack(at, of.id)).toBe('processing')
  })
})
