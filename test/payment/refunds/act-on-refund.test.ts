import { describe, expect, it } from 'vitest'
import { paymentKeys, paymentLists } from '../../../functions/payment/keys.ts'
import type { RefundState, Unavailable } from '../../../functions/payment/paying/provider.ts'
import { takeNotification } from '../../../functions/payment/paying/take-notification.ts'
import { actOnRefund } from '../../../functions/payment/refunds/act-on-refund.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import type { RefundAction } from '../../../functions/payment/refunds/refund.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { audits, nextStep, OPERATOR, type Owed, owed, refundAt, stuck } from '../../operator.ts'
import { balances, drained, itemAt, person, type World, world } from '../../world.ts'
import { signed } from '../scripted-channel.ts'

const act = (at: World, { order, name }: Pick<Owed, 'order' | 'name'>, action: RefundAction, reason = '用户来电') =>
  actOnRefund(at, OPERATOR, { orderId: order.id, name, action, reason })

const waiting = async (at: World, list: string): Promise<number> =>
  (await at.table.list({ list, limit: 9 })).items.length

const silent = (): Unavailable => ({ kind: 'unavailable', code: 'TIMEOUT' })
const processing = (): RefundState => ({ kind: 'processing' })

describe('P7 an operator deals with a refund happy', () => {
  it('retry: what the channel refused and does not know goes out again under the same number', async () => {
    const at = world()
    const refund = await stuck(at)
    at.queue.sent.length = 0
    expect(valueIn(await act(at, refund, 'retry'))).toMatchObject({ status: 'due', round: 1 })
    expect(await waiting(at, paymentLists.refundsForOperator)).toBe(0)
    expect(await waiting(at, paymentLists.refundsUntaken)).toBe(1)
    expect(at.queue.sent).toEqual([{ kind: 'refund', id: refund.id }])
    expect(await drained(at)).toEqual(['processing'])
    expect(at.channel.asked.slice(-2)).toEqual([
      { call: 'queryRefund', number: refund.number },
      { call: 'refund', number: refund.number },
    ])
    at.channel.finishes(refund.number)
    expect(await nextStep(at, refund)).toBe('succeeded')
    expect(at.channel.givenBackFen()).toBe(100)
    expect(balances(at)[`refund-payable:${refund.order.id}`]).toBe(0)
  })

  it('retry: what the channel closed goes out under the next number', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    at.channel.finishes(refund.number, { kind: 'closed' })
    expect(valueIn(await act(at, refund, 'retry'))).toMatchObject({ status: 'due', round: 2 })
    expect(await nextStep(at, refund)).toBe('processing')
    expect(at.channel.asked.at(-1)).toEqual({ call: 'refund', number: `${refund.name}2` })
  })

  it('retry: what the channel paid after all is booked instead', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    at.channel.finishes(refund.number)
    expect(valueIn(await act(at, refund, 'retry'))).toMatchObject({ status: 'succeeded' })
    expect(balances(at)[`refund-payable:${refund.order.id}`]).toBe(0)
    expect(at.channel.count('refund')).toBe(1)
  })

  it.each(['rejected', 'abnormal'] as const)('paid by hand: ends what was %s, against the bank', async (how) => {
    const at = world()
    const refund = await stuck(at, how)
    const asked = at.channel.count('queryRefund')
    expect(valueIn(await act(at, refund, 'paid_by_hand'))).toMatchObject({ status: 'succeeded', paidByHand: true })
    expect(at.channel.count('queryRefund')).toBe(asked + 1)
    expect(balances(at)).toMatchObject({
      bank: -100,
      'clearing:wechat_pay': 100,
      [`refund-payable:${refund.order.id}`]: 0,
    })
    expect(refundAt(at, refund)).not.toHaveProperty('dueAt')
    expect(await waiting(at, paymentLists.refundsForOperator)).toBe(0)
    at.time.now += 7 * HOUR
    expect(await giveBack(at, refund.id)).toBe('nothing_owed')
  })

  it('recheck: asks about a refund with the operator now', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    expect(valueIn(await act(at, refund, 'recheck'))).toMatchObject({ status: 'operator' })
    at.channel.finishes(refund.number)
    expect(valueIn(await act(at, refund, 'recheck'))).toMatchObject({ status: 'succeeded' })
    expect(balances(at)[`refund-payable:${refund.order.id}`]).toBe(0)
  })

  it('recheck: does the next step of one that is overdue', async () => {
    const at = world()
    const refund = await owed(at)
    at.channel.script.refund.push(silent)
    await giveBack(at, refund.id)
    expect(valueIn(await act(at, refund, 'recheck'))).toMatchObject({ status: 'submitted' })
    expect(at.channel.count('refund')).toBe(2)
  })

  it('keeps who did what to which order, and why', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    await act(at, refund, 'recheck', '先查询')
    await act(at, refund, 'paid_by_hand', '已转账')
    const deed = {
      subject: `order:${refund.order.id}`,
      by: { kind: 'operator_key', id: OPERATOR.operatorId },
      at: at.time.now,
    }
    expect(audits(at)).toEqual([
      expect.objectContaining({ ...deed, action: 'refund_recheck', detail: refund.number, reason: '先查询' }),
      expect.objectContaining({ ...deed, action: 'refund_paid_by_hand', detail: refund.number, reason: '已转账' }),
    ])
  })

  it('a repeat changes nothing and is no second deed', async () => {
    const at = world()
    const refund = await stuck(at)
    for (const action of ['retry', 'retry'] as const) valueIn(await act(at, refund, action))
    expect(audits(at)).toHaveLength(1)
    const other = await stuck(at, 'rejected', { who: person('no_record', 1) })
    const by = (action: RefundAction) => act(at, other, action)
    expect(valueIn(await by('paid_by_hand'))).toEqual(valueIn(await by('paid_by_hand')))
    expect(valueIn(await by('recheck'))).toMatchObject({ status: 'succeeded' })
    expect(audits(at)).toHaveLength(2)
    expect(balances(at).bank).toBe(-100)
  })
})

describe('P7 an operator deals with a refund refused', () => {
  it.each([
    ['no id', 'x', `${'f'.repeat(32)}v`],
    ['no order', 'f'.repeat(32), `${'f'.repeat(32)}v`],
    ['no name', 'f'.repeat(32), '../../PAYMENT#1'],
    ['a number instead of a name', 'f'.repeat(32), `${'f'.repeat(32)}v1`],
    ['another order’s', 'e'.repeat(32), `${'f'.repeat(32)}v`],
  ])('there is no such refund: %s', async (_case, orderId, name) => {
    const at = world()
    expect(codeOf(await actOnRefund(at, OPERATOR, { orderId, name, action: 'retry', reason: 'r' }))).toBe('not_found')
    expect(at.channel.asked).toEqual([])
  })

  it('a number instead of a name, however often the refund was repeated', async () => {
    const at = world()
    const refund = await stuck(at)
    await at.table.commit([update(paymentKeys.refund(refund.order.id, refund.name), { set: { round: 12 } })])
    for (const name of [`${refund.name}1`, `${refund.name}12`])
      expect(codeOf(await act(at, { ...refund, name }, 'recheck'))).toBe('not_found')
    expect(codeOf(await act(at, refund, 'recheck'))).toBe('ok')
  })

  it('a refund under another order', async () => {
    const at = world()
    const refund = await stuck(at)
    const orderId = 'e'.repeat(32)
    const deed = { orderId, name: refund.name, action: 'retry', reason: 'r' } as const
    expect(codeOf(await actOnRefund(at, OPERATOR, deed))).toBe('not_found')
  })

  it.each<[RefundAction, 'abnormal' | 'rejected', () => RefundState | Unavailable, string]>([
    ['retry', 'abnormal', () => ({ kind: 'abnormal' }), 'refund_abnormal'],
    ['retry', 'abnormal', processing, 'refund_under_way'],
    ['retry', 'rejected', silent, 'refund_state_unknown'],
    ['retry', 'abnormal', () => ({ kind: 'succeeded', refundFen: 1, succeededAt: 1 }), 'refund_amount_differs'],
    ['paid_by_hand', 'abnormal', processing, 'refund_under_way'],
    ['paid_by_hand', 'rejected', silent, 'refund_state_unknown'],
    ['paid_by_hand', 'abnormal', () => ({ kind: 'succeeded', refundFen: 1, succeededAt: 1 }), 'refund_amount_differs'],
  ])('%s of one that is %s, when the channel says otherwise (%#)', async (action, how, says, code) => {
    const at = world()
    const refund = await stuck(at, how)
    const before = refundAt(at, refund)
    at.channel.script.queryRefund.push(says)
    expect(codeOf(await act(at, refund, action))).toBe(code)
    expect(refundAt(at, refund)).toEqual(before)
    expect(audits(at)).toEqual([])
    expect(balances(at)[`refund-payable:${refund.order.id}`]).toBe(-100)
  })

  it('paid by hand: never what the channel paid, which is booked at once', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    at.channel.finishes(refund.number)
    expect(codeOf(await act(at, refund, 'paid_by_hand'))).toBe('refund_already_paid')
    expect(refundAt(at, refund)).toMatchObject({ status: 'succeeded' })
    expect(refundAt(at, refund)).not.toHaveProperty('paidByHand')
    expect(balances(at)).not.toHaveProperty('bank')
    expect(codeOf(await act(at, refund, 'paid_by_hand'))).toBe('refund_already_paid')
    expect(codeOf(await act(at, refund, 'retry'))).toBe('refund_already_paid')
  })

  it('paid by hand: not what still goes on by itself', async () => {
    const at = world()
    const refund = await owed(at)
    expect(codeOf(await act(at, refund, 'paid_by_hand'))).toBe('refund_not_with_operator')
    await giveBack(at, refund.id)
    expect(codeOf(await act(at, refund, 'paid_by_hand'))).toBe('refund_not_with_operator')
    expect(valueIn(await act(at, refund, 'retry'))).toMatchObject({ status: 'submitted' })
    expect(audits(at)).toEqual([])
  })
})

describe('P7 an operator deals with a refund hostile', () => {
  it('two at once pay it by hand once', async () => {
    const at = world()
    const refund = await stuck(at)
    const codes = (await Promise.all([act(at, refund, 'paid_by_hand'), act(at, refund, 'paid_by_hand')])).map(codeOf)
    expect(codes.sort()).toEqual(['ok', 'refund_changed'])
    expect(balances(at).bank).toBe(-100)
    expect(audits(at)).toHaveLength(1)
  })

  it('one sends it again while the other pays it by hand: only one of them does', async () => {
    const at = world()
    const refund = await stuck(at)
    const codes = (await Promise.all([act(at, refund, 'retry'), act(at, refund, 'paid_by_hand')])).map(codeOf)
    expect(codes.sort()).toEqual(['ok', 'refund_changed'])
    const ended = refundAt(at, refund)
    expect([ended?.status, ended?.paidByHand]).toEqual(balances(at).bank ? ['succeeded', true] : ['due', undefined])
  })

  it('sent again and refused again while somebody was deciding: they must look once more', async () => {
    const at = world()
    const refund = await stuck(at)
    at.channel.script.queryRefund.push(async (honest) => {
      const said = honest()
      await act(at, refund, 'retry')
      at.channel.script.refund.push(() => ({ kind: 'rejected', code: 'USER_ACCOUNT_ABNORMAL' }))
      await nextStep(at, refund)
      return said
    })
    expect(codeOf(await act(at, refund, 'paid_by_hand'))).toBe('refund_changed')
    expect(refundAt(at, refund)).toMatchObject({ status: 'operator' })
    expect(balances(at)).not.toHaveProperty('bank')
  })

  it('the channel succeeds while it is being paid by hand: booked once, as the channel’s', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    at.channel.script.queryRefund.push(async (honest) => {
      const said = honest()
      const state = at.channel.finishes(refund.number)
      const told = { kind: 'refund', outTradeNo: refund.order.id, outRefundNo: refund.number, state } as const
      await takeNotification(at, ...signed(told))
      return said
    })
    expect(codeOf(await act(at, refund, 'paid_by_hand'))).toBe('refund_changed')
    expect(balances(at)).toMatchObject({ 'clearing:wechat_pay': 0, [`refund-payable:${refund.order.id}`]: 0 })
    expect(balances(at)).not.toHaveProperty('bank')
  })

  it('the channel succeeds after it was paid by hand: nothing is booked twice, and somebody is told', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    valueIn(await act(at, refund, 'paid_by_hand'))
    const before = balances(at)
    const state = at.channel.finishes(refund.number)
    const told = { kind: 'refund', outTradeNo: refund.order.id, outRefundNo: refund.number, state } as const
    await takeNotification(at, ...signed(told))
    const fields = { what: 'refund_paid_by_hand_succeeded', number: refund.number }
    expect(at.alarms.at(-1)).toEqual({ event: 'notification_contradicts_books', fields })
    expect(balances(at)).toEqual(before)
  })

  it('a deed is written down with its effect or not at all', async () => {
    const at = world()
    const refund = await stuck(at)
    const commit = async () => {
      throw new Error('killed')
    }
    const broken = { ...at, table: { ...at.table, commit } }
    const deed = { orderId: refund.order.id, name: refund.name, action: 'paid_by_hand', reason: 'r' } as const
    await expect(actOnRefund(broken, OPERATOR, deed)).rejects.toThrow('killed')
    expect(audits(at)).toEqual([])
    expect(itemAt(at, paymentKeys.ledger(refund.order.id, `refund:${refund.number}`))).toBeUndefined()
    at.time.now += MINUTE
    expect(valueIn(await act(at, refund, 'paid_by_hand'))).toMatchObject({ paidByHand: true })
  })
})
