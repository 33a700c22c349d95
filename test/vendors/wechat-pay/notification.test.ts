import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Formatter } from 'wechatpay-axios-plugin'
import { acknowledgement } from '../../../functions/vendors/wechat-pay/notification.ts'
import { wechatPay } from '../../../functions/vendors/wechat-pay/wechat-pay.ts'
import { HOSTILE, hostileText } from '../../hostile-texts.ts'
import { complaint } from './cases.ts'
import { config, envelope, KEY_ID, NOW, OLD_SERIAL, paidFact, paidOrder, type Resource, signed } from './channel.ts'

const { readNotification } = wechatPay(config, {
  outgoing: async () => ({ kind: 'not_sent', reason: 'unused' }),
  clock: { now: () => NOW },
  nonce: () => Formatter.nonce(),
})

const read = (body: string, headers: Record<string, string | undefined> = signed(body), now = NOW) =>
  readNotification(headers, Buffer.from(body), now)

const refundContent = {
  mchid: config.mchid,
  transaction_id: paidOrder.transaction_id,
  out_trade_no: paidOrder.out_trade_no,
  refund_id: '50200207182018070300011301001',
  out_refund_no: `${paidOrder.out_trade_no}v1`,
  refund_status: 'SUCCESS',
  success_time: '2026-11-20T12:00:00+08:00',
  user_received_account: '支付用户零钱',
  amount: { total: 1000, refund: 900, payer_total: 1000, payer_refund: 900 },
}

const invalid = { kind: 'refused', code: 'notification_invalid' }

describe('what the oracle signs and encrypts', () => {
  it('a payment: the total, not what coupons left the payer to pay', () => {
    expect(read(envelope('TRANSACTION.SUCCESS', paidOrder))).toEqual({ kind: 'payment', fact: paidFact })
  })

  it('a payment of which a part has been refunded', () => {
    const body = envelope('TRANSACTION.SUCCESS', { ...paidOrder, trade_state: 'REFUND' })
    expect(read(body)).toEqual({ kind: 'payment', fact: paidFact })
  })

  it.each([
    { status: 'SUCCESS', state: { kind: 'succeeded', refundFen: 900, succeededAt: NOW } },
    { status: 'CLOSED', state: { kind: 'closed' } },
    { status: 'ABNORMAL', state: { kind: 'abnormal' } },
  ])('P7 a refund that ended $status', ({ status, state }) => {
    const body = envelope(`REFUND.${status}`, { ...refundContent, refund_status: status })
    const numbers = { outTradeNo: paidOrder.out_trade_no, outRefundNo: `${paidOrder.out_trade_no}v1` }
    expect(read(body)).toEqual({ kind: 'refund', ...numbers, state })
  })

  it('either key of the ring, whatever the signature type and request id say', () => {
    const body = envelope('TRANSACTION.SUCCESS', paidOrder)
    for (const serial of [KEY_ID, OLD_SERIAL]) {
      const headers = { ...signed(body, NOW, serial), 'wechatpay-signature-type': 'NONE', 'request-id': '\u0000' }
      expect(read(body, headers)).toMatchObject({ kind: 'payment' })
    }
  })

  it.each(['', undefined, null])('associated data %j', (associated_data) => {
    const name = (resource: Resource): object => ({ ...resource, associated_data })
    expect(read(envelope('TRANSACTION.SUCCESS', paidOrder, name, ''))).toMatchObject({ kind: 'payment' })
    // Sealed with data that the envelope does not name: the tag must fail.
    expect(read(envelope('TRANSACTION.SUCCESS', paidOrder, name))).toEqual(invalid)
  })

  it.each([
    ['COMPLAINT.CREATE', 'CREATE_COMPLAINT'],
    ['COMPLAINT.STATE_CHANGE', 'USER_RESPONSE'],
    // One that nobody has seen yet wakes as well as any other.
    ['COMPLAINT.STATE_CHANGE', 'SOMETHING_NEW'],
  ])('P12 %s: %s', (event, action) => {
    const body = envelope(event, { complaint_id: complaint.complaint_id, action_type: action }, undefined, 'complaint')
    expect(read(body)).toEqual({ kind: 'complaint', complaintId: complaint.complaint_id, action })
  })

  it.each(['PAYSCORE.USER_PAID', 'constructor'])('%s is nothing to act on', (event) => {
    expect(read(envelope(event, { complaint_id: '1' }))).toEqual({ kind: 'other', eventType: event })
  })
})

describe('signed, but not to be believed', () => {
  it.each([
    { mchid: '1230000110' },
    { appid: 'wx0' },
    { amount: { total: 1000, currency: 'USD' } },
    { amount: { total: 1000 } },
    { amount: { total: -1000, currency: 'CNY' } },
    { trade_state: 'NOTPAY' },
    { trade_state: 'CLOSED' },
    { success_time: 'yesterday' },
    { transaction_id: '' },
    { out_trade_no: 7 },
  ])('a payment with %j', (change) => {
    expect(read(envelope('TRANSACTION.SUCCESS', { ...paidOrder, ...change }))).toEqual(invalid)
  })

  it.each([
    { mchid: '1230000110' },
    { refund_status: 'CLOSED' },
    { refund_status: 'PROCESSING' },
    { success_time: undefined },
    { amount: { total: 1000, refund: 900.5 } },
    { amount: { total: 1000, refund: 900, currency: 'USD' } },
    { out_refund_no: undefined },
  ])('a refund with %j', (change) => {
    expect(read(envelope('REFUND.SUCCESS', { ...refundContent, ...change }))).toEqual(invalid)
  })

  it.each([
    { complaint_id: undefined },
    { complaint_id: 7 },
    { complaint_id: '2002/../1' },
    { action_type: undefined },
    { action_type: '' },
    { action_type: '<script>' },
  ])('a complaint with %j', (change) => {
    const content = { complaint_id: complaint.complaint_id, action_type: 'CREATE_COMPLAINT', ...change }
    expect(read(envelope('COMPLAINT.CREATE', content))).toEqual(invalid)
  })

  it.each(['', 'text', '[]', 'null', '{}', '{"event_type":1}', '{"event_type":"TRANSACTION.SUCCESS"}'])(
    'body %j',
    (body) => {
      expect(read(body)).toEqual(invalid)
    },
  )

  it('plaintext that is not JSON', () => {
    expect(read(envelope('TRANSACTION.SUCCESS', 'text'))).toEqual(invalid)
  })

  it.each<{ name: string; change: (resource: Resource) => object }>([
    { name: 'another algorithm', change: (it) => ({ ...it, algorithm: 'AEAD_SM4_GCM' }) },
    { name: 'a nonce of 11 bytes', change: (it) => ({ ...it, nonce: it.nonce.slice(1) }) },
    { name: 'no nonce', change: (it) => ({ ...it, nonce: '' }) },
    { name: 'no ciphertext', change: (it) => ({ ...it, ciphertext: '' }) },
    { name: 'ciphertext shorter than a tag', change: (it) => ({ ...it, ciphertext: it.ciphertext.slice(0, 20) }) },
    { name: 'the tag cut off', change: (it) => ({ ...it, ciphertext: bytes(it).subarray(0, -16).toString('base64') }) },
    {
      name: 'a tag of 4 bytes',
      change: (it) => ({ ...it, ciphertext: bytes(it).subarray(0, -12).toString('base64') }),
    },
  ])('sealed with $name', ({ change }) => {
    expect(read(envelope('TRANSACTION.SUCCESS', paidOrder, change))).toEqual(invalid)
  })

  it('sealed under another key', () => {
    const other = wechatPay(
      { ...config, apiV3Key: Formatter.nonce(32) },
      {
        outgoing: async () => ({ kind: 'not_sent', reason: 'unused' }),
        clock: { now: () => NOW },
        nonce: () => Formatter.nonce(),
      },
    )
    const body = envelope('TRANSACTION.SUCCESS', paidOrder)
    expect(other.readNotification(signed(body), Buffer.from(body), NOW)).toEqual(invalid)
  })
})

describe('the numbers of a genuine notification', () => {
  const events: [type: string, content: Record<string, unknown>, member: string][] = [
    ['TRANSACTION.SUCCESS', { ...paidOrder }, 'transaction_id'],
    ['TRANSACTION.SUCCESS', { ...paidOrder }, 'out_trade_no'],
    ['REFUND.SUCCESS', refundContent, 'out_refund_no'],
    ['COMPLAINT.CREATE', { ...complaint, action_type: 'CREATE_COMPLAINT' }, 'complaint_id'],
  ]
  it.each(events)('%s, %j: %s is a number in form, or the whole is refused', (type, content, member) => {
    const right = String(content[member])
    expect(read(envelope(type, content)).kind).not.toBe('refused')
    const held = fc.property(hostileText(right), (text) => {
      const found = read(envelope(type, { ...content, [member]: text }))
      if (found.kind === 'refused') expect(found).toEqual(invalid)
      else expect(text).toMatch(/^[\w|*@-]{1,64}$/)
    })
    fc.assert(held, { numRuns: 50, examples: HOSTILE.map((text) => [text]) })
  })
})

describe('what the channel is answered', () => {
  it.each([
    ['accepted', { status: 204 }],
    ['signature_invalid', { status: 401, body: { code: 'FAIL', message: 'signature_invalid' } }],
    ['notification_invalid', { status: 400, body: { code: 'FAIL', message: 'notification_invalid' } }],
  ] as const)('%s', (outcome, answer) => {
    expect(acknowledgement(outcome)).toEqual(answer)
  })
})

function bytes(resource: { ciphertext: string }): Buffer {
  return Buffer.from(resource.ciphertext, 'base64')
}
