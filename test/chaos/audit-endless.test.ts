import { describe, expect, it } from 'vitest'
import { type Answers, audited, clean, ORDER } from './audited.ts'

/** The same, but for a refund that the channel never ends, which an operator has. */
const endless = (): Answers => {
  const answers = clean()
  const { whole, channel, balances } = answers
  const [refund] = whole.refunds
  if (refund) refund.status = 'operator'
  whole.told = [{ outTradeNo: ORDER, status: 'needs_person', amountFen: 900 }]
  whole.ledger.pop()
  channel.refunds = [{ outRefundNo: `${ORDER}v1`, refundFen: 900, state: 'PROCESSING' }]
  balances.lines = [
    { account: 'clearing:wechat_pay', amount: 1000 },
    { account: 'refund-payable:*', amount: -900, open: 1 },
    { account: 'revenue:fee', amount: -100 },
  ]
  answers.refundsLeft = [{ outRefundNo: `${ORDER}v1`, channelCode: 'processing_too_long' }]
  return answers
}

describe('P7 the audit of a refund that never ends', () => {
  it('finds nothing where an operator has it', async () => {
    expect(await audited(endless())).toBe('')
  })

  it.each<[string, (answers: Answers) => void, string]>([
    ['it still waits', ({ whole }) => ((whole.refunds[0] ?? { status: '' }).status = 'submitted'), 'stays submitted'],
    ['no operator sees it', (answers) => (answers.refundsLeft = []), 'no operator is told'],
    [
      'nobody says why',
      ({ refundsLeft }) => {
        if (refundsLeft[0]) refundsLeft[0].channelCode = null
      },
      'no operator is told',
    ],
    [
      'another one is left too',
      ({ refundsLeft }) => refundsLeft.push({ outRefundNo: 'r1', channelCode: null }),
      'r1 is left',
    ],
    ['it is told to be back', ({ whole }) => ((whole.told[0] ?? { status: '' }).status = 'back'), 'told to be back'],
  ])('finds that %s', async (_what, spoil, found) => {
    const answers = endless()
    spoil(answers)
    expect(await audited(answers)).toContain(found)
  })
})
