import { describe, expect, it } from 'vitest'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import type { Notification, RefundState } from '../../../functions/payment/paying/provider.ts'
import { takeNotification } from '../../../functions/payment/paying/take-notification.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { Contended } from '../../../shared/table/table.ts'
import {
  type Bought,
  balances,
  begun,
  cost,
  decided,
  itemAt,
  offered,
  person,
  statusOf,
  type World,
  world,
} from '../../world.ts'
import { signed } from '../scripted-channel.ts'

const take = (at: World, notification: Notification) => takeNotification(at, ...signed(notification))

/** A refund of 100 fen that the channel has accepted under its first number. */
const submitted = async (at: World) => {
  const over = await decided(at, { who: person('no_record') })
  await giveBack(at, `${over.order.id}.${over.order.id}v`)
  return over
}

const said = ({ order }: Bought, state: RefundState, round = 1): Notification => ({
  kind: 'refund',
  outTradeNo: order.id,
  outRefundNo: `${order.id}v${round}`,
  state,
})

const refundOf = (at: World, { order }: Bought) => itemAt(at, paymentKeys.refund(order.id, `${order.id}v`))

describe('P5 P7 take a notification happy', () => {
  it('of a payment: two table calls and one wake-up, then acknowledged', async () => {
    const at = world()
    const open = await begun(at)
    const fact = at.channel.payerPays(await offered(at, open))
    const { value, calls } = await cost(at, () => take(at, { kind: 'payment', fact }))
    expect(value).toBe('accepted')
    expect(calls).toEqual({ table: 2, kms: 0, queue: 1, vendor: 0 })
    expect(statusOf(at, open)).toEqual({ verification: 'queued', order: 'paid' })
    expect(at.puzzles).toEqual([])
  })

  it('of a payment again: one read, acknowledged, nothing changes', async () => {
    const at = world()
    const open = await begun(at)
    const fact = at.channel.payerPays(await offered(at, open))
    await take(at, { kind: 'payment', fact })
    const before = at.table.items()
    const { value, calls } = await cost(at, () => take(at, { kind: 'payment', fact }))
    expect(value).toBe('accepted')
    expect(calls).toEqual({ table: 1, kms: 0, queue: 0, vendor: 0 })
    expect(at.table.items()).toEqual(before)
  })

  it('of a refund that succeeded: booked, and owed no longer', async () => {
    const at = world()
    const over = await submitted(at)
    const succeededAt = at.time.now + 5000
    const state = { kind: 'succeeded', refundFen: 100, succeededAt } as const
    const { value, calls } = await cost(at, () => take(at, said(over, state)))
    expect(value).toBe('accepted')
    expect(calls).toEqual({ table: 2, kms: 0, queue: 0, vendor: 0 })
    expect(refundOf(at, over)).toMatchObject({ status: 'succeeded', succeededAt })
    expect(refundOf(at, over)).not.toHaveProperty('dueAt')
    expect(balances(at)).toEqual({
      'clearing:wechat_pay': 0,
      [`deposit:${over.order.id}`]: 0,
      [`refund-payable:${over.order.id}`]: 0,
    })
  })

  it.each([
    ['closed', { status: 'due', round: 2, steps: 0 }],
    ['abnormal', { status: 'operator', channelCode: 'abnormal' }],
    ['processing', { status: 'submitted', round: 1 }],
  ] as const)('of a refund that is %s', async (kind, expected) => {
    const at = world()
    const over = await submitted(at)
    expect(await take(at, said(over, { kind }))).toBe('accepted')
    expect(refundOf(at, over)).toMatchObject(expected)
    expect(balances(at)[`refund-payable:${over.order.id}`]).toBe(-100)
  })

  it('of a refund that succeeded after a person had to help', async () => {
    const at = world()
    const over = await submitted(at)
    await take(at, said(over, { kind: 'abnormal' }))
    await take(at, said(over, { kind: 'succeeded', refundFen: 100, succeededAt: at.time.now }))
    expect(refundOf(at, over)).toMatchObject({ status: 'succeeded' })
    expect(balances(at)[`refund-payable:${over.order.id}`]).toBe(0)
  })
})

describe('take a notification refused', () => {
  it('when it is not signed by the channel, before anything is read', async () => {
    const at = world()
    const [, body] = signed({ kind: 'other', eventType: 'x' })
    const { value, calls } = await cost(at, () => takeNotification(at, { signature: 'forged' }, body))
    expect(value).toBe('signature_invalid')
    expect(calls.table).toBe(0)
  })

  it('when it is signed but cannot be read', async () => {
    const at = world()
    expect(await take(at, { kind: 'refused', code: 'notification_invalid' })).toBe('notification_invalid')
  })
})

describe('P7 P16 take a notification hostile', () => {
  const succeeded = { kind: 'succeeded', refundFen: 100, succeededAt: 0 } as const

  it('a refund that succeeded is reported many times at once and booked once', async () => {
    const at = world()
    const over = await submitted(at)
    const words = await Promise.all(Array.from({ length: 4 }, () => take(at, said(over, succeeded))))
    expect(words).toEqual(Array(4).fill('accepted'))
    expect(balances(at)['clearing:wechat_pay']).toBe(0)
  })

  it.each<RefundState>([{ kind: 'closed' }, { kind: 'abnormal' }, { kind: 'processing' }, succeeded])(
    'nothing said after success changes anything: %j',
    async (state) => {
      const at = world()
      const over = await submitted(at)
      await take(at, said(over, succeeded))
      const before = at.table.items()
      const { value, calls } = await cost(at, () => take(at, said(over, state)))
      expect(value).toBe('accepted')
      expect(calls.table).toBe(1)
      expect(at.table.items()).toEqual(before)
    },
  )

  it.each<[RefundState, string[]]>([
    [{ kind: 'closed' }, []],
    [{ kind: 'abnormal' }, []],
    [{ kind: 'processing' }, []],
    [succeeded, ['closed_refund_succeeded']],
  ])('%j, said about an earlier round, changes nothing; a person is told of money only', async (state, told) => {
    const at = world()
    const over = await submitted(at)
    await take(at, said(over, { kind: 'closed' }))
    await giveBack(at, `${over.order.id}.${over.order.id}v`)
    const before = at.table.items()
    expect(await take(at, said(over, state))).toBe('accepted')
    expect(at.table.items()).toEqual(before)
    expect(at.puzzles).toEqual([])
    expect(at.alarms).toEqual(
      told.map((what) => ({ event: 'notification_contradicts_books', fields: { what, number: `${over.order.id}v1` } })),
    )
  })

  it('what is said about a round that was never asked for changes nothing, and a person is told', async () => {
    const at = world()
    const over = await submitted(at)
    const before = at.table.items()
    expect(await take(at, said(over, succeeded, 2))).toBe('accepted')
    expect(at.table.items()).toEqual(before)
    expect(at.puzzles).toEqual(['refund_unknown_here'])
  })

  it('closed, reported twice, raises the number once', async () => {
    const at = world()
    const over = await submitted(at)
    await Promise.all([take(at, said(over, { kind: 'closed' })), take(at, said(over, { kind: 'closed' }))])
    expect(refundOf(at, over)).toMatchObject({ status: 'due', round: 2 })
  })

  it('success of another amount is not booked: a person must look', async () => {
    const at = world()
    const over = await submitted(at)
    await take(at, said(over, { ...succeeded, refundFen: 99 }))
    expect(refundOf(at, over)).toMatchObject({ status: 'operator', channelCode: 'amount_differs' })
    expect(balances(at)[`refund-payable:${over.order.id}`]).toBe(-100)
  })

  it('success of a refund that was never asked for is not booked', async () => {
    const at = world()
    const over = await decided(at, { who: person('no_record') })
    const before = at.table.items()
    expect(await take(at, said(over, succeeded))).toBe('accepted')
    expect(at.table.items()).toEqual(before)
  })

  it.each(['nonsense', `${'f'.repeat(32)}v1`, ''])(
    'a refund %j of nobody is acknowledged and told',
    async (outRefundNo) => {
      const at = world()
      const state = { kind: 'closed' } as const
      expect(await take(at, { kind: 'refund', outTradeNo: 'x', outRefundNo, state })).toBe('accepted')
      expect(at.puzzles).toEqual(['refund_unknown_here'])
    },
  )

  it('a payment of nobody is acknowledged and told', async () => {
    const at = world()
    const fact = at.channel.payerPays('f'.repeat(32), { amountFen: 100 })
    expect(await take(at, { kind: 'payment', fact })).toBe('accepted')
    expect(at.puzzles).toEqual(['payment_of_unknown_order'])
  })

  it('a second transaction of one number is acknowledged, and a person must look', async () => {
    const at = world()
    const open = await begun(at)
    const fact = at.channel.payerPays(await offered(at, open))
    await take(at, { kind: 'payment', fact })
    expect(await take(at, { kind: 'payment', fact: { ...fact, transactionId: 'another' } })).toBe('accepted')
    const fields = { what: 'number_paid_twice', number: fact.outTradeNo }
    expect(at.alarms).toEqual([{ event: 'notification_contradicts_books', fields }])
  })

  it('an event of another kind is acknowledged and told', async () => {
    const at = world()
    expect(await take(at, { kind: 'other', eventType: 'COUPON.USE' })).toBe('accepted')
    expect(at.puzzles).toEqual(['event_not_handled'])
  })

  it('what could not be written is not acknowledged', async () => {
    const at = world()
    const open = await begun(at)
    const fact = at.channel.payerPays(await offered(at, open))
    const commit = async () => {
      throw new Contended()
    }
    const broken = { ...at, table: { ...at.table, commit } }
    await expect(take(broken, { kind: 'payment', fact })).rejects.toThrow(Contended)
    expect(await take(at, { kind: 'payment', fact })).toBe('accepted')
    expect(statusOf(at, open).order).toBe('paid')
  })
})
