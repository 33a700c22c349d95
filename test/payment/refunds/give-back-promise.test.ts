import { describe, expect, it } from 'vitest'
import type { PaymentChannel, RefundState, Unavailable } from '../../../functions/payment/paying/provider.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { promiseAt, type Refund } from '../../../functions/payment/refunds/refund.ts'
import { refundClaimed, refundDue, refundKey } from '../../../functions/payment/refunds/refund-store.ts'
import { HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { NOON } from '../../kit.ts'
import { nextStep, type Owed, owed, refundAt } from '../../operator.ts'
import { type World, world } from '../../world.ts'

const silent = (): Unavailable => ({ kind: 'unavailable', code: 'TIMEOUT' })

/** The channel is silent from now on. */
const silenced = (at: World): void => {
  at.channel.script.refund.push(...Array<typeof silent>(50).fill(silent))
  at.channel.script.queryRefund.push(...Array<typeof silent>(50).fill(silent))
}

const events = (at: World): string[] => at.alarms.map(({ event }) => event)

/** One step at that age of the debt. */
const stepAt = async (at: World, refund: Owed, age: number): Promise<void> => {
  at.time.now = Math.max(Number(refundAt(at, refund)?.dueSince) + age, at.time.now)
  await giveBack(at, refund.id)
}

describe('P7 the promise of 24 hours happy', () => {
  it('is quiet while there is time, warns at 12 hours and rings at 20, at every step', async () => {
    const at = world()
    const refund = await owed(at)
    silenced(at)
    await stepAt(at, refund, 0)
    await stepAt(at, refund, 12 * HOUR - 1)
    expect(events(at)).toEqual([])
    await stepAt(at, refund, 12 * HOUR)
    await stepAt(at, refund, 20 * HOUR - 1)
    expect(events(at)).toEqual(['refund_late', 'refund_late'])
    await stepAt(at, refund, 20 * HOUR)
    expect(events(at).slice(2)).toEqual(['refund_overdue'])
    expect(at.alarms[2]?.fields).toMatchObject({ outRefundNo: refund.number, hours: 20, code: 'TIMEOUT' })
  })

  it('is kept once the channel took it, however long the bank takes', async () => {
    const at = world()
    const refund = await owed(at)
    await giveBack(at, refund.id)
    expect(refundAt(at, refund)).toMatchObject({ acceptedAt: at.time.now })
    const taken = at.time.now
    at.time.now += 40 * HOUR
    at.channel.script.queryRefund.push(silent)
    await giveBack(at, refund.id)
    await nextStep(at, refund)
    expect(events(at)).toEqual([])
    expect(refundAt(at, refund)).toMatchObject({ status: 'submitted', acceptedAt: taken })
  })

  it('is in danger again after the channel closed what it had taken', async () => {
    const at = world()
    const refund = await owed(at)
    await giveBack(at, refund.id)
    at.channel.finishes(refund.number, { kind: 'closed' })
    at.time.now += 30 * HOUR
    await giveBack(at, refund.id)
    expect(refundAt(at, refund)).not.toHaveProperty('acceptedAt')
    silenced(at)
    await nextStep(at, refund)
    expect(events(at)).toEqual(['refund_overdue'])
  })

  it('has limits that are settings', async () => {
    const at = world({ refunds: { warnMs: MINUTE, alarmMs: 2 * MINUTE } })
    const refund = await owed(at)
    silenced(at)
    await stepAt(at, refund, MINUTE)
    await stepAt(at, refund, 2 * MINUTE)
    expect(events(at)).toEqual(['refund_late', 'refund_overdue'])
  })
})

describe('P7 the promise of 24 hours refused', () => {
  it.each<RefundState>([
    { kind: 'abnormal' },
    { kind: 'rejected', code: 'INVALID_REQUEST' },
    { kind: 'succeeded', refundFen: 1, succeededAt: 0 },
  ])('a person is called when the channel will not end it: %j', async (state) => {
    const at = world()
    const refund = await owed(at)
    at.channel.script.refund.push(() => state)
    await giveBack(at, refund.id)
    expect(events(at)).toEqual(['refund_needs_operator'])
  })

  it.each([
    [12 * HOUR - 1, undefined, undefined],
    [12 * HOUR, undefined, 'refund_late'],
    [20 * HOUR - 1, undefined, 'refund_late'],
    [20 * HOUR, undefined, 'refund_overdue'],
    [200 * HOUR, NOON + 1, undefined],
  ])('after %i ms, taken at %s: %s', (waited, acceptedAt, event) => {
    const limits = { warnMs: 12 * HOUR, alarmMs: 20 * HOUR }
    expect(promiseAt({ dueSince: NOON, acceptedAt }, limits, NOON + waited)).toBe(event)
  })
})

const another = (channel: PaymentChannel, notBefore?: number): Omit<Refund, 'status' | 'round' | 'steps'> => ({
  orderId: 'a'.repeat(32),
  accountId: 'b'.repeat(32),
  channel,
  outTradeNo: 'a'.repeat(32),
  transactionId: 't1',
  cause: 'unwanted_payment',
  reason: '重复支付退款',
  refundFen: 100,
  totalFen: 1000,
  dueSince: NOON,
  ...(notBefore !== undefined && { notBefore }),
})

describe('P7 the time between two refunds of one payment', () => {
  it.each<[PaymentChannel, number]>([
    ['wechat_pay', NOON + MINUTE],
    ['alipay', NOON + 3 * SECOND],
  ])('no worker takes one of %s before', async (channel, notBefore) => {
    const table = memoryTable()
    const refund = another(channel, notBefore)
    await table.commit([refundDue(refund)])
    const claim = (now: number) => table.update(refundClaimed(refundKey(refund), now))
    expect((await claim(notBefore - 1)).kind).toBe('conflict')
    expect(await claim(notBefore)).toMatchObject({ kind: 'updated', item: { status: 'submitted', steps: 1 } })
  })

  it('is due when it may go, not before', async () => {
    const refund = another('wechat_pay', NOON + 5 * MINUTE)
    expect(refundDue(refund).item).toMatchObject({ dueAt: NOON + 5 * MINUTE })
    expect(refundDue(another('alipay', NOON + 3 * SECOND)).item).toMatchObject({ dueAt: NOON + MINUTE })
  })

  it('passes after the channel closed a round, whatever wakes the worker', async () => {
    const at = world()
    const refund = await owed(at)
    await giveBack(at, refund.id)
    at.channel.finishes(refund.number, { kind: 'closed' })
    await nextStep(at, refund)
    const closedAt = at.time.now
    at.time.now += MINUTE - 1
    expect(await giveBack(at, refund.id)).toBe('nothing_owed')
    expect(at.channel.count('refund')).toBe(1)
    at.time.now = closedAt + MINUTE
    expect(await giveBack(at, refund.id)).toBe('processing')
    expect(at.channel.count('refund')).toBe(2)
  })
})
