import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acknowledgement } from '../../../functions/vendors/alipay/notification.ts'
import { HOSTILE, hostileText } from '../../hostile-texts.ts'
import { outRefundNo, outTradeNo, paidFact, paidNotice, partRefundNotice } from './cases.ts'
import { atAlipay, atApp, contentOf, direct, form, NOW, type Parameters, signature, signedNotice } from './gateway.ts'

const { readNotification } = direct().provider
const sdk = atApp()

const read = (params: Parameters) => readNotification({}, form(params), NOW)

const invalid = { kind: 'refused', code: 'notification_invalid' }
const paid = { kind: 'payment', fact: paidFact }

describe('what the oracle signs or accepts', () => {
  it('a payment: the total, not what discounts left the payer to pay', () => {
    const params = signedNotice(paidNotice)
    expect(sdk.checkNotifySignV2(params)).toBe(true)
    expect(read(params)).toEqual(paid)
    expect(read(signedNotice({ ...paidNotice, trade_status: 'TRADE_FINISHED' }))).toEqual(paid)
  })

  it('the same, whatever is empty, whatever the headers say, as often as it comes', () => {
    const params = { ...signedNotice(paidNotice), body: '', gmt_refund: '', out_biz_no: '' }
    expect(sdk.checkNotifySignV2({ ...signedNotice(paidNotice) })).toBe(true)
    const headers = { 'content-type': 'text/plain', 'content-length': '-1', 'x-sign': 'x', host: undefined }
    for (const now of [0, NOW, NOW + 400 * 86_400_000]) {
      expect(readNotification(headers, form(params), now)).toEqual(paid)
    }
  })

  it('encoded in any way that means the same', () => {
    const params = signedNotice(paidNotice)
    const pairs = Object.entries(params).map(([name, value]) => [name, encodeURIComponent(value)] as const)
    const bodies = [
      pairs.map(([name, value]) => `${name}=${value}`),
      pairs.map(([name, value]) => `${name}=${value.replace(/%../g, (hex) => hex.toLowerCase())}`),
      pairs.toReversed().map(([name, value]) => `${name}=${value}`),
      Object.entries(params).map(([name, value]) => `${name}=${everyByteEncoded(value)}`),
    ]
    for (const body of bodies) {
      expect(readNotification({}, Buffer.from(body.join('&')), NOW)).toEqual(paid)
    }
  })

  it('with sign_type inside the signed text, as outside of trades', () => {
    const sent = new URLSearchParams(atAlipay.sdkExecute('alipay.open.app.message', { bizContent: { a: 1 } }))
    expect(read(Object.fromEntries(sent))).toEqual({ kind: 'other', eventType: 'unnamed' })
    const message = { app_id: paidNotice.app_id ?? '', msg_method: 'alipay.merchant.tradecomplain.changed' }
    const text = contentOf({ ...message, sign_typ: '' }).replace(/$/, '&sign_type=RSA2')
    expect(read({ ...message, sign_type: 'RSA2', sign: signature(text) })).toEqual({
      kind: 'other',
      eventType: message.msg_method,
    })
  })
})

describe('P7 after a refund', () => {
  const refund = { kind: 'refund', outTradeNo, outRefundNo, state: { kind: 'processing' } }

  it('of a part, TRADE_SUCCESS comes again, and is no payment', () => {
    expect(partRefundNotice.trade_status).toBe('TRADE_SUCCESS')
    expect(read(signedNotice(partRefundNotice))).toEqual(refund)
  })

  it('of everything, TRADE_CLOSED comes', () => {
    const change = { trade_status: 'TRADE_CLOSED', refund_fee: '10.00', gmt_close: '2026-11-20 12:00:01' }
    expect(read(signedNotice({ ...partRefundNotice, ...change }))).toEqual(refund)
  })

  it('either mark alone tells that it is one', () => {
    const { gmt_refund: _, ...numbered } = partRefundNotice
    expect(read(signedNotice(numbered))).toEqual(refund)
    const { out_biz_no: __, ...timed } = partRefundNotice
    expect(read(signedNotice(timed))).toEqual({ kind: 'other', eventType: 'refund_without_number' })
  })

  it('with a number that can be none of ours', () => {
    for (const out_biz_no of ['a b', 'x'.repeat(65), '../1', 'ü']) {
      expect(read(signedNotice({ ...partRefundNotice, out_biz_no }))).toEqual(invalid)
    }
  })
})

describe('nothing to act on', () => {
  it.each(['TRADE_CLOSED', 'WAIT_BUYER_PAY', 'TRADE_PENDING', 'constructor'])('%s', (trade_status) => {
    const { gmt_payment: _, ...rest } = paidNotice
    expect(read(signedNotice({ ...rest, trade_status }))).toEqual({ kind: 'other', eventType: trade_status })
  })

  it.each(['dut_user_sign', 'constructor', 'TRADE_STATUS_SYNC'])('a notification of type %s', (notify_type) => {
    expect(read(signedNotice({ ...paidNotice, notify_type }))).toEqual({ kind: 'other', eventType: notify_type })
  })
})

describe('signed, but not to be believed', () => {
  it.each<Parameters>([
    { app_id: '2021000122671081' },
    { app_id: '' },
    { seller_id: '2088102146225136' },
    { seller_id: '' },
    { total_amount: '0.00' },
    { total_amount: '-10.00' },
    { total_amount: '10.001' },
    { total_amount: '10.00 ' },
    { total_amount: '' },
    { gmt_payment: '' },
    { gmt_payment: '2026-02-30 11:59:58' },
    { gmt_payment: 'yesterday' },
    { trade_no: '' },
    { trade_no: 'a#b' },
    { out_trade_no: '' },
    { out_trade_no: '../other' },
    { trade_status: '' },
  ])('a payment with %j', (change) => {
    expect(read(signedNotice({ ...paidNotice, ...change }))).toEqual(invalid)
  })

  it('the notification of another app of the same account', () => {
    const other = direct({ appId: '2021000122671081' }).provider
    expect(other.readNotification({}, form(signedNotice(paidNotice)), NOW)).toEqual(invalid)
  })
})

describe('the numbers of a genuine notification', () => {
  it.each([
    ['trade_no', paidNotice],
    ['out_trade_no', paidNotice],
    ['out_trade_no', partRefundNotice],
    ['out_biz_no', partRefundNotice],
  ] as const)('%s is a number in form, or the whole is refused', (member, notice) => {
    expect(read(signedNotice({ ...notice })).kind).not.toBe('refused')
    const held = fc.property(hostileText(notice[member] ?? ''), (text) => {
      const found = read(signedNotice({ ...notice, [member]: text }))
      if (found.kind === 'payment' || (found.kind === 'refund' && text !== '')) expect(text).toMatch(/^[\w.-]{1,64}$/)
      else expect(found.kind).toMatch(/^(refused|other|refund)$/)
    })
    fc.assert(held, { numRuns: 50, examples: HOSTILE.map((text) => [text]) })
  })
})

describe('what the channel is answered', () => {
  it.each([
    ['accepted', { status: 200, text: 'success' }],
    ['signature_invalid', { status: 401, text: 'failure' }],
    ['notification_invalid', { status: 400, text: 'failure' }],
  ] as const)('%s', (outcome, answer) => {
    expect(acknowledgement(outcome)).toEqual(answer)
  })
})

function everyByteEncoded(value: string): string {
  return Buffer.from(value)
    .toString('hex')
    .replace(/../g, (hex) => `%${hex}`)
}
