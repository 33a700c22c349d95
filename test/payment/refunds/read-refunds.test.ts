import { describe, expect, it } from 'vitest'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { type RefundsAsked, readRefunds } from '../../../functions/payment/refunds/read-refunds.ts'
import type { Refund } from '../../../functions/payment/refunds/refund.ts'
import { refundDue, refundHandedOver } from '../../../functions/payment/refunds/refund-store.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { cursorOf } from '../../../shared/table/list-cursor.ts'
import { update } from '../../../shared/table/write.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { nextStep, owed, stuck } from '../../operator.ts'
import { type World, world } from '../../world.ts'

const asked = async (at: World, which: RefundsAsked['which']) =>
  valueIn(await readRefunds(at, { which, limit: 50 })).refunds.map(({ outTradeNo }) => outTradeNo)

const orderNo = (nth: number): string => nth.toString(16).padStart(32, '0')

const refund = (nth: number): Refund => ({
  orderId: orderNo(nth),
  accountId: 'b'.repeat(32),
  channel: 'wechat_pay',
  outTradeNo: orderNo(nth),
  transactionId: `t${nth}`,
  cause: 'verdict',
  reason: '退款',
  refundFen: 100,
  totalFen: 100,
  status: 'submitted',
  round: 1,
  steps: 1,
  dueSince: NOON + nth,
})

/** Many refunds that owe, and all of them with an operator if asked for. */
const many = async (at: World, count: number, withOperator: boolean): Promise<string[]> => {
  const all = Array.from({ length: count }, (_none, nth) => refund(nth))
  for (const one of all) {
    const { status: _status, round: _round, steps: _steps, ...owing } = one
    await at.table.commit([refundDue(owing)])
    if (!withOperator) continue
    await at.table.commit([
      update(paymentKeys.refund(one.orderId, `${one.outTradeNo}v`), { set: { status: 'submitted' } }),
    ])
    await at.table.commit([refundHandedOver(one, { on: 'handed_over', channelCode: 'abnormal' }, NOON + 1)])
  }
  return all.map(({ outTradeNo }) => outTradeNo)
}

describe('P7 refunds that wait for a person happy', () => {
  it('those with the operator, until they are ended', async () => {
    const at = world()
    expect(await asked(at, 'operator')).toEqual([])
    const { order, number, name, id } = await stuck(at, 'abnormal')
    expect(await asked(at, 'operator')).toEqual([order.id])
    expect(await asked(at, 'overdue')).toEqual([])
    at.channel.finishes(number)
    at.time.now += 6 * HOUR
    await giveBack(at, id)
    expect([name, await asked(at, 'operator')]).toEqual([`${order.id}v`, []])
  })

  it('those the channel has not taken, from the hour on at which that is worth a warning', async () => {
    const at = world()
    const late = await owed(at)
    const { warnMs } = at.settings.refunds
    at.time.now += warnMs - 1
    expect(await asked(at, 'overdue')).toEqual([])
    at.time.now += 1
    expect(await asked(at, 'overdue')).toEqual([late.order.id])
    await nextStep(at, late)
    expect(await asked(at, 'overdue')).toEqual([])
  })

  it('those that were closed at the channel are overdue at once, because they are owed for long', async () => {
    const at = world()
    const late = await owed(at)
    await giveBack(at, late.id)
    at.time.now += 30 * HOUR
    expect(await asked(at, 'overdue')).toEqual([])
    at.channel.finishes(late.number, { kind: 'closed' })
    await giveBack(at, late.id)
    expect(await asked(at, 'overdue')).toEqual([late.order.id])
  })

  it.each(['operator', 'overdue'] as const)('pages through many, each once, the oldest first: %s', async (which) => {
    const at = world()
    const all = await many(at, 120, which === 'operator')
    at.time.now += 24 * HOUR
    const pages: string[][] = []
    let cursor: string | undefined
    do {
      const page = valueIn(await readRefunds(at, { which, limit: 50, cursor }))
      pages.push(page.refunds.map(({ outTradeNo }) => outTradeNo))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined && pages.length < 9)
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 20])
    expect(pages.flat()).toEqual(all)
  })
})

describe('P7 refunds that wait for a person refused', () => {
  it.each(['x', '1', cursorOf('[1,"ORDER#1","LEDGER#1"]'), cursorOf('[1,"ACCOUNT#1","REFUND#1"]')])(
    'a cursor that is none: %s',
    async (cursor) => {
      expect(codeOf(await readRefunds(world(), { which: 'operator', limit: 50, cursor }))).toBe('invalid_cursor')
    },
  )
})

describe('P7 refunds that wait for a person hostile', () => {
  it('one that cannot be read hides no other, and is named', async () => {
    const at = world()
    const [first = '', second = '', third = ''] = await many(at, 3, true)
    const key = paymentKeys.refund(second, `${second}v`)
    await at.table.commit([update(key, { set: { refundFen: 'much' } })])
    const { refunds, unreadable } = valueIn(await readRefunds(at, { which: 'operator', limit: 50 }))
    expect(refunds.map(({ outTradeNo }) => outTradeNo)).toEqual([first, third])
    expect(unreadable).toEqual([`${key.pk} ${key.sk}`])
  })

  it('a cursor beyond what is overdue shows nothing that is not', async () => {
    const at = world()
    await owed(at)
    const cursor = cursorOf(JSON.stringify([at.time.now, 'ORDER#1', 'REFUND#1']))
    expect(codeOf(await readRefunds(at, { which: 'overdue', limit: 50, cursor }))).toBe('invalid_cursor')
    expect(codeOf(await readRefunds(at, { which: 'operator', limit: 50, cursor }))).toBe('ok')
  })
})
