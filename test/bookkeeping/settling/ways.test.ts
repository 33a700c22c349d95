import { describe, expect, it } from 'vitest'
import { type DifferenceKind, differenceKinds } from '../../../functions/bookkeeping/reconciliation/comparison.ts'
import {
  against,
  areOpposite,
  fenOf,
  oppositesOf,
  type Settleable,
  type SettlingWay,
  settlingWays,
  waysOf,
  wrongBy,
} from '../../../functions/bookkeeping/settling/ways.ts'
import { NOON } from '../../kit.ts'

const difference = (kind: DifferenceKind, outcome: string, more: Partial<Settleable> = {}): Settleable => ({
  id: `${kind}:n`,
  ...{ kind, outcome, status: 'open', channel: 'wechat_pay', day: '20261119', outTradeNo: 'n', at: NOON },
  ...{ thereFen: 100, hereFen: 0 },
  ...more,
})

const missed = { thereFen: 0, hereFen: 100 }
const more = { thereFen: 130, hereFen: 100 }
const less = { thereFen: 70, hereFen: 100 }

/** The table once more: what stays open, and how it may end. Whatever is not here has no way. */
const table: readonly (readonly [
  DifferenceKind,
  outcome: string,
  Partial<Settleable>,
  ways: readonly SettlingWay[],
  account: string,
  fen: number,
])[] = [
  ['payment_missing_here', 'unknown_order', {}, ['matched', 'paid_back', 'taken_in'], 'suspense', 100],
  ['payment_missing_here', 'number_paid_twice', {}, ['matched', 'paid_back'], 'suspense', 100],
  ['payment_amount', 'amount_differs', more, ['matched', 'paid_back'], 'suspense', 30],
  ['payment_amount', 'amount_differs', less, ['matched', 'got_back', 'written_off'], 'suspense', -30],
  ['refund_missing_here', 'unknown_order', {}, ['matched', 'got_back', 'written_off'], 'suspense', -100],
  ['refund_missing_here', 'paid_twice', {}, ['matched', 'got_back', 'written_off'], 'suspense', -100],
  ['refund_missing_here', 'more_than_paid', {}, ['matched', 'got_back', 'written_off'], 'suspense', -100],
  ['refund_amount', 'amount_differs', more, ['matched', 'got_back', 'written_off'], 'suspense', -30],
  ['refund_amount', 'amount_differs', less, ['matched', 'paid_back'], 'suspense', 30],
  ['payment_missing_there', 'frozen', missed, ['written_off'], 'clearing', -100],
  ['refund_missing_there', 'refund_absent', missed, ['owed_again'], 'clearing', 100],
  ['refund_missing_there', 'refund_closed', missed, ['owed_again'], 'clearing', 100],
  ['refund_missing_there', 'refund_rejected', missed, ['owed_again'], 'clearing', 100],
]

describe('ways to settle a difference', () => {
  it.each(table)('%s that is %s (%o): %j, of %s %d fen', (kind, outcome, amounts, ways, account, fen) => {
    const one = difference(kind, outcome, amounts)
    expect(waysOf(one)).toEqual(ways)
    expect(wrongBy(one)).toEqual({ account: `${account}:wechat_pay`, fen })
    expect(fenOf(one)).toBe(Math.abs(fen))
  })

  it('has none for what is over, waits for a bill or a check, or is the channel’s to end', () => {
    const others: [DifferenceKind, string, Partial<Settleable>][] = [
      ['refund_missing_here', 'undecided', {}],
      ['refund_missing_there', 'refund_processing', missed],
      ['refund_missing_there', 'refund_abnormal', missed],
      ['payment_missing_there', 'refund_absent', missed],
      ['refund_missing_there', 'frozen', missed],
      ['payment_missing_here', 'a word that nobody knows', {}],
      ['payment_missing_here', 'toString', {}],
    ]
    for (const [kind, outcome, amounts] of others) expect(waysOf(difference(kind, outcome, amounts))).toEqual([])
    for (const [kind, outcome, amounts] of table)
      for (const status of ['waiting', 'explained', 'settled'] as const)
        expect(waysOf(difference(kind, outcome, { ...amounts, status }))).toEqual([])
  })

  it('takes in or writes off nothing that a payer is owed', () => {
    for (const [kind, outcome, amounts, , account, fen] of table) {
      const ways = waysOf(difference(kind, outcome, amounts))
      const isPayers = fen > 0 && outcome !== 'unknown_order'
      if (isPayers) expect([ways.includes('taken_in'), ways.includes('written_off')]).toEqual([false, false])
      if (account === 'suspense') expect(ways.includes('written_off')).toBe(fen < 0)
    }
  })

  it('offers every way to something, and every kind of difference one', () => {
    expect([...new Set(table.flatMap(([, , , ways]) => ways))].sort()).toEqual([...settlingWays].sort())
    expect([...new Set(table.map(([kind]) => kind))].sort()).toEqual([...differenceKinds].sort())
  })

  it('says what money turned out to be', () => {
    const one = difference('payment_missing_here', 'unknown_order')
    expect(Object.fromEntries(settlingWays.map((way) => [way, against(one, way)]))).toEqual({
      matched: 'matched:wechat_pay',
      paid_back: 'bank',
      got_back: 'bank',
      taken_in: 'revenue:difference',
      written_off: 'expense:difference',
      owed_again: 'refund-payable:n',
    })
  })
})

describe('differences that cancel each other', () => {
  const paid = difference('payment_missing_here', 'unknown_order')
  const back = difference('refund_missing_here', 'unknown_order')

  it('are in suspense with the same amount, the other way round', () => {
    expect([areOpposite(paid, back), areOpposite(back, paid)]).toEqual([true, true])
  })

  it.each<[string, Settleable]>([
    ['itself', paid],
    ['one of the same sign', difference('payment_missing_here', 'number_paid_twice', { id: 'other' })],
    ['a fen more', { ...back, thereFen: 101 }],
    ['a fen less', { ...back, thereFen: 99 }],
    ['another channel’s', { ...back, channel: 'alipay' }],
    ['one that was settled', { ...back, status: 'settled' }],
    ['one whose check still runs', { ...back, outcome: 'undecided' }],
    ['what is not in suspense', difference('refund_missing_there', 'refund_absent', missed)],
    ['a payment that never came', difference('payment_missing_there', 'frozen', missed)],
  ])('are not %s', (_what, other) => {
    expect([areOpposite(paid, other), areOpposite(other, paid)]).toEqual([false, false])
  })

  it('are offered to choose from, those of the same payment first, and not more than one can look through', () => {
    const others = Array.from({ length: 30 }, (_none, nth) => ({ ...back, id: `r-${nth}`, outTradeNo: `o-${nth}` }))
    const offered = oppositesOf(paid, [paid, ...others, back])
    expect([offered.length, offered[0], offered[1]]).toEqual([20, back, others[0]])
  })

  it('are none of nothing', () => {
    const nothing = difference('payment_amount', 'amount_differs', { thereFen: 100, hereFen: 100 })
    expect(areOpposite(nothing, { ...nothing, id: 'other' })).toBe(false)
  })
})
