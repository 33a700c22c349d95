import { describe, expect, it } from 'vitest'
import { paymentKeys, paymentLists } from '../../../functions/payment/keys.ts'
import type { RefundState, Unavailable } from '../../../functions/payment/paying/provider.ts'
import { actOnRefund, type RefundDeed } from '../../../functions/payment/refunds/act-on-refund.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { update } from '../../../shared/table/write.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { audits, nextStep, OPERATOR, type Owed, owed, paidByHand, refundAt, stuck } from '../../operator.ts'
import { balances, drained, person, type World, world } from '../../world.ts'

const act = (
  at: World,
  { order, name }: Pick<Owed, 'order' | 'name'>,
  action: RefundDeed['action'],
  reason = '用户来电',
) => actOnRefund(at, OPERATOR, { orderId: order.id, name, action, reason })

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
    const refund = await stuck(at)
    await act(at, refund, 'recheck', '先查询')
    await act(at, refund, 'retry', '账户已恢复')
    const deed = {
      subject: `order:${refund.order.id}`,
      by: { kind: 'operator_key', id: OPERATOR.operatorId },
      at: at.time.now,
    }
    expect(audits(at)).toEqual([
      expect.objectContaining({ ...deed, action: 'refund_recheck', detail: refund.number, reason: '先查询' }),
      expect.objectContaining({ ...deed, action: 'refund_retry', detail: refund.number, reason: '账户已恢复' }),
    ])
  })

  it('a repeat changes nothing and is no second deed', async () => {
    const at = world()
    const refund = await stuck(at)
    for (const action of ['retry', 'retry'] as const) valueIn(await act(at, refund, action))
    expect(audits(at)).toHaveLength(1)
    const other = await stuck(at, 'rejected', { who: person('no_record', 1) })
    valueIn(await paidByHand(at, other))
    const before = audits(at).length
    expect(valueIn(await act(at, other, 'recheck'))).toMatchObject({ status: 'succeeded' })
    expect(codeOf(await act(at, other, 'retry'))).toBe('refund_already_paid')
    expect(audits(at)).toHaveLength(before)
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

  it.each<[RefundDeed['action'], 'abnormal' | 'rejected', () => RefundState | Unavailable, string]>([
    ['retry', 'abnormal', () => ({ kind: 'abnormal' }), 'refund_abnormal'],
    ['retry', 'abnormal', processing, 'refund_under_way'],
    ['retry', 'rejected', silent, 'refund_state_unknown'],
    ['retry', 'abnormal', () => ({ kind: 'succeeded', refundFen: 1, succeededAt: 1 }), 'refund_amount_differs'],
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
})
