import { describe, expect, it } from 'vitest'
import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { recordReport } from '../../../functions/payment/refunds/give-back.ts'
import { refundOf } from '../../../functions/payment/refunds/refund-store.ts'
import { beijingDay, beijingDayStart, DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { balances, begun, bought, decided, drained, itemAt, offered, person } from '../../world.ts'
import { billed, CHANNEL, row } from './billed.ts'

describe('a day held against the ledger: happy', () => {
  it('is opened once after 10:30 and finds nothing where all is well', async () => {
    const { at, day, bills, runDay, found, runAt } = billed()
    const { fact } = await bought(at)
    bills.set(day, [row(fact.outTradeNo, fact.paidFen, fact.paidAt)])
    expect(await runDay()).toBe('done')
    expect(await found()).toEqual([])
    expect(runAt().report).toMatchObject({ rows: 1, differences: 0, unexplainedFen: 0, settledFen: 40 })
    expect(await runDay()).toBe('nothing_owed')
  })

  it('misses no day, however long the service stood still', async () => {
    const { at, day, runDay, runAt } = billed()
    await runDay()
    at.time.now += 30 * DAY
    const last = beijingDay(beijingDayStart(day) + 30 * DAY)
    await runDay(last)
    for (let days = 1; days <= 30; days += 1)
      expect(runAt(beijingDay(beijingDayStart(day) + days * DAY)).openedAt).toBe(at.time.now)
  })

  it('P16 takes a payment nobody had told us of', async () => {
    const { at, day, bills, runDay, found } = billed()
    const open = await begun(at)
    const number = await offered(at, open)
    bills.set(day, [row(number, 100, at.time.now)])
    await runDay()
    expect(await found()).toEqual(['payment_missing_here explained payment_accepted'])
    expect(itemAt(at, paymentKeys.order(open.order.id))).toMatchObject({ status: 'paid' })
  })

  it('believes the bill that one of our refunds was paid out', async () => {
    const { at, day, bills, runDay, found } = billed()
    const { fact } = await decided(at, { who: person('no_record') })
    await drained(at)
    const refund = row(fact.outTradeNo, 100, at.time.now, { kind: 'refund', outRefundNo: `${fact.outTradeNo}v1` })
    bills.set(day, [row(fact.outTradeNo, 100, fact.paidAt), refund])
    await runDay()
    expect(await found()).toEqual(['refund_missing_here explained refund_succeeded'])
  })
})

describe('a day held against the ledger: meanwhile', () => {
  it('a refund that was told of while the bill was read is not taken for the channel’s own', async () => {
    const { at, day, bills, found, runDay } = billed()
    const { fact } = await decided(at, { who: person('no_record') })
    await drained(at)
    const outRefundNo = `${fact.outTradeNo}v1`
    bills.set(day, [
      row(fact.outTradeNo, 100, fact.paidAt),
      row(fact.outTradeNo, 100, at.time.now, { kind: 'refund', outRefundNo }),
    ])
    const refund = paymentKeys.refund(fact.outTradeNo, `${fact.outTradeNo}v`)
    const { get } = at.table
    let isTold = false
    at.table.get = async (key) => {
      if (key.sk === refund.sk && !isTold) {
        isTold = true
        await recordReport(at, refundOf(itemAt(at, refund) ?? refund), {
          kind: 'succeeded',
          refundFen: 100,
          succeededAt: at.time.now,
        })
      }
      return get(key)
    }
    await runDay()
    expect(isTold).toBe(true)
    expect(await found()).toEqual(['refund_missing_here explained refund_succeeded'])
    expect(balances(at)['clearing:wechat_pay']).toBe(-42)
  })
})

describe('P16 a day held against the ledger: differences', () => {
  it('holds in suspense what no order explains, and rings', async () => {
    const { day, bills, alarms, runDay, found, runAt, at } = billed()
    bills.set(day, [row(outTradeNo('f'.repeat(32), 1), 100, at.time.now)])
    await runDay()
    expect(await found()).toEqual(['payment_missing_here open unknown_order'])
    expect(alarms).toEqual(['reconciliation_difference'])
    expect(runAt().report?.unexplainedFen).toBe(100)
  })

  it('waits a day for a payment the bill does not know, then freezes its order if the channel does not know it either', async () => {
    const { at, day, alarms, runDay, found } = billed()
    const { order } = await bought(at)
    await runDay()
    expect(await found()).toEqual(['payment_missing_there waiting next_bill'])
    expect(alarms).toEqual([])
    at.channel.script.query.push(() => ({ kind: 'absent' }))
    await runDay(beijingDay(beijingDayStart(day) + DAY))
    expect(await found()).toEqual(['payment_missing_there open frozen'])
    expect(itemAt(at, paymentKeys.order(order.id))).toHaveProperty('frozenAt')
    expect(alarms).toEqual(['reconciliation_difference'])
  })

  it('freezes nothing that the channel confirms: the bill of the day before had it', async () => {
    const { at, day, alarms, runDay, found } = billed()
    const { order } = await bought(at)
    await runDay()
    const next = beijingDay(beijingDayStart(day) + DAY)
    at.channel.script.query.push(() => ({ kind: 'unavailable', code: 'timeout' }))
    expect(await runDay(next)).toBe('answers_awaited')
    expect(await found()).toEqual(['payment_missing_there waiting next_bill'])
    expect(await runDay(next)).toBe('done')
    expect(await found()).toEqual(['payment_missing_there explained asked_again'])
    expect(itemAt(at, paymentKeys.order(order.id))).not.toHaveProperty('frozenAt')
    expect(alarms).toEqual([])
  })

  it('or finds it in the next bill', async () => {
    const { at, day, bills, runDay, found } = billed()
    const { fact } = await bought(at)
    await runDay()
    const next = beijingDay(beijingDayStart(day) + DAY)
    bills.set(next, [row(fact.outTradeNo, fact.paidFen, fact.paidAt)])
    await runDay(next)
    expect(await found()).toEqual(['payment_missing_there explained next_bill'])
  })

  it.each([
    { answer: { kind: 'not_ready' }, alarm: [] },
    { answer: { kind: 'unavailable', code: 'timeout' }, alarm: [] },
    { answer: { kind: 'damaged', reason: 'hash' }, alarm: ['bill_damaged'] },
  ] as const)('asks again later when the bill is $answer.kind', async ({ answer, alarm }) => {
    const { at, day, bills, alarms, runDay, runAt } = billed()
    bills.set(day, answer)
    expect(await runDay()).toBe(answer.kind)
    expect(runAt().status).toBe('due')
    expect(itemAt(at, bookkeepingKeys.reconciliation(CHANNEL, day))).toMatchObject({ dueAt: at.time.now + 30 * MINUTE })
    expect(alarms).toEqual(alarm)
    bills.set(day, [])
    expect(await runDay()).toBe('done')
  })
})

describe('a bill that stays as it is', () => {
  const damaged = { kind: 'damaged', reason: 'hash' } as const

  /** The day is looked at every half hour, for so many days. */
  const watched = async (of: ReturnType<typeof billed>, days: number) => {
    for (const until = of.at.time.now + days * DAY; of.at.time.now < until; of.at.time.now += 30 * MINUTE)
      expect(await of.runDay()).not.toBe('done')
  }

  it('rings at the first look and then once a day, and is asked for all the time', async () => {
    const of = billed()
    of.bills.set(of.day, damaged)
    await watched(of, 2)
    expect(of.alarms).toEqual(Array(2).fill('bill_damaged'))
    of.bills.set(of.day, [])
    expect(await of.runDay()).toBe('done')
    expect(of.alarms).toHaveLength(2)
  })

  it.each([damaged, { kind: 'unavailable', code: 'timeout' }] as const)(
    'rings no more often when it is $kind for longer than three days',
    async (answer) => {
      const of = billed()
      of.bills.set(of.day, answer)
      await of.runDay()
      of.at.time.now += 5 * DAY
      await watched(of, 2)
      expect(of.alarms.filter((event) => event === 'bill_never_came')).toHaveLength(2)
    },
  )

  it('rings no more often when it is that of what was paid out', async () => {
    const of = billed()
    of.settlements.push(...Array(96).fill(damaged))
    await watched(of, 2)
    expect(of.alarms).toEqual(Array(2).fill('fund_bill_damaged'))
  })
})

describe('what the channel paid out that day', () => {
  it.each([{ kind: 'not_ready' }, { kind: 'unavailable', code: 'timeout' }] as const)(
    'is asked for again when its bill is $kind, and booked then',
    async (answer) => {
      const { at, day, bills, settlements, runDay, runAt } = billed()
      const open = await begun(at)
      bills.set(day, [row(await offered(at, open), 100, at.time.now)])
      settlements.push(answer)
      expect(await runDay()).toBe('answers_awaited')
      expect(itemAt(at, paymentKeys.order(open.order.id))).toMatchObject({ status: 'paid' })
      expect(itemAt(at, bookkeepingKeys.reconciliation(CHANNEL, day))).toMatchObject({
        dueAt: at.time.now + 30 * MINUTE,
      })
      expect(await runDay()).toBe('done')
      expect(runAt().report).toMatchObject({ settledFen: 40 })
      expect(itemAt(at, bookkeepingKeys.dayLedger(CHANNEL, day, `settle:${CHANNEL}:${day}`))).toBeDefined()
    },
  )

  it('is given up after three days, with an alarm', async () => {
    const { at, alarms, settlements, runDay, runAt } = billed()
    settlements.push({ kind: 'not_ready' }, { kind: 'not_ready' })
    expect(await runDay()).toBe('answers_awaited')
    at.time.now += 4 * DAY
    expect(await runDay()).toBe('done')
    expect(runAt().report).toMatchObject({ settledFen: 0 })
    expect(alarms).toContain('fund_bill_never_came')
  })
})

describe('days are dealt with in their order', () => {
  const late = async () => {
    const now = billed()
    const open = await begun(now.at)
    const number = await offered(now.at, open)
    const paidAt = now.at.time.now
    const next = beijingDay(beijingDayStart(now.day) + DAY)
    const forced = row(number, 100, now.at.time.now + DAY, { kind: 'refund', channelRefundId: 'c-1' })
    now.bills.set(next, [forced])
    now.bills.set(now.day, { kind: 'not_ready' })
    expect(await now.runDay()).toBe('not_ready')
    return { ...now, open, number, paidAt, next }
  }

  it('so that a forced refund finds its payment, whose bill came late', async () => {
    const { at, day, next, bills, runDay, found, open, number, paidAt } = await late()
    expect(await runDay(next)).toBe('day_before_awaited')
    expect(itemAt(at, bookkeepingKeys.reconciliation(CHANNEL, next))).toMatchObject({
      dueAt: at.time.now + 30 * MINUTE,
    })
    bills.set(day, [row(number, 100, paidAt)])
    expect(await runDay()).toBe('done')
    await drained(at)
    expect(await runDay(next)).toBe('done')
    expect(await found(next)).toEqual(['refund_missing_here explained refund_absorbed'])
    expect(itemAt(at, paymentKeys.order(open.order.id))).toMatchObject({ forcedFen: 100 })
  })

  it('though a bill that never comes is not waited for', async () => {
    const { at, next, runDay } = await late()
    at.time.now += 4 * DAY
    expect(await runDay(next)).toBe('done')
  })
})

describe('a day held against the ledger: hostile', () => {
  it('a rerun changes nothing, whatever was found', async () => {
    const { at, day, bills, runDay, found } = billed()
    const open = await begun(at)
    bills.set(day, [row(await offered(at, open), 100, at.time.now), row(outTradeNo('e'.repeat(32), 1), 7, at.time.now)])
    await runDay()
    const before = [await found(), at.table.items().length]
    await at.table.update({
      kind: 'update',
      key: bookkeepingKeys.reconciliation(CHANNEL, day),
      changes: { set: { status: 'due' } },
    })
    await runDay()
    expect([await found(), at.table.items().length]).toEqual(before)
  })
})
