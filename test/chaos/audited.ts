import type { Platform } from '../../local/demo/platform.ts'
import { chanceOn } from '../simulation/runs/chance.ts'
import { accountFaults } from './audit-accounts.ts'
import { type AtChannel, bookFaults } from './audit-books.ts'
import { orderFaults } from './audit-orders.ts'
import type { Customer, Purchase, Stage } from './stage.ts'

export const ORDER = '1'.repeat(32)
const NOW = Date.parse('2026-11-20T12:00:00+08:00')

/** What every route answers after a membership that ended in a mismatch: 1000 fen paid, 900 back. */
export const clean = () => ({
  whole: {
    order: {
      id: ORDER,
      status: 'settled',
      transactionId: 't1' as string | null,
      takenBackAt: null,
      outTradeNo: ORDER,
    } as Record<string, unknown>,
    payments: [{ outTradeNo: ORDER }],
    refunds: [{ outTradeNo: ORDER, outRefundNo: `${ORDER}v1`, amountFen: 900, status: 'succeeded', paidByHand: false }],
    told: [{ outTradeNo: ORDER, status: 'back', amountFen: 900 }],
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
  runs: [
    { day: '20261119', status: 'done', differences: [] as Record<string, string>[], setAside: [{ kind: 'REVOKED' }] },
  ],
  refundsLeft: [] as { outRefundNo: string; channelCode: string | null }[],
})

export type Answers = ReturnType<typeof clean>

export const customer: Customer = {
  externalId: 'chaos-1',
  accountId: 'a'.repeat(32),
  token: 'token',
  person: { name: '', idNumber: '', phone: '', outcome: 'mismatch' },
}
export const purchase: Purchase = {
  customer,
  wanted: 'membership',
  orderId: ORDER,
  verificationId: '2'.repeat(32),
  points: 0,
  story: [],
}

/** A service that says what it is told to say. */
const saying = (answers: Answers): Stage => {
  const byPath: Record<string, (query?: Record<string, string>) => unknown> = {
    '/v1/operator/orders/{id}': () => answers.whole,
    '/sandbox/payments': () => answers.channel,
    '/v1/account': () => answers.account,
    '/v1/operator/ledger/balances': () => answers.balances,
    '/v1/operator/reconciliations/{channel}': () => ({ runs: answers.runs, unreadable: [] }),
    '/v1/operator/reconciliations/{channel}/{day}': () => answers.runs[0] && { ...answers.runs[0], unreadable: [] },
    '/v1/operator/refunds': (query) => ({
      refunds: query?.which === 'operator' ? answers.refundsLeft : [],
      unreadable: [],
    }),
  }
  const platform = {
    url: '',
    must: async (route: { path: string }, of?: { query?: Record<string, string> }) => byPath[route.path]?.(of?.query),
    call: async (route: { path: string }) =>
      route.path === '/v1/gate/{feature}' ? { ok: answers.gate } : { ok: true, body: byPath[route.path]?.() },
    shiming: { withSession: () => ({ verifications: { get: async () => answers.verification } }) },
    pass: async () => {},
  } as unknown as Platform
  return {
    platform,
    platformKey: '',
    operatorKey: '',
    chance: chanceOn([]),
    purchases: [purchase],
    listeners: [],
    customers: [customer],
    violations: [],
    counts: new Map(),
  }
}

/** Everything the audit finds wrong with these answers, of what was bought. */
export const audited = async (answers: Answers, bought: Purchase = purchase): Promise<string> => {
  const stage = { ...saying(answers), purchases: [bought], customers: [bought.customer] }
  const money: AtChannel = { paidFen: 0, refundedFen: 0, byHandFen: 0, endless: new Set() }
  const faults = [...(await orderFaults(stage, bought, money)), ...(await accountFaults(stage, bought.customer))]
  return [...faults, ...(await bookFaults(stage, NOW, money))].join('\n')
}
