import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_REPLY, replyTo } from '../../../functions/complaints/answering/reply-text.ts'
import type { Complaint } from '../../../functions/complaints/complaint.ts'
import { deliveredAt, type Evidence, evidenceOf, owedAt } from '../../../functions/complaints/evidence/evidence.ts'
import { notMalicious } from '../../../functions/complaints/malice/malice.ts'
import { goods } from '../../../functions/goods.ts'
import type { Order } from '../../../functions/payment/orders/order.ts'
import type { Refund } from '../../../functions/payment/refunds/refund.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const number = 'a'.repeat(32)

const order: Order = {
  id: number,
  accountId: 'b'.repeat(32),
  kind: 'verification',
  offer: 'membership',
  verificationId: 'c'.repeat(32),
  amountFen: 1000,
  feeFen: 100,
  status: 'settled',
  createdAt: NOON,
  expiresAt: NOON + HOUR,
  requestHash: 'hash',
  attempts: 1,
  outTradeNo: number,
  paidAt: NOON + MINUTE,
}

const refund: Refund = {
  orderId: number,
  accountId: order.accountId,
  channel: 'wechat_pay',
  outTradeNo: number,
  transactionId: 't1',
  cause: 'verdict',
  reason: '实名核验不一致，退回会员部分',
  refundFen: 900,
  totalFen: 1000,
  status: 'succeeded',
  round: 1,
  steps: 1,
  dueSince: NOON + 2 * MINUTE,
  succeededAt: NOON + 3 * MINUTE,
}

const consent = { notice: '2026-11', agreedAt: NOON }
const verdict = { status: 'mismatch', decidedAt: NOON + 2 * MINUTE, consent } as const

const evidence = (of: Partial<Evidence> = {}): Evidence => ({
  ...evidenceOf({ outTradeNo: number }, order, [refund], verdict),
  ...of,
})

const complaint: Complaint = {
  channel: 'wechat_pay',
  complaintId: '1',
  status: 'open',
  openedAt: NOON + HOUR,
  roundAt: NOON + HOUR,
  toldAt: NOON + HOUR,
  followUps: 1,
  fullyRefunded: false,
  orders: [{ outTradeNo: number, amountFen: 1000, orderId: number }],
  accountId: order.accountId,
  rung: [],
  answers: [],
  changes: 0,
}

describe('P12 evidence', () => {
  it('says what was chosen at which price and when, paid, decided and given back', () => {
    expect(evidence()).toStrictEqual({
      outTradeNo: number,
      orderId: number,
      kind: 'verification',
      status: 'settled',
      offer: 'membership',
      priceFen: 1000,
      chosenAt: NOON,
      paidAt: NOON + MINUTE,
      verdict,
      refunds: [
        {
          fen: 900,
          status: 'succeeded',
          reason: refund.reason,
          dueSince: NOON + 2 * MINUTE,
          succeededAt: NOON + 3 * MINUTE,
        },
      ],
      forcedFen: 0,
    })
  })

  it('says nothing of what is not known, and what the channel gave back by itself', () => {
    const { offer, paidAt, ...bare } = order
    const due = { ...refund, status: 'due', succeededAt: undefined } as const
    const found = evidenceOf({ outTradeNo: number }, { ...bare, points: 0, forcedFen: 5 }, [due], undefined)
    expect(found).toStrictEqual({
      ...{ outTradeNo: number, orderId: number, kind: 'verification', status: 'settled', points: 0 },
      ...{ priceFen: 1000, chosenAt: NOON, forcedFen: 5 },
      refunds: [{ fen: 900, status: 'due', reason: refund.reason, dueSince: NOON + 2 * MINUTE }],
    })
    expect([offer, paidAt]).toEqual(['membership', NOON + MINUTE])
  })

  it('knows whether money was owed at a time: from when it was due, until it was back', () => {
    const back = { fen: 1, status: 'succeeded', reason: '', dueSince: NOON, succeededAt: NOON + HOUR } as const
    const owed = (at: number) => owedAt(evidence({ refunds: [back] }), at)
    expect([owed(NOON - 1), owed(NOON), owed(NOON + HOUR), owed(NOON + HOUR + 1)]).toEqual([false, true, true, false])
    expect(owedAt(evidence({ refunds: [] }), NOON)).toBe(false)
  })

  it.each([
    ['verified', true],
    ['mismatch', true],
    ['no_record', true],
    ['identity_in_use', false],
    ['undetermined', false],
    ['queued', false],
    ['checking', false],
  ] as const)('holds %s for delivered: %s', (status, delivered) => {
    const one = evidence({ verdict: { ...verdict, status } })
    expect(deliveredAt(one)).toBe(delivered ? NOON + 2 * MINUTE : undefined)
  })

  it('holds points and memberships for delivered when they were paid', () => {
    const one = evidence({ kind: 'points', verdict: undefined })
    expect(deliveredAt(one)).toBe(NOON + MINUTE)
    expect(deliveredAt({ ...one, status: 'refunded' })).toBeUndefined()
  })
})

describe('P12 a complaint may be called malicious', () => {
  const verdictOn = (of: Partial<Evidence>, opened: Partial<Complaint> = {}) =>
    notMalicious({ ...complaint, ...opened }, [evidence(of)])

  it('when the verdict was delivered before and everything owed had gone back', () => {
    expect(verdictOn({})).toBeUndefined()
    expect(verdictOn({ refunds: [] })).toBeUndefined()
    expect(verdictOn({ kind: 'points', verdict: undefined, refunds: [] })).toBeUndefined()
  })

  it('but not while money is owed, nor when it went back only after the complaint', () => {
    const [back] = evidence().refunds
    const with_ = (change: object) => verdictOn({ refunds: back ? [{ ...back, ...change }] : [] })
    expect(with_({ status: 'due', succeededAt: undefined })).toBe('money_owed')
    expect(with_({ status: 'operator', succeededAt: undefined })).toBe('money_owed')
    expect(with_({ status: 'superseded', succeededAt: undefined })).toBe('money_owed')
    expect(with_({ succeededAt: complaint.openedAt })).toBe('money_owed')
    expect(with_({ succeededAt: complaint.openedAt - 1 })).toBeUndefined()
  })

  it('nor when nothing was delivered before it was opened', () => {
    expect(verdictOn({ verdict: { ...verdict, status: 'undetermined' } })).toBe('not_delivered')
    expect(verdictOn({ verdict: { ...verdict, status: 'identity_in_use' } })).toBe('not_delivered')
    expect(verdictOn({ verdict: { consent, status: 'checking' } })).toBe('not_delivered')
    expect(verdictOn({}, { openedAt: NOON + 2 * MINUTE })).toBe('not_delivered')
  })

  it('nor when that holds of one of two orders only', () => {
    const orders = [...complaint.orders, ...complaint.orders]
    const of = (second: Partial<Evidence>) => notMalicious({ ...complaint, orders }, [evidence(), evidence(second)])
    expect(of({})).toBeUndefined()
    expect(of({ verdict: undefined })).toBe('not_delivered')
    expect(of({ refunds: [{ fen: 1, status: 'due', reason: '', dueSince: NOON }] })).toBe('money_owed')
  })

  it('nor when an order is unknown, or there is none', () => {
    expect(verdictOn({}, { accountId: undefined })).toBe('order_unknown')
    expect(verdictOn({}, { orders: [] })).toBe('order_unknown')
    expect(notMalicious({ ...complaint, orders: [...complaint.orders, ...complaint.orders] }, [evidence()])).toBe(
      'order_unknown',
    )
  })
})

describe('P12 the answer from the evidence', () => {
  it.each<[string, Partial<Evidence>, string]>([
    [
      'a mismatch whose membership went back',
      {},
      '您好，您于2026-11-20 12:30选择实名核验（含会员1个月）（10.00元），2026-11-20 12:31确认价格并付款。' +
        '核验于2026-11-20 12:32完成，结果为不一致。已退回9.00元至原支付账户。服务已按您的选择完成，按付款前的说明，其余费用不予退还。',
    ],
    [
      'a match',
      { offer: 'fee', priceFen: 100, refunds: [], verdict: { ...verdict, status: 'verified' } },
      '您好，您于2026-11-20 12:30选择实名核验（1.00元），2026-11-20 12:31确认价格并付款。' +
        '核验于2026-11-20 12:32完成，结果为一致。服务已按您的选择完成，按付款前的说明，该费用不予退还。',
    ],
    [
      'a refund under way',
      {
        refunds: [{ fen: 1000, status: 'submitted', reason: '', dueSince: NOON, acceptedAt: NOON }],
        verdict: { ...verdict, status: 'no_record' },
      },
      '您好，您于2026-11-20 12:30选择实名核验（含会员1个月）（10.00元），2026-11-20 12:31确认价格并付款。' +
        '核验于2026-11-20 12:32完成，结果为查无记录。应退的10.00元正在退回原支付账户，请留意到账。',
    ],
    [
      'a check still running',
      { refunds: [], verdict: { consent, status: 'checking' } },
      '您好，您于2026-11-20 12:30选择实名核验（含会员1个月）（10.00元），2026-11-20 12:31确认价格并付款。' +
        '核验正在进行，结果产生后按规则自动处理。',
    ],
    [
      'points',
      { kind: 'points', offer: undefined, points: 500, priceFen: 500, refunds: [], verdict: undefined },
      '您好，您于2026-11-20 12:30选择500积分（5.00元），2026-11-20 12:31确认价格并付款。' +
        '付款后已即时到账。服务已按您的选择完成，按付款前的说明，该费用不予退还。',
    ],
  ])('about %s', (_name, of, expected) => {
    expect(replyTo([evidence(of)], goods)).toBe(expected)
  })

  const said = (of: Partial<Evidence>): string => replyTo([evidence(of)], goods) ?? ''
  const back = (of: Partial<Evidence['refunds'][number]>, fen = 900): Evidence['refunds'][number] => ({
    ...{ fen, status: 'due', reason: '', dueSince: NOON },
    ...of,
  })

  it.each([
    ['owed', back({}), '应退的9.00元将自动退回原支付账户。'],
    ['asked for and not taken', back({ status: 'submitted' }), '应退的9.00元将自动退回原支付账户。'],
    ['on its way', back({ status: 'submitted', acceptedAt: NOON }), '应退的9.00元正在退回原支付账户，请留意到账。'],
    ['with a person', back({ status: 'operator' }), '应退的9.00元需人工处理，工作人员会尽快处理。'],
    [
      'with a person though the channel took it once',
      back({ status: 'operator', acceptedAt: NOON }),
      '应退的9.00元需人工处理，工作人员会尽快处理。',
    ],
    [
      'back',
      back({ status: 'succeeded' }),
      '已退回9.00元至原支付账户。服务已按您的选择完成，按付款前的说明，其余费用不予退还。',
    ],
    [
      'paid by hand',
      back({ status: 'succeeded', paidByHand: true }),
      '9.00元已通过其他方式退还。服务已按您的选择完成，按付款前的说明，其余费用不予退还。',
    ],
    [
      'the channel’s own gift instead',
      back({ status: 'superseded' }),
      '服务已按您的选择完成，按付款前的说明，该费用不予退还。',
    ],
  ] as const)('says of money that is %s what is true of it', (_name, refund_, expected) => {
    expect(said({ refunds: [refund_] }).split('结果为不一致。')[1]).toBe(expected)
  })

  it('tells money apart that goes different ways, and no more of the check where that is too long', () => {
    const refunds = [
      back({ status: 'operator' }, 100_00),
      back({}, 200_00),
      back({ status: 'submitted', acceptedAt: NOON }, 300_00),
      back({ status: 'succeeded', paidByHand: true }, 400_00),
      back({ status: 'succeeded' }, 500_00),
    ]
    const money =
      '已退回600.00元至原支付账户。400.00元已通过其他方式退还。应退的300.00元正在退回原支付账户，请留意到账。' +
      '应退的200.00元将自动退回原支付账户。应退的100.00元需人工处理，工作人员会尽快处理。'
    const text = said({ refunds, forcedFen: 100_00, priceFen: 1500_00 })
    expect(text.endsWith(`付款。${money}`)).toBe(true)
    expect([...text].length).toBeLessThanOrEqual(LONGEST_REPLY)
    expect(said({ refunds: refunds.slice(3) })).toContain('结果为不一致。已退回500.00元至原支付账户。400.00元')
  })

  it('says nothing of a delivery that was none, and that a check could not be completed', () => {
    const points = { kind: 'points', offer: undefined, points: 5, refunds: [], verdict: undefined } as const
    expect(said({ ...points, status: 'refunded' })).not.toContain('到账')
    expect(said({ refunds: [], verdict: { ...verdict, status: 'undetermined' } })).toMatch(/核验未能完成。$/)
    expect(said({ refunds: [], verdict: undefined })).toMatch(/核验正在进行，结果产生后按规则自动处理。$/)
  })

  it('claims nothing for itself where one fen is owed, or all of it is back', () => {
    const KEPT = '不予退还'
    for (const status of ['due', 'operator'] as const) {
      const text = said({ refunds: [back({ status }, 1)] })
      expect([text.includes('0.01元'), text.includes(KEPT)]).toEqual([true, false])
    }
    const way = said({ refunds: [back({ status: 'submitted', acceptedAt: NOON }, 1)] })
    expect([way.includes('0.01元'), way.includes(KEPT)]).toEqual([true, false])
    const [half, byHand] = [back({ status: 'succeeded' }, 500), back({ status: 'succeeded', paidByHand: true }, 500)]
    expect(said({ refunds: [half, byHand] })).not.toContain(KEPT)
    expect(said({ refunds: [half], forcedFen: 500 })).not.toContain(KEPT)
    expect(said({ refunds: [half], forcedFen: 499 })).toContain(
      `已退回9.99元至原支付账户。服务已按您的选择完成，按付款前的说明，其余费用${KEPT}`,
    )
    expect(said({ refunds: [back({ status: 'succeeded' }, 1)] })).toContain('已退回0.01元')
  })

  it('has 200 signs at most: what became of the check is left out of a longer one', () => {
    const of = evidence({ kind: 'points', offer: undefined, verdict: undefined, refunds: [] })
    const named = (length: number) => ({ ...goods, points: { ...goods.points, named: () => '积'.repeat(length) } })
    const room = LONGEST_REPLY - [...(replyTo([of], named(0)) ?? '')].length
    expect(LONGEST_REPLY).toBe(200)
    expect([...(replyTo([of], named(room)) ?? '')]).toHaveLength(200)
    expect(replyTo([of], named(room))).toContain('即时到账')
    expect(replyTo([of], named(room + 1))).not.toContain('即时到账')
    expect(replyTo([of], named(200))).toBeUndefined()
  })

  it('knows of a refund whether the channel took it, and whether it went another way', () => {
    const by = (of: Partial<Refund>) => evidenceOf({ outTradeNo: number }, order, [{ ...refund, ...of }], verdict)
    expect(by({ acceptedAt: NOON, paidByHand: true }).refunds).toMatchObject([{ acceptedAt: NOON, paidByHand: true }])
  })

  it('is left to a person where the evidence does not speak for itself', () => {
    expect(replyTo([], goods)).toBeUndefined()
    expect(replyTo([evidence(), evidence()], goods)).toBeUndefined()
    expect(replyTo([evidence({ paidAt: undefined })], goods)).toBeUndefined()
  })

  it('is never longer than the channel takes, never names a missing thing, and refuses nothing that is owed', () => {
    const fen = fc.integer({ min: 1, max: 10_000_000 })
    const status = fc.constantFrom('due', 'submitted', 'succeeded', 'operator', 'superseded')
    const arbitrary = fc.record({
      kind: fc.constantFrom('verification', 'membership', 'points'),
      offer: fc.constantFrom('fee', 'membership', undefined),
      status: fc.constantFrom('paid', 'settled', 'refunded'),
      points: fc.option(fen, { nil: undefined }),
      priceFen: fen,
      forcedFen: fc.nat(10_000_000),
      verdict: fc.option(
        fc.record({
          status: fc.constantFrom('checking', 'verified', 'mismatch', 'no_record', 'identity_in_use', 'undetermined'),
          decidedAt: fc.constantFrom(undefined, NOON),
          consent: fc.constant(consent),
        }),
        { nil: undefined },
      ),
      refunds: fc.array(
        fc.record({
          ...{ fen, status, reason: fc.constant('退款'), dueSince: fc.constant(NOON) },
          ...{ acceptedAt: fc.constantFrom(undefined, NOON), paidByHand: fc.boolean() },
        }),
        { maxLength: 5 },
      ),
    })
    fc.assert(
      fc.property(arbitrary, (of) => {
        const text = replyTo([evidence(of)], goods) ?? ''
        expect([...text].length).toBeLessThanOrEqual(LONGEST_REPLY)
        expect([...text].length).toBeGreaterThan(0)
        expect(text).not.toMatch(/undefined|NaN|null/)
        if (of.refunds.some((one) => ['due', 'submitted', 'operator'].includes(one.status)))
          expect(text).not.toContain('不予退还')
      }),
      { numRuns: 2000 },
    )
  })
})
