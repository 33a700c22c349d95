import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Balances, readBalances } from '../../../functions/bookkeeping/ledger/read-ledger.ts'
import type { Offer } from '../../../functions/payment/good.ts'
import { paymentLists } from '../../../functions/payment/keys.ts'
import type { LedgerTransaction } from '../../../functions/payment/ledger/ledger.ts'
import { ledgerUnits } from '../../../functions/payment/ledger/ledger.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import type { PersonOutcome } from '../../../functions/sandbox/people.ts'
import { recharge } from '../../../functions/wallet/recharge.ts'
import { beijingDay, DAY } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { owed } from '../../operator.ts'
import { balances, begun, decided, drained, offered, person, type World, world } from '../../world.ts'
import { ledgerOf, lives } from '../ledgers.ts'

const today = beijingDay(NOON)
const dayFrom = (days: number): string => beijingDay(NOON + days * DAY)

const lineOf = ({ lines }: Balances, account: string) => lines.find((line) => line.account === account)

const wholeRange = { from: dayFrom(-4), until: dayFrom(5) }

describe('balances happy', () => {
  it('adds up what moved on every account, and says that it balances', async () => {
    const at = world()
    await owed(at)
    await drained(at)
    await decided(at, { who: person('mismatch'), offer: 'membership' })
    const sheet = valueIn(await readBalances(at, { from: today, until: today }))
    expect(sheet).toEqual({
      from: today,
      until: today,
      unit: 'fen',
      transactions: 4,
      lines: [
        { account: 'clearing:wechat_pay', amount: 1100 },
        { account: 'deposit:*', amount: 0, accounts: 2, open: 0 },
        { account: 'refund-payable:*', amount: -1000, accounts: 2, open: 2 },
        { account: 'revenue:fee', amount: -100 },
      ],
      total: 0,
    })
  })

  it('keeps money, points and vendor cost apart', async () => {
    const at = world({ vendorCost: { scripted: 3000 } })
    const { user } = await decided(at, { who: person('match') })
    const order = valueIn(await recharge(at, user.accountId, { idempotencyKey: 'k', points: 500 }))
    await recordPayment(at, at.channel.payerPays(await offered(at, { user, order })))
    const sheets = await Promise.all(
      ledgerUnits.map(async (unit) => valueIn(await readBalances(at, { from: today, until: today, unit }))),
    )
    expect(sheets.map(({ unit, lines }) => [unit, lines])).toEqual([
      [
        'fen',
        [
          { account: 'clearing:wechat_pay', amount: 600 },
          { account: 'deposit:*', amount: 0, accounts: 2, open: 0 },
          { account: 'revenue:fee', amount: -100 },
          { account: 'revenue:points', amount: -500 },
        ],
      ],
      [
        'point',
        [
          { account: 'points-issued', amount: 500 },
          { account: 'points:*', amount: -500, accounts: 1, open: 1 },
        ],
      ],
      [
        'yuan_10000th',
        [
          { account: 'expense:vendor:scripted', amount: 3000 },
          { account: 'payable:vendor:scripted', amount: -3000 },
        ],
      ],
    ])
  })

  it('of any history and any range sum to zero, in every unit, and are the sums of what was booked', async () => {
    const range = fc.record({ first: fc.integer({ min: -4, max: 4 }), days: fc.integer({ min: 0, max: 9 }) })
    await fc.assert(
      fc.asyncProperty(lives, range, async (all, { first, days }) => {
        const { table, transactions } = await ledgerOf(all)
        const [from, until] = [dayFrom(first), dayFrom(first + days)]
        const within = transactions.filter(({ at }) => beijingDay(at) >= from && beijingDay(at) <= until)
        for (const unit of ledgerUnits) {
          const sheet = valueIn(await readBalances({ table }, { from, until, unit }))
          const booked = within.filter((one) => one.unit === unit)
          expect(sheet.total).toBe(0)
          expect(sheet.transactions).toBe(booked.length)
          for (const { account, amount } of sheet.lines)
            expect([account, amount]).toEqual([account, summed(booked, account)])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of the days of a range add up to those of the range', async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (all) => {
        const { table } = await ledgerOf(all)
        const whole = valueIn(await readBalances({ table }, wholeRange))
        const sums = new Map<string, number>()
        for (let days = -4; days <= 5; days += 1) {
          const { lines } = valueIn(await readBalances({ table }, { from: dayFrom(days), until: dayFrom(days) }))
          for (const { account, amount } of lines) sums.set(account, (sums.get(account) ?? 0) + amount)
        }
        expect(Object.fromEntries(whole.lines.map(({ account, amount }) => [account, amount]))).toEqual(
          Object.fromEntries(sums),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('count the accounts of orders that are not at zero', async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (all) => {
        const { table } = await ledgerOf(all)
        const sheet = valueIn(await readBalances({ table }, wholeRange))
        const undecided = all.filter(({ steps }) => steps === 1)
        const unpaid = all.filter(({ steps, backFen }) => steps === 2 && backFen > 0)
        expect(lineOf(sheet, 'deposit:*')?.open ?? 0).toBe(undecided.length)
        expect(lineOf(sheet, 'refund-payable:*')?.open ?? 0).toBe(unpaid.length)
      }),
      { numRuns: 30 },
    )
  })

  const histories = fc.array(
    fc.record({
      offer: fc.constantFrom<Offer>('fee', 'membership'),
      outcome: fc.constantFrom<PersonOutcome>('match', 'mismatch', 'no_record', 'timeout_after_sending'),
      amounts: fc.array(fc.constantFrom(1, 100, 1000), { minLength: 1, maxLength: 3 }),
      after: fc.constantFrom(0, DAY / 2, DAY),
    }),
    { minLength: 1, maxLength: 3 },
  )

  it('of what the real operations did sum to zero, and are what the table holds', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (all) => {
        const at = world()
        for (const [nth, one] of all.entries()) await live(at, nth, one)
        for (const unit of ledgerUnits) {
          const until = beijingDay(at.time.now)
          const sheet = valueIn(await readBalances(at, { from: today, until, unit }))
          expect(sheet.total).toBe(0)
          for (const { account, amount } of sheet.lines) expect([account, amount]).toEqual([account, held(at, account)])
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('balances refused', () => {
  it.each([
    ['backwards', today, dayFrom(-1)],
    ['32 days', dayFrom(-31), today],
    ['a year', '20250101', '20251231'],
  ])('a range that is none: %s', async (_case, from, until) => {
    const at = world()
    expect(await readBalances(at, { from, until })).toMatchObject({
      refusal: { code: 'invalid_day_range', fields: [{ pointer: '/until' }] },
    })
    expect(at.table.calls()).toBe(0)
  })

  it('31 days are a range', async () => {
    const at = world()
    expect(codeOf(await readBalances(at, { from: dayFrom(-30), until: today }))).toBe('ok')
  })

  it('more than can be added up in one answer', async () => {
    const page = (items: Item[]) => ({ items, next: 'more' })
    const item: Item = { pk: 'ORDER#1', sk: 'LEDGER#1', id: 'pay:1', orderId: '1', at: NOON, unit: 'fen', entries: [] }
    const endless: Pick<Table, 'list'> = { list: async () => page(Array<Item>(200).fill(item)) }
    const { table } = world()
    const outcome = await readBalances({ table: { ...table, ...endless } }, { from: today, until: today })
    expect(codeOf(outcome)).toBe('ledger_range_too_large')
  })
})

describe('balances hostile', () => {
  it('a ledger that does not balance says so', async () => {
    const at = world()
    await owed(at)
    const list = paymentLists.ledger(today, 0)
    const half = { id: 'x', orderId: 'o', at: NOON, unit: 'fen', entries: [{ account: 'bank', fen: 7 }] }
    await at.table.commit([
      { kind: 'put', key: { pk: 'ORDER#x', sk: 'LEDGER#x' }, item: { ...half, listName: list, listAt: NOON } },
    ])
    const sheet = valueIn(await readBalances(at, { from: today, until: today }))
    expect(sheet.total).toBe(7)
    expect(lineOf(sheet, 'bank')).toEqual({ account: 'bank', amount: 7 })
  })
})

const isOf = (line: string, account: string): boolean =>
  line.endsWith('*') ? account.startsWith(line.slice(0, -1)) : account === line

const summed = (transactions: readonly LedgerTransaction[], line: string): number =>
  transactions
    .flatMap(({ entries }) => entries)
    .filter(({ account }) => isOf(line, account))
    .reduce((sum, { fen }) => sum + fen, 0)

const held = (at: World, line: string): number =>
  Object.entries(balances(at)).reduce((sum, [account, fen]) => (isOf(line, account) ? sum + fen : sum), 0)

/** Somebody pays, perhaps more than once or the wrong amount; everything owed is done, and time passes. */
const live = async (
  at: World,
  nth: number,
  of: { offer: Offer; outcome: PersonOutcome; amounts: number[]; after: number },
): Promise<void> => {
  const open = await begun(at, { offer: of.offer, who: person(of.outcome, nth) })
  const number = await offered(at, open)
  for (const [payment, amountFen] of of.amounts.entries())
    await recordPayment(at, at.channel.payerPays(outTradeNo(number, payment + 1), { amountFen }))
  await drained(at)
  at.time.now += of.after
}
