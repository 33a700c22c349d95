import { describe, expect, it } from 'vitest'
import { moneyKept } from '../../web/user/money/money-kept.ts'
import { boughtName, type MoneyBack, type Order } from '../../web/user/money/named.ts'
import { isOpen, orderState } from '../../web/user/orders/order-state.ts'

const paid = { amountFen: 1000, paidAt: '2026-11-28T08:00:00.000Z', outTradeNo: 'one' }
const unpaid = { amountFen: 1000, paidAt: null, outTradeNo: null }
const back = (amountFen: number, outTradeNo = 'one'): MoneyBack =>
  ({ amountFen, paidFen: 1000, outTradeNo, cause: 'verdict' }) as MoneyBack

describe('where the money of an order is', () => {
  it('is with the payer before and without a payment', () => {
    expect(moneyKept({ ...unpaid, status: 'created', refunds: [] })).toEqual({
      is: 'to_pay',
      paidFen: 0,
      keptFen: 0,
      backFen: 0,
    })
    expect(moneyKept({ ...unpaid, status: 'closed', refunds: [] }).is).toBe('never_paid')
  })

  it('goes back where only what nobody asked for was paid', () => {
    expect(moneyKept({ ...unpaid, status: 'refunding', refunds: [back(700, 'late')] })).toEqual({
      is: 'returned',
      paidFen: 700,
      keptFen: 0,
      backFen: 700,
    })
  })

  it('goes back as it came where it was too late or not the amount asked for', () => {
    for (const cause of ['late_payment', 'wrong_amount', 'account_banned'] as const)
      expect(moneyKept({ ...paid, status: 'refunded', refunds: [{ ...back(1001), cause }] }), cause).toEqual({
        is: 'returned',
        paidFen: 1001,
        keptFen: 0,
        backFen: 1001,
      })
  })

  it('is not decided while it is paid and nothing else', () => {
    expect(moneyKept({ ...paid, status: 'paid', refunds: [] })).toMatchObject({ is: 'undecided', paidFen: 1000 })
  })

  it('is kept, partly or not at all, as the refunds say', () => {
    const kept = (refunds: readonly MoneyBack[]) => moneyKept({ ...paid, status: 'settled', refunds: [...refunds] })
    expect(kept([])).toMatchObject({ is: 'kept', keptFen: 1000, backFen: 0 })
    expect(kept([back(900)])).toMatchObject({ is: 'part_back', keptFen: 100, backFen: 900 })
    expect(kept([back(1000)])).toMatchObject({ is: 'all_back', keptFen: 0, backFen: 1000 })
    expect(kept([back(900), back(100)])).toMatchObject({ is: 'all_back' })
  })

  it('does not count what was paid twice to what was kept', () => {
    const twice = moneyKept({ ...paid, status: 'settled', refunds: [back(1000, 'two')] })
    expect(twice).toMatchObject({ is: 'kept', keptFen: 1000, backFen: 0 })
  })
})

describe('an order', () => {
  const expiresAt = '2026-11-28T08:00:00.000Z'
  const end = Date.parse(expiresAt)
  const statuses = ['created', 'paid', 'settled', 'refunding', 'refunded', 'closed'] as const

  it('can be paid until its time is over', () => {
    expect(isOpen({ status: 'created', expiresAt }, end - 1)).toBe(true)
    expect(isOpen({ status: 'created', expiresAt }, end)).toBe(false)
    expect(isOpen({ status: 'paid', expiresAt }, end - 1)).toBe(false)
  })

  it('stands in words of its own in every state', () => {
    const texts = statuses.map((status) => orderState({ status, expiresAt }, 'zh', end - 1).text)
    expect(new Set([...texts, orderState({ status: 'created', expiresAt }, 'zh', end).text]).size).toBe(7)
  })

  it('is named by what was bought', () => {
    const of = (kind: Order['kind'], offer: Order['offer'], points: number | null = null) =>
      boughtName({ kind, offer, points }, 'zh')
    expect(of('verification', 'fee')).toBe('实名核验')
    expect(of('verification', 'membership')).toBe('实名核验，含一个月会员')
    expect(of('membership', null)).toBe('会员一个月')
    expect(of('points', null, 500)).toBe('500 积分')
  })
})
