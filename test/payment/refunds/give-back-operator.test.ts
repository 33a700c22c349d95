import { describe, expect, it } from 'vitest'
import { paymentKeys, paymentLists } from '../../../functions/payment/keys.ts'
import { takeNotification } from '../../../functions/payment/paying/take-notification.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { sweep } from '../../../functions/upkeep/sweep.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { nextStep, owed, refundAt, stuck } from '../../operator.ts'
import { balances, cost, drained, itemAt, type World, world } from '../../world.ts'
import { signed } from '../scripted-channel.ts'

const listed = async (at: World, list: string) => (await at.table.list({ list, limit: 9 })).items.map(({ sk }) => sk)

const lists = async (at: World) => ({
  operator: await listed(at, paymentLists.refundsForOperator),
  untaken: await listed(at, paymentLists.refundsUntaken),
})

describe('P7 a refund with the operator happy', () => {
  it('is asked about every six hours with two table calls, and is never sent again', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    for (let times = 0; times < 4; times += 1) {
      expect(refundAt(at, refund)).toMatchObject({ status: 'operator', dueAt: at.time.now + 6 * HOUR })
      const { value, calls } = await cost(at, () => nextStep(at, refund))
      expect([value, calls.table]).toEqual(['with_operator', 2])
    }
    expect(at.channel.count('refund')).toBe(1)
    expect(at.alarms.map(({ event }) => event)).toEqual([
      'refund_needs_operator',
      ...Array(4).fill('refund_waits_for_operator'),
    ])
    expect(at.alarms[4]?.fields).toEqual({
      orderId: refund.order.id,
      channel: 'wechat_pay',
      outRefundNo: refund.number,
      hours: 24,
      code: 'abnormal',
    })
  })

  it('is booked when the channel paid it out after all', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    at.channel.finishes(refund.number)
    const { value, calls } = await cost(at, () => nextStep(at, refund))
    expect([value, calls.table]).toEqual(['succeeded', 2])
    expect(refundAt(at, refund)).toMatchObject({ status: 'succeeded' })
    expect(refundAt(at, refund)).not.toHaveProperty('dueAt')
    expect(itemAt(at, paymentKeys.ledger(refund.order.id, `refund:${refund.number}`))).toBeDefined()
    expect(balances(at)[`refund-payable:${refund.order.id}`]).toBe(0)
    expect(await lists(at)).toEqual({ operator: [], untaken: [] })
  })

  it('goes on by itself under the next number when the channel closed it', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    at.channel.finishes(refund.number, { kind: 'closed' })
    expect(await nextStep(at, refund)).toBe('closed')
    expect(refundAt(at, refund)).toMatchObject({ status: 'due', round: 2, steps: 0 })
    expect(await nextStep(at, refund)).toBe('processing')
    expect(at.channel.asked.at(-1)).toEqual({ call: 'refund', number: `${refund.name}2` })
  })

  it('is found by the sweep, which is all that is needed', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    at.queue.sent.length = 0
    at.channel.finishes(refund.number)
    at.time.now += 6 * HOUR
    await sweep(at)
    expect(await drained(at)).toContain('succeeded')
  })

  it('moves between the lists with the state that puts it there', async () => {
    const at = world()
    const refund = await owed(at)
    const sk = `REFUND#${refund.name}`
    expect(await lists(at)).toEqual({ operator: [], untaken: [sk] })
    await giveBack(at, refund.id)
    expect(await lists(at)).toEqual({ operator: [], untaken: [] })
    at.channel.finishes(refund.number, { kind: 'closed' })
    await nextStep(at, refund)
    expect(await lists(at)).toEqual({ operator: [], untaken: [sk] })
    at.channel.script.refund.push(() => ({ kind: 'abnormal' }))
    await nextStep(at, refund)
    expect(await lists(at)).toEqual({ operator: [sk], untaken: [] })
  })
})

describe('P7 a refund with the operator refused', () => {
  it('stays as it is while the channel cannot be asked', async () => {
    const at = world()
    const refund = await stuck(at)
    at.channel.script.queryRefund.push(() => ({ kind: 'unavailable', code: 'TIMEOUT' }))
    expect(await nextStep(at, refund)).toBe('with_operator')
    expect(refundAt(at, refund)).toMatchObject({ status: 'operator', channelCode: 'USER_ACCOUNT_ABNORMAL' })
    expect(refundAt(at, refund)).not.toHaveProperty('wakePause')
  })

  it('stays when the channel paid out another amount', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    at.channel.finishes(refund.number, { kind: 'succeeded', refundFen: 99, succeededAt: at.time.now })
    expect(await nextStep(at, refund)).toBe('with_operator')
    expect(refundAt(at, refund)).toMatchObject({ status: 'operator', dueAt: at.time.now + 6 * HOUR })
    expect(balances(at)[`refund-payable:${refund.order.id}`]).toBe(-100)
  })
})

describe('P7 a refund with the operator hostile', () => {
  it('two workers that hear of the success book it once', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    at.channel.finishes(refund.number)
    await Promise.all([giveBack(at, refund.id), giveBack(at, refund.id)])
    expect(balances(at)[`refund-payable:${refund.order.id}`]).toBe(0)
  })

  it('a notification while it is being asked about wins, and is not undone', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    at.channel.script.queryRefund.push(async (honest) => {
      const before = honest()
      const state = at.channel.finishes(refund.number)
      const told = { kind: 'refund', outTradeNo: refund.order.id, outRefundNo: refund.number, state } as const
      await takeNotification(at, ...signed(told))
      return before
    })
    await nextStep(at, refund)
    expect(refundAt(at, refund)).toMatchObject({ status: 'succeeded' })
    expect(refundAt(at, refund)).not.toHaveProperty('dueAt')
    expect(await lists(at)).toEqual({ operator: [], untaken: [] })
  })

  it('closed, heard twice, raises its number once', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    at.channel.finishes(refund.number, { kind: 'closed' })
    await Promise.all([giveBack(at, refund.id), giveBack(at, refund.id)])
    expect(refundAt(at, refund)).toMatchObject({ status: 'due', round: 2 })
  })
})
