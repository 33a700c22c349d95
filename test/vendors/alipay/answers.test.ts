import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  calls,
  eachCall,
  outRefundNo,
  outTradeNo,
  paidFact,
  paidTrade,
  refundAnswer,
  refundOf,
  refundQueryAnswer,
} from './cases.ts'
import { type Gateway, NOW, refusalOf, startGateway } from './gateway.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.stop())

const unbelieved = (code: string) => ({ kind: 'unavailable', code })
const unreadable = unbelieved('answer_invalid')
const unknown = (word: string) => ({ ...unbelieved(`word_unknown:${word}`), unknownWord: true })

describe('signed answers', () => {
  it.each(eachCall)('$name, believed by the oracle too', async ({ api, call, good, outcome }) => {
    gateway.reacts(good)
    expect(await call(gateway.provider)).toEqual(outcome)
    expect(await gateway.oracle.exec(api, { bizContent: {} }, { validateSign: true })).toMatchObject(good)
  })

  it.each(eachCall)('$name: an answer of another shape', async ({ call }) => {
    for (const shape of [{}, { out_trade_no: 7 }, { out_trade_no: null, trade_no: [] }]) {
      gateway.reacts(shape)
      // Nothing about a refund is an answer to asking for one: there is none.
      const isAbsent = call === calls.queryRefund.call && !('out_trade_no' in shape && shape.out_trade_no === 7)
      expect(await call(gateway.provider)).toEqual(isAbsent ? { kind: 'absent' } : unreadable)
    }
  })

  it.each(eachCall)('$name: about another order', async ({ call, good }) => {
    gateway.reacts({ ...good, out_trade_no: 'someone_elses' })
    expect(await call(gateway.provider)).toEqual(unreadable)
  })
})

describe('the state of a trade', () => {
  const paid = { kind: 'paid', fact: paidFact }
  it.each([
    { trade_status: 'TRADE_SUCCESS', outcome: paid },
    { trade_status: 'TRADE_FINISHED', outcome: paid },
    { trade_status: 'WAIT_BUYER_PAY', outcome: { kind: 'unpaid' } },
    { trade_status: 'TRADE_PENDING', outcome: unknown('TRADE_PENDING') },
    { trade_status: 'constructor', outcome: unknown('constructor') },
  ])('$trade_status', async ({ trade_status, outcome }) => {
    gateway.reacts({ ...paidTrade, trade_status })
    expect(await calls.query.call(gateway.provider)).toEqual(outcome)
  })

  it('is paid when closed after it was given back in full, and closed when it never was', async () => {
    gateway.reacts({ ...paidTrade, trade_status: 'TRADE_CLOSED' })
    expect(await calls.query.call(gateway.provider)).toEqual(paid)
    for (const send_pay_date of [undefined, null, '']) {
      gateway.reacts({ ...paidTrade, trade_status: 'TRADE_CLOSED', send_pay_date })
      expect(await calls.query.call(gateway.provider)).toEqual({ kind: 'closed' })
    }
  })

  it('needs no payment fields while unpaid', async () => {
    gateway.reacts({ out_trade_no: outTradeNo, trade_status: 'WAIT_BUYER_PAY', total_amount: '10.00' })
    expect(await calls.query.call(gateway.provider)).toEqual({ kind: 'unpaid' })
  })

  it.each([
    ['0.01', 1],
    ['0.1', 10],
    ['9', 900],
    ['20.29', 2029],
    ['1.10', 110],
    ['100000000.00', 10_000_000_000],
  ])('%s yuan is %i fen', async (total_amount, paidFen) => {
    gateway.reacts({ ...paidTrade, total_amount })
    expect(await calls.query.call(gateway.provider)).toMatchObject({ fact: { paidFen } })
  })

  it.each([
    { total_amount: 10 },
    { total_amount: '0.00' },
    { total_amount: '-10.00' },
    { total_amount: '10.001' },
    { total_amount: '1e3' },
    { total_amount: '1,000.00' },
    { total_amount: ' 10.00' },
    { total_amount: '010.00' },
    { total_amount: '.10' },
    { total_amount: '' },
    { total_amount: undefined },
    { trade_no: undefined },
    { trade_no: 'a#b' },
    { send_pay_date: undefined },
    { send_pay_date: '2026-02-30 11:59:58' },
    { send_pay_date: '2026-11-20 24:00:00' },
    { send_pay_date: '2026-11-20T11:59:58+08:00' },
  ])('a signed answer with %j is not believed', async (change) => {
    gateway.reacts({ ...paidTrade, ...change })
    expect(await calls.query.call(gateway.provider)).toEqual(unreadable)
  })
})

const missing = { ...unbelieved('word_missing'), unknownWord: true }

describe('P7 the answer to a refund', () => {
  it.each([
    ['N', { kind: 'processing' }],
    [undefined, missing],
    [null, missing],
    ['', missing],
    ['y', unknown('y')],
  ])('that says fund_change %j is no refund yet', async (fund_change, outcome) => {
    gateway.reacts({ ...refundAnswer, fund_change })
    expect(await calls.refund.call(gateway.provider)).toEqual(outcome)
  })

  it('names the sum of all refunds of the trade, not this one', async () => {
    gateway.reacts({ ...refundAnswer, refund_fee: '10.00' })
    const last = refundOf({ outRefundNo: `${outTradeNo}d1`, refundFen: 100 })
    expect(await gateway.provider.refund(last)).toMatchObject({ kind: 'succeeded', refundFen: 100 })
  })

  it.each(['8.99', '10.01', '0.00'])('whose sum %s cannot hold it is for an operator', async (refund_fee) => {
    gateway.reacts({ ...refundAnswer, refund_fee })
    expect(await calls.refund.call(gateway.provider)).toEqual({ kind: 'rejected', code: 'refund_mismatch' })
  })

  it.each([undefined, null, '', 'soon'])(
    'without its time (%j) succeeded when it was heard',
    async (gmt_refund_pay) => {
      gateway.reacts({ ...refundAnswer, gmt_refund_pay })
      expect(await calls.refund.call(gateway.provider)).toMatchObject({ kind: 'succeeded', succeededAt: NOW })
      gateway.reacts({ ...refundQueryAnswer, gmt_refund_pay })
      expect(await calls.queryRefund.call(gateway.provider)).toMatchObject({ kind: 'succeeded', succeededAt: NOW })
    },
  )

  it.each([{ trade_no: '2026' }, { refund_fee: undefined }, { refund_fee: '9.001' }])(
    'with %j is not believed',
    async (change) => {
      gateway.reacts({ ...refundAnswer, ...change })
      expect(await calls.refund.call(gateway.provider)).toEqual(unreadable)
    },
  )
})

describe('P7 asking for a refund', () => {
  const { refund_status: _, refund_amount: __, ...nothing } = refundQueryAnswer

  it('that Alipay does not know: success without a word of it', async () => {
    for (const content of [{}, { out_trade_no: outTradeNo }, nothing, { ...nothing, refund_status: '' }]) {
      gateway.reacts(content)
      expect(await calls.queryRefund.call(gateway.provider)).toEqual({ kind: 'absent' })
    }
  })

  it.each([
    ['REFUND_PROCESSING', { kind: 'processing' }],
    ['REFUND_FAIL', { kind: 'rejected', code: 'REFUND_FAIL' }],
    [undefined, missing],
    [null, missing],
    ['', missing],
    ['DONE', unknown('DONE')],
    ['constructor', unknown('constructor')],
  ])('with an amount and the state %j: never sent again, booked or waited for by mistake', async (word, outcome) => {
    gateway.reacts({ ...refundQueryAnswer, refund_status: word })
    expect(await calls.queryRefund.call(gateway.provider)).toEqual(outcome)
  })

  it('tells its own amount, whatever was asked', async () => {
    gateway.reacts({ ...refundQueryAnswer, refund_amount: '1.00' })
    expect(await calls.queryRefund.call(gateway.provider)).toMatchObject({ kind: 'succeeded', refundFen: 100 })
  })

  it.each([
    { out_request_no: `${outRefundNo}0` },
    { out_request_no: undefined },
    { refund_amount: '0.00' },
    { refund_amount: undefined },
    { refund_amount: '9.001' },
  ])('a signed answer with %j is not believed', async (change) => {
    gateway.reacts({ ...refundQueryAnswer, ...change })
    expect(await calls.queryRefund.call(gateway.provider)).toEqual(unreadable)
  })
})

describe('no answer', () => {
  it.each(eachCall)('$name: broken connection', async ({ call }) => {
    gateway.reacts('break')
    expect(await call(gateway.provider)).toMatchObject({ kind: 'unavailable', code: 'ECONNRESET' })
  })

  it('none in time', async () => {
    const slow = await startGateway({}, 200)
    slow.reacts('hang')
    expect(await calls.refund.call(slow.provider)).toEqual(unbelieved('timeout'))
    slow.stop()
  })

  it.each(eachCall)('$name: one call, whatever comes back', async ({ call, good }) => {
    for (const reaction of [good, refusalOf('ACQ.SYSTEM_ERROR', '20000'), { status: 500, body: '' }]) {
      gateway.received.splice(0)
      gateway.reacts(reaction)
      await call(gateway.provider)
      expect(gateway.received).toHaveLength(1)
    }
  })
})
