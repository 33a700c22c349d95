import { describe, expect, it } from 'vitest'
import { readRun } from '../../../functions/bookkeeping/reconciliation/read-runs.ts'
import { couldBeOurs, type SetAside, setAsideOf } from '../../../functions/bookkeeping/reconciliation/set-aside.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { beijingDay, beijingDayStart, DAY, HOUR } from '../../../shared/kernel/time.ts'
import { balances, bought } from '../../world.ts'
import { billed, CHANNEL, row } from './billed.ts'

const aside = (at: number, bill: SetAside['bill'] = 'trade'): SetAside => ({
  ...{ bill, row: at, because: 'not_ours', number: `42000000${at}`, kind: 'SUCCESS', fen: 2550 },
})

describe('whose a row is', () => {
  const id = 'f'.repeat(32)

  it.each([
    [[id], true],
    [[outTradeNo(id, 2)], true],
    [['', `${id}v1`], true],
    [['TILL-2-000017', `${outTradeNo(id, 3)}d12`], true],
    [['TILL-2-000017', ''], false],
    [['', '0'], false],
    [[id.toUpperCase()], false],
    [[`${id}0`], false],
    [[], false],
  ])('%j: %s', (numbers, is) => {
    expect(couldBeOurs(numbers)).toBe(is)
  })

  it('also by a number of the channel that is known to be ours', () => {
    expect(couldBeOurs(['4200001'], new Set(['4200001']))).toBe(true)
    expect(couldBeOurs([''], new Set(['4200001']))).toBe(false)
  })
})

describe('rows of other tills on a day', () => {
  it('are listed and counted, and change nothing else', async () => {
    const { at, day, bills, aside: foreign, alarms, runDay, found, runAt } = billed()
    const { fact } = await bought(at)
    bills.set(day, [row(fact.outTradeNo, fact.paidFen, fact.paidAt)])
    foreign.push(aside(1), { ...aside(2), because: 'unknown_kind', kind: 'REVOKED' })
    expect(await runDay()).toBe('done')
    expect([await found(), alarms]).toEqual([[], []])
    expect(runAt().report).toMatchObject({ rows: 1, differences: 0, unexplainedFen: 0, settledFen: 40 })
    const shown = await readRun(at, CHANNEL, day)
    expect(shown).toMatchObject({
      value: { report: { setAside: { trade: 2, account: 0 } }, setAside: [{ row: 1 }, { row: 2, kind: 'REVOKED' }] },
    })
  })

  it('are kept up to a hundred, and the rest counted', () => {
    const many = Array.from({ length: 130 }, (_none, at) => aside(at + 1))
    const { trade, account, rows } = setAsideOf(many, [aside(1, 'account')])
    expect([trade, account, rows.length]).toEqual([130, 1, 100])
  })
})

describe('what the channel paid out', () => {
  const settlement = (day: string) =>
    ({
      kind: 'settlement',
      settlement: { day, settledFen: 5000, feeFen: 6, netFen: 94, setAside: [aside(3, 'account')] },
    }) as const

  it.each([
    { name: 'is what was withdrawn', of: [], settledFen: 5000 },
    { name: 'is what our rows come to where other tills withdraw too', of: [CHANNEL] as const, settledFen: 94 },
  ])('$name', async ({ of, settledFen }) => {
    const { at, day, shared, settlements, runDay, runAt } = billed()
    shared.push(...of)
    settlements.push(settlement(day))
    expect(await runDay()).toBe('done')
    expect(runAt().report).toMatchObject({ settledFen, setAside: { account: 1, rows: [{ bill: 'account' }] } })
    expect(balances(at)).toMatchObject({ bank: settledFen, 'expense:channel': 6 })
  })

  it('is asked for again while its bill is damaged, and given up after three days', async () => {
    const { at, day, alarms, settlements, runDay, runAt } = billed()
    const damaged = { kind: 'damaged', reason: 'total' } as const
    settlements.push(damaged, settlement(day))
    expect(await runDay()).toBe('answers_awaited')
    expect(await runDay()).toBe('done')
    expect(runAt().report?.settledFen).toBe(5000)
    expect(alarms).toEqual(['fund_bill_damaged'])
    const next = beijingDay(beijingDayStart(day) + DAY)
    settlements.push(damaged, damaged)
    expect(await runDay(next)).toBe('answers_awaited')
    at.time.now += 3 * DAY + HOUR
    expect(await runDay(next)).toBe('done')
    expect(alarms.slice(1)).toEqual(['fund_bill_damaged', 'fund_bill_damaged', 'fund_bill_never_came'])
  })

  it('a day that nobody can read holds up those after it for three days and no longer', async () => {
    const { at, day, bills, runDay } = billed()
    const days = [1, 2, 3].map((days_) => beijingDay(beijingDayStart(day) + days_ * DAY))
    bills.set(day, { kind: 'damaged', reason: 'row 1: cells' })
    expect(await runDay()).toBe('damaged')
    expect(await runDay(days[0])).toBe('day_before_awaited')
    at.time.now = beijingDayStart(day) + 4 * DAY + 11 * HOUR + 1
    expect(await runDay(days[0])).toBe('done')
    expect(await runDay(days[1])).toBe('done')
    expect(await runDay(days[2])).toBe('done')
    expect(await runDay()).toBe('damaged')
  })
})
