import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calls, eachCall, everyCall, refundAnswer, refundOf } from './cases.ts'
import {
  answer,
  type Channel,
  KEY_ID,
  NOW,
  OLD_SERIAL,
  paidFact,
  paidOrder,
  type Reaction,
  signed,
  startChannel,
} from './channel.ts'

let channel: Channel
beforeAll(async () => {
  channel = await startChannel()
})
afterAll(() => channel.stop())

const MINUTES_5 = 5 * 60_000

describe('signed answers', () => {
  it.each(eachCall)('$name', async ({ call, good, outcome }) => {
    channel.reacts(answer(good))
    expect(await call(channel)).toEqual(outcome)
  })

  it('accepts either key of the ring, up to five minutes from our clock', async () => {
    const { call, good, outcome } = calls.refund
    for (const serial of [KEY_ID, OLD_SERIAL]) {
      for (const at of [NOW - MINUTES_5 + 1000, NOW + MINUTES_5 - 1000]) {
        channel.reacts(answer(good, at, serial))
        expect(await call(channel)).toEqual(outcome)
      }
    }
  })
})

describe('the state of an order', () => {
  it.each([
    { state: 'SUCCESS', outcome: { kind: 'paid', fact: paidFact } },
    // What any refund leaves behind, also a partial one.
    { state: 'REFUND', outcome: { kind: 'paid', fact: paidFact } },
    { state: 'NOTPAY', outcome: { kind: 'unpaid' } },
    { state: 'CLOSED', outcome: { kind: 'closed' } },
    { state: 'USERPAYING', outcome: { kind: 'unavailable', code: 'word_unknown:USERPAYING', unknownWord: true } },
    { state: 'constructor', outcome: { kind: 'unavailable', code: 'word_unknown:constructor', unknownWord: true } },
    { state: 'a\nb', outcome: { kind: 'unavailable', code: 'word_unknown', unknownWord: true } },
    { state: '', outcome: { kind: 'unavailable', code: 'word_missing', unknownWord: true } },
  ])('$state', async ({ state, outcome }) => {
    channel.reacts(answer({ ...paidOrder, trade_state: state }))
    expect(await calls.query.call(channel)).toEqual(outcome)
  })

  it('needs no payment fields while unpaid', async () => {
    const { mchid, appid, out_trade_no } = paidOrder
    channel.reacts(answer({ mchid, appid, out_trade_no, trade_state: 'NOTPAY', amount: { total: 1000 } }))
    expect(await calls.query.call(channel)).toEqual({ kind: 'unpaid' })
  })

  it.each([
    { out_trade_no: 'someone_elses' },
    { mchid: '1230000110' },
    { appid: 'wx0' },
    { amount: { total: 1000, currency: 'USD' } },
    { amount: { total: 10.5, currency: 'CNY' } },
    { amount: { total: 0, currency: 'CNY' } },
    { amount: { total: '1000', currency: 'CNY' } },
    { amount: undefined },
    { transaction_id: undefined },
    { transaction_id: 'a#b' },
    { success_time: undefined },
    { success_time: '2026-02-30T11:59:58+08:00' },
    { success_time: '2026-11-20 11:59:58' },
  ])('a signed answer with %j is not believed', async (change) => {
    channel.reacts(answer({ ...paidOrder, ...change }))
    expect(await calls.query.call(channel)).toEqual({ kind: 'unavailable', code: 'answer_invalid' })
  })
})

describe('P7 the state of a refund', () => {
  const success_time = '2026-11-20T12:01:00+08:00'
  const states = [
    { status: 'PROCESSING', outcome: { kind: 'processing' } },
    { status: 'SUCCESS', outcome: { kind: 'succeeded', refundFen: 900, succeededAt: NOW + 60_000 } },
    { status: 'CLOSED', outcome: { kind: 'closed' } },
    { status: 'ABNORMAL', outcome: { kind: 'abnormal' } },
    { status: 'DONE', outcome: { kind: 'unavailable', code: 'word_unknown:DONE', unknownWord: true } },
    { status: '', outcome: { kind: 'unavailable', code: 'word_missing', unknownWord: true } },
  ]
  it.each(states)('$status, answered to the refund and to the query', async ({ status, outcome }) => {
    channel.reacts(answer({ ...refundAnswer, status, success_time }))
    expect(await calls.refund.call(channel)).toEqual(outcome)
    expect(await calls.queryRefund.call(channel)).toEqual(outcome)
  })

  it('is not a success without its time, and needs none in another state', async () => {
    channel.reacts(answer({ ...refundAnswer, status: 'SUCCESS' }))
    expect(await calls.refund.call(channel)).toEqual({ kind: 'unavailable', code: 'answer_invalid' })
    channel.reacts(answer({ ...refundAnswer, status: 'CLOSED', success_time: '' }))
    expect(await calls.refund.call(channel)).toEqual({ kind: 'closed' })
  })

  it.each([{ refundFen: 901 }, { totalFen: 1001 }, { transactionId: '4200009' }])(
    'our number but another refund than %j is for an operator',
    async (change) => {
      channel.reacts(answer(refundAnswer))
      const outcome = { kind: 'rejected', code: 'refund_mismatch' }
      expect(await channel.provider.refund(refundOf(change))).toEqual(outcome)
    },
  )

  it.each([
    { out_refund_no: 'another_refund' },
    { amount: { ...refundAnswer.amount, currency: 'USD' } },
    { amount: { ...refundAnswer.amount, refund: 9.5 } },
  ])('a signed answer with %j is not believed', async (change) => {
    channel.reacts(answer({ ...refundAnswer, ...change }))
    const outcome = { kind: 'unavailable', code: 'answer_invalid' }
    expect(await calls.refund.call(channel)).toEqual(outcome)
    expect(await calls.queryRefund.call(channel)).toEqual(outcome)
  })
})

type Sent = Exclude<Reaction, string>

describe('an answer that does not verify is never believed', () => {
  const tampered: { name: string; code: string; change: (reply: Sent) => Partial<Sent> }[] = [
    { name: 'one byte more', code: 'signature_wrong', change: ({ body }) => ({ status: 200, body: `${body} ` }) },
    {
      name: 'another body',
      code: 'signature_wrong',
      change: () => ({ status: 200, body: '{"code_url":"weixin://evil"}' }),
    },
    { name: 'no signature at all', code: 'signature_missing', change: () => ({ headers: {} }) },
    { name: 'unknown serial', code: 'signature_serial_unknown', change: header('wechatpay-serial', 'PUB_KEY_ID_9') },
    { name: 'serial of the other key', code: 'signature_wrong', change: header('wechatpay-serial', OLD_SERIAL) },
    { name: 'serial __proto__', code: 'signature_serial_unknown', change: header('wechatpay-serial', '__proto__') },
    { name: 'another nonce', code: 'signature_wrong', change: header('wechatpay-nonce', 'x') },
    { name: 'no nonce', code: 'signature_missing', change: header('wechatpay-nonce', undefined) },
    { name: 'no serial', code: 'signature_serial_unknown', change: header('wechatpay-serial', undefined) },
    { name: 'no signature', code: 'signature_wrong', change: header('wechatpay-signature', undefined) },
    { name: 'no timestamp', code: 'signature_missing', change: header('wechatpay-timestamp', undefined) },
    { name: 'a timestamp in words', code: 'signature_missing', change: header('wechatpay-timestamp', 'now') },
    { name: 'another second', code: 'signature_wrong', change: header('wechatpay-timestamp', String(NOW / 1000 + 1)) },
    {
      name: 'five minutes old',
      code: 'signature_stale',
      change: ({ body }) => ({ headers: signed(body, NOW - MINUTES_5) }),
    },
    {
      name: 'five minutes ahead',
      code: 'signature_stale',
      change: ({ body }) => ({ headers: signed(body, NOW + MINUTES_5) }),
    },
  ]

  it.each(tampered)('$name', async ({ code, change }) => {
    for (const { call, good } of everyCall) {
      const reply = answer(good)
      if (typeof reply === 'string') throw new Error('not an answer')
      channel.reacts({ ...reply, ...change(reply) })
      expect(await call(channel)).toEqual({ kind: 'unavailable', code })
    }
  })

  it.each(everyCall)('$name: a signed answer of another shape', async ({ call, good }) => {
    // Calls whose good answer is none take none.
    const shapes = [{}, [], null, 'text', 0, ...(good === undefined ? [] : [undefined])]
    for (const shape of shapes) {
      channel.reacts(answer(shape))
      expect(await call(channel)).toEqual({ kind: 'unavailable', code: 'answer_invalid' })
    }
  })
})

describe('no answer', () => {
  it.each(everyCall)('$name: broken connection', async ({ call }) => {
    channel.reacts('break')
    expect(await call(channel)).toMatchObject({ kind: 'unavailable', code: 'ECONNRESET' })
  })

  it('none in time', async () => {
    const slow = await startChannel(200)
    slow.reacts('hang')
    expect(await calls.refund.call(slow)).toEqual({ kind: 'unavailable', code: 'timeout' })
    slow.stop()
  })
})

function header(name: string, value: string | undefined) {
  return (reply: Sent): Partial<Sent> => {
    const { [name]: _, ...rest } = reply.headers
    return { headers: { ...rest, ...(value !== undefined && { [name]: value }) } }
  }
}
