import { describe, expect, it } from 'vitest'
import type { Platform } from '../../local/demo/platform.ts'
import { chanceOn } from '../simulation/chance.ts'
import { accountFaults } from './audit-accounts.ts'
import { bookFaults } from './audit-books.ts'
import { orderFaults } from './audit-orders.ts'
import type { Customer, Purchase, Stage } from './stage.ts'

const ORDER = '1'.repeat(32)
const NOW = Date.parse('2026-11-20T12:00:00+08:00')

/** What every route answers after a membership that ended in a mismatch: 1000 fen paid, 900 back. */
const clean = () => ({
  whole: {
    order: { id: ORDER, status: 'settled', transactionId: 't1' as string | undefined, outTradeNo: ORDER } as Record<
      string,
      unknown
    >,
    payments: [{ outTradeNo: ORDER }],
    refunds: [{ outTradeNo: ORDER, outRefundNo: `${ORDER}v1`, refundFen: 900, status: 'succeeded', paidByHand: false }],
    ledger: [
      {
        id: `pay:${ORDER}`,
        unit: 'fen',
        entries: [
          { account: 'clearing:wechat_pay', amount: 1000 },
          { account: `deposit:${ORDER}`, amount: -1000 },
        ],
      },
      {
        id: `decide:${ORDER}`,
        unit: 'fen',
        entries: [
          { account: `deposit:${ORDER}`, amount: 1000 },
          { account: 'revenue:fee', amount: -100 },
          { account: `refund-payable:${ORDER}`, amount: -900 },
        ],
      },
      {
        id: `refund:${ORDER}v1`,
        unit: 'fen',
        entries: [
          { account: `refund-payable:${ORDER}`, amount: 900 },
          { account: 'clearing:wechat_pay', amount: -900 },
        ],
      },
    ],
  },
  channel: {
    outTradeNo: ORDER,
    paidFen: 1000,
    refunds: [{ outRefundNo: `${ORDER}v1`, refundFen: 900, state: 'SUCCESS' }],
  },
  verification: { status: 'mismatch' },
  account: {
    verification: { status: 'unverified' },
    membership: null as { active: boolean } | null,
    points: 0,
  },
  gate: false,
  balances: {
    total: 0,
    lines: [
      { account: 'clearing:wechat_pay', amount: 100 },
      { account: 'deposit:*', amount: 0, open: 0 },
      { account: 'revenue:fee', amount: -100 },
    ] as { account: string; amount: number; open?: number }[],
  },
  runs: [{ day: '20261119', status: 'done', differences: [] as Record<string, string>[] }],
  refundsLeft: [] as { outRefundNo: string }[],
})

type Answers = ReturnType<typeof clean>

const customer: Customer = {
  externalId: 'chaos-1',
  accountId: 'a'.repeat(32),
  token: 'token',
  person: { name: '', idNumber: '', phone: '', outcome: 'mismatch' },
}
const purchase: Purchase = {
  customer,
  wanted: 'membership',
  orderId: ORDER,
  verificationId: '2'.repeat(32),
  points: 0,
  story: [],
}

/** A service that says what it is told to say. */
const saying = (answers: Answers): Stage => {
  const byPath: Record<string, () => unknown> = {
    '/v1/operator/orders/{id}': () => answers.whole,
    '/sandbox/payments': () => answers.channel,
    '/v1/verifications/{id}': () => answers.verification,
    '/v1/account': () => answers.account,
    '/v1/operator/ledger/balances': () => answers.balances,
    '/v1/operator/reconciliations/{channel}': () => ({ runs: answers.runs }),
    '/v1/operator/reconciliations/{channel}/{day}': () => answers.runs[0],
    '/v1/operator/refunds': () => ({ refunds: answers.refundsLeft }),
  }
  const platform = {
    url: '',
    must: async (route: { path: string }) => byPath[route.path]?.(),
    call: async (route: { path: string }) =>
      route.path === '/v1/gate/{feature}' ? { ok: answers.gate } : { ok: true, body: byPath[route.path]?.() },
    pass: async () => {},
  } as unknown as Platform
  return {
    platform,
    platformKey: '',
    operatorKey: '',
    chance: chanceOn([]),
    purchases: [purchase],
    customers: [customer],
    violations: [],
    counts: new Map(),
  }
}

const audited = async (answers: Answers, of: Partial<Stage> = {}): Promise<string> => {
  const stage = { ...saying(answers), ...of }
  const [purchase] = stage.purchases
  if (!purchase) throw new Error('nothing was bought')
  const { customer } = purchase
  const money = { paidFen: 0, refundedFen: 0, byHandFen: 0 }
  const faults = [...(await orderFaults(stage, purchase, money)), ...(await accountFaults(stage, customer))]
  return [...faults, ...(await bookFaults(stage, NOW, money))].join('\n')
}

const banned: Purchase = { ...purchase, isBanned: true, customer: { ...customer, isBanned: true } }

describe('P6 P7 P12 P16 the audit after the storm', () => {
  it('finds nothing where all is well', async () => {
    expect(await audited(clean())).toBe('')
  })

  it.each<[string, (answers: Answers) => void, string]>([
    ['too little went back', ({ channel }) => (channel.refunds = []), '900 are owed and 0 went back'],
    [
      'it went back twice',
      ({ channel }) => channel.refunds.push({ outRefundNo: `${ORDER}v2`, refundFen: 100, state: 'SUCCESS' }),
      '900 are owed and 1000 went back',
    ],
    [
      'a second payment was kept',
      ({ whole }) => (whole.order.transactionId = undefined),
      '1000 are owed and 900 went back',
    ],
    ['a payment is not booked', ({ whole }) => whole.ledger.shift(), 'the ledger does not know what was paid'],
    ['a decision is not booked', ({ whole }) => whole.ledger.splice(1, 1), `deposit:${ORDER} is left at -1000`],
    ['a refund is not booked', ({ whole }) => whole.ledger.pop(), 'the ledger holds 1000 fen, the channel 100'],
    ['one leg is missing', ({ whole }) => whole.ledger[1]?.entries.splice(1, 1), 'its ledger sums to 100'],
    ['the order stays paid', ({ whole }) => (whole.order.status = 'paid'), 'stays paid'],
    ['the order is frozen', ({ whole }) => (whole.order.frozenAt = '2026-11-20T00:00:00Z'), 'is frozen'],
    ['the check never ends', ({ verification }) => (verification.status = 'checking'), 'stays checking'],
    ['the verdict is not the vendor’s', ({ verification }) => (verification.status = 'no_record'), 'the vendor says'],
    [
      'a refund is left behind',
      ({ whole }) => whole.refunds.push({ ...whole.refunds[0], status: 'submitted' } as never),
      'stays submitted',
    ],
    [
      'a membership nobody earned',
      ({ account }) => (account.membership = { active: true }),
      'membership and what earns',
    ],
    ['points nobody bought', ({ account }) => (account.points = 100), 'has 100 points, and bought 0'],
    [
      'verified without a verdict',
      ({ account }) => (account.verification.status = 'verified'),
      'verified and its order',
    ],
    ['the gate is open', (answers) => (answers.gate = true), 'the gate is open'],
    ['the books do not add up', ({ balances }) => (balances.total = 1), 'the ledger sums to 1'],
    [
      'the books hold too much',
      ({ balances }) => balances.lines.push({ account: 'bank', amount: 5 }),
      'the ledger holds 105 fen, the channels 100',
    ],
    [
      'money is in suspense',
      ({ balances }) => balances.lines.push({ account: 'suspense:alipay', amount: 7 }),
      '7 fen are in suspense',
    ],
    [
      'somebody is owed',
      ({ balances }) => balances.lines.push({ account: 'deposit:*', amount: 0, open: 2 }),
      '2 accounts deposit:*',
    ],
    ['a day was not reconciled', (answers) => (answers.runs = []), 'no day of alipay'],
    ['a day is not done', ({ runs }) => ((runs[0] ?? { status: '' }).status = 'due'), '20261119 is due'],
    [
      'a difference nobody explained',
      ({ runs }) =>
        runs[0]?.differences.push({ kind: 'payment_amount', outTradeNo: ORDER, status: 'open', outcome: 'x' }),
      `payment_amount ${ORDER} is open`,
    ],
    [
      'a refund nobody ended',
      ({ refundsLeft }) => refundsLeft.push({ outRefundNo: 'r1' }),
      'r1 is left to the operator',
    ],
  ])('finds that %s', async (_what, spoil, found) => {
    const answers = clean()
    spoil(answers)
    expect(await audited(answers)).toContain(found)
  })

  it('finds what a banned account bought, and its gate when it is open', async () => {
    const answers = clean()
    const of = { purchases: [banned], customers: [banned.customer] }
    expect(await audited(answers, of)).toBe(`${ORDER} was bought by a banned account`)
    answers.whole.order.transactionId = undefined
    answers.account.verification.status = 'verified'
    answers.verification.status = 'verified'
    answers.gate = true
    expect(await audited(answers, of)).toContain('the gate is open')
  })
})
