import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../../functions/membership/buy.ts'
import type { Offer } from '../../../functions/payment/good.ts'
import {
  channelSettled,
  type LedgerTransaction,
  paymentDecided,
  paymentReceived,
  pointsIssued,
  pointsWithdrawn,
  refundForced,
  refundPaid,
  refundPaidByHand,
  suspended,
  vendorCharged,
} from '../../../functions/payment/ledger/ledger.ts'
import { booked } from '../../../functions/payment/ledger/ledger-store.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import type { PersonOutcome } from '../../../functions/sandbox/people.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { NOON, valueIn } from '../../kit.ts'
import { balances, begun, drained, offered, person, type World, world } from '../../world.ts'

const sum = ({ entries }: LedgerTransaction): number => entries.reduce((total, { fen }) => total + fen, 0)

const fen = fc.integer({ min: 1, max: 1_000_000 })
const payment = { channel: 'wechat_pay', outTradeNo: 'n', at: NOON } as const

describe('a ledger transaction', () => {
  it('sums to zero, whatever the amounts', () => {
    fc.assert(
      fc.property(fen, fen, (paidFen, part) => {
        const refundFen = Math.min(paidFen, part)
        const all = [
          paymentReceived({ ...payment, paidFen }),
          paymentDecided({ ...payment, paidFen, refundFen, earned: 'fee' }),
          refundPaid({ ...payment, outRefundNo: 'n1', refundFen }),
          pointsIssued({ accountId: 'a', outTradeNo: 'n', points: paidFen, at: NOON }),
        ]
        expect(all.map(sum)).toEqual([0, 0, 0, 0])
      }),
    )
  })

  it('has no entry of nothing', () => {
    const { entries } = paymentDecided({ ...payment, paidFen: 100, refundFen: 0, earned: 'membership' })
    expect(entries).toEqual([
      { account: 'deposit:n', fen: 100 },
      { account: 'revenue:membership', fen: -100 },
    ])
  })

  it('P7 says who gets what after a mismatch', () => {
    expect(paymentDecided({ ...payment, paidFen: 1000, refundFen: 900, earned: 'fee' })).toEqual({
      id: 'decide:n',
      at: NOON,
      unit: 'fen',
      entries: [
        { account: 'deposit:n', fen: 1000 },
        { account: 'revenue:fee', fen: -100 },
        { account: 'refund-payable:n', fen: -900 },
      ],
    })
  })

  it.each<[string, LedgerTransaction, [string, number][]]>([
    [
      'a payment',
      paymentReceived({ ...payment, paidFen: 7 }),
      [
        ['clearing:wechat_pay', 7],
        ['deposit:n', -7],
      ],
    ],
    [
      'a refund',
      refundPaid({ ...payment, outRefundNo: 'n1', refundFen: 7 }),
      [
        ['refund-payable:n', 7],
        ['clearing:wechat_pay', -7],
      ],
    ],
    [
      'a refund paid by hand',
      refundPaidByHand({ ...payment, outRefundNo: 'n1', refundFen: 7 }),
      [
        ['refund-payable:n', 7],
        ['bank', -7],
      ],
    ],
    [
      'points',
      pointsIssued({ accountId: 'a', outTradeNo: 'n', points: 7, at: NOON }),
      [
        ['points-issued', 7],
        ['points:a', -7],
      ],
    ],
    [
      'points taken back',
      pointsWithdrawn({ accountId: 'a', outTradeNo: 'n', points: 7, at: NOON }),
      [
        ['points:a', 7],
        ['points-issued', -7],
      ],
    ],
    [
      'a call of a vendor',
      vendorCharged({ vendor: 'v', outTradeNo: 'n', cost: 3300, at: NOON }),
      [
        ['expense:vendor:v', 3300],
        ['payable:vendor:v', -3300],
      ],
    ],
    [
      'what a channel paid out, and kept',
      channelSettled({ ...payment, day: '20261120', settledFen: 90, feeFen: 6 }),
      [
        ['bank', 90],
        ['expense:channel', 6],
        ['clearing:wechat_pay', -96],
      ],
    ],
    [
      'what nobody has explained',
      suspended({ ...payment, day: '20261120', difference: 'd', fen: 7 }),
      [
        ['clearing:wechat_pay', 7],
        ['suspense:wechat_pay', -7],
      ],
    ],
    [
      'money the channel gave back, of which all was owed',
      refundForced({ ...payment, channelRefundId: 'f', fen: 30, owedFen: 70, kept: { earned: 'fee', fen: 9 } }),
      [
        ['refund-payable:n', 30],
        ['clearing:wechat_pay', -30],
      ],
    ],
    [
      'money the channel gave back, of which a part was owed',
      refundForced({ ...payment, channelRefundId: 'f', fen: 30, owedFen: 20, kept: { earned: 'fee', fen: 10 } }),
      [
        ['refund-payable:n', 20],
        ['revenue:fee', 10],
        ['clearing:wechat_pay', -30],
      ],
    ],
    [
      'money the channel gave back beyond what was owed and is still kept, because it had been paid by hand',
      refundForced({ ...payment, channelRefundId: 'f', fen: 30, owedFen: 20, kept: { earned: 'fee', fen: 9 } }),
      [
        ['refund-payable:n', 20],
        ['revenue:fee', 9],
        ['paid-twice:n', 1],
        ['clearing:wechat_pay', -30],
      ],
    ],
    [
      'money the channel gave back of a payment that earned nothing and was paid by hand',
      refundForced({ ...payment, channelRefundId: 'f', fen: 30, owedFen: 0 }),
      [
        ['paid-twice:n', 30],
        ['clearing:wechat_pay', -30],
      ],
    ],
  ])('of %s moves it from one account to the other', (_what, { entries, at }, moved) => {
    expect(entries.map(({ account, fen }) => [account, fen])).toEqual(moved)
    expect(at).toBe(NOON)
  })

  it('is not made of what is no amount', () => {
    expect(() => paymentReceived({ ...payment, paidFen: Number.NaN })).toThrow('must sum to zero')
  })

  it('counts points apart from money', () => {
    expect(pointsIssued({ accountId: 'a', outTradeNo: 'n', points: 500, at: NOON }).unit).toBe('point')
    expect(paymentReceived({ ...payment, paidFen: 500 }).unit).toBe('fen')
  })

  it('is booked once: the same event again is a conflict', async () => {
    const table = memoryTable()
    const write = booked('o', paymentReceived({ ...payment, paidFen: 100 }))
    expect((await table.commit([write])).kind).toBe('committed')
    expect(await table.commit([write])).toMatchObject({ kind: 'conflict', conflicts: [{ because: 'already_booked' }] })
  })
})

/** Everything that is owed is done, and the channel pays every refund out. */
const settled = async (at: World): Promise<void> => {
  await drained(at)
  for (const [number, { state }] of at.channel.refunds) if (state.kind !== 'succeeded') at.channel.finishes(number)
  at.time.now += 60_000
  for (const { pk, sk, status } of at.table.items())
    if (status === 'submitted') await giveBack(at, `${pk.slice('ORDER#'.length)}.${sk.slice('REFUND#'.length)}`)
}

const open = (accounts: Record<string, number>): string[] =>
  Object.entries(accounts).flatMap(([account, balance]) =>
    /^(deposit|refund-payable):/.test(account) && balance !== 0 ? [account] : [],
  )

describe('P7 P16 after any history', () => {
  const histories = fc.record({
    offer: fc.constantFrom<Offer>('fee', 'membership'),
    outcome: fc.constantFrom<PersonOutcome>('match', 'mismatch', 'no_record', 'timeout_after_sending', 'daily_limit'),
    amounts: fc.array(fc.constantFrom(1, 100, 999, 1000), { minLength: 1, maxLength: 3 }),
    closedFirst: fc.boolean(),
  })

  it('no deposit and no debt to a payer is left, and the channel holds exactly what was earned', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ offer, outcome, amounts, closedFirst }) => {
        const at = world()
        const begunOne = await begun(at, { offer, who: person(outcome) })
        const number = await offered(at, begunOne)
        if (closedFirst) await at.closeUnpaid(begunOne.order.id)
        for (const [nth, amountFen] of amounts.entries())
          await recordPayment(at, at.channel.payerPays(outTradeNo(number, nth + 1), { amountFen }))
        await settled(at)
        const accounts = balances(at)
        expect(open(accounts)).toEqual([])
        const { 'clearing:wechat_pay': held = 0, 'revenue:fee': fee = 0, 'revenue:membership': month = 0 } = accounts
        expect(held + fee + month).toBe(0)
        const received = amounts.reduce((total, one) => total + one, 0)
        expect(held).toBe(received - at.channel.givenBackFen())
      }),
      { numRuns: 40 },
    )
  })

  it('also for a membership that was bought without a verification', async () => {
    const at = world()
    const { user } = await begun(at)
    const order = valueIn(await buyMembership(at, user.accountId, { idempotencyKey: 'k' }))
    await recordPayment(at, at.channel.payerPays(await offered(at, { user, order })))
    await settled(at)
    expect(balances(at)).toEqual({
      'clearing:wechat_pay': 1000,
      [`deposit:${order.id}`]: 0,
      'revenue:membership': -1000,
    })
  })
})
