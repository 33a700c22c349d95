import { describe, expect, it } from 'vitest'
import { type Answers, audited, clean, customer, ORDER, purchase } from './audited.ts'

const banned = { ...purchase, isBanned: true as const, customer: { ...customer, isBanned: true as const } }

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
    ['a second payment was kept', ({ whole }) => (whole.order.transactionId = null), '1000 are owed and 900 went back'],
    ['more is told to be back', ({ whole }) => whole.told.push({ ...whole.told[0] } as never), 'told to be back'],
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
      'other tills never had anything in a bill',
      ({ runs }) => runs[0]?.setAside.splice(0),
      'no bill of alipay had rows of other tills',
    ],
    [
      'a difference nobody explained',
      ({ runs }) =>
        runs[0]?.differences.push({ kind: 'payment_amount', outTradeNo: ORDER, status: 'open', outcome: 'x' }),
      `payment_amount ${ORDER} is open`,
    ],
    [
      'a refund nobody ended',
      ({ refundsLeft }) => refundsLeft.push({ outRefundNo: 'r1', channelCode: null }),
      'r1 is left to the operator',
    ],
  ])('finds that %s', async (_what, spoil, found) => {
    const answers = clean()
    spoil(answers)
    expect(await audited(answers)).toContain(found)
  })

  it('finds what a banned account bought, and its gate when it is open', async () => {
    const answers = clean()
    expect(await audited(answers, banned)).toBe(`${ORDER} was bought by a banned account`)
    answers.whole.order.transactionId = null
    answers.account.verification.status = 'verified'
    answers.verification.status = 'verified'
    answers.gate = true
    expect(await audited(answers, banned)).toContain('the gate is open')
  })
})
