import { describe, expect, it } from 'vitest'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { isSigned, merchantOf } from './merchant.ts'

const keys = makeKeys()
const NO = 'order_0001'

const started = () => {
  const stage = stageOf(keys)
  return { stage, merchant: merchantOf(stage, keys) }
}

describe('a request', () => {
  it('is taken when signed, with its parameters in the address or in the form, and answered signed', async () => {
    const { merchant } = started()
    const fields = merchant.signed('alipay.trade.precreate', merchant.order(NO))
    for (const method of ['POST', 'GET']) {
      const made = await merchant.send(fields, method)
      expect(made).toMatchObject({
        status: 200,
        signed: true,
        body: { code: '10000', msg: 'Success', out_trade_no: NO },
      })
    }
  })

  it('is answered with slashes escaped, and that is what is signed', async () => {
    const { merchant } = started()
    const { text, body } = await merchant.precreate(NO)
    expect(text).toContain('"qr_code":"https:\\/\\/qr.alipay.com\\/bax')
    expect(body.qr_code).toMatch(/^https:\/\/qr\.alipay\.com\/bax/)
    expect(isSigned(text, keys)).toBe(true)
    expect(isSigned(text.replaceAll('\\/', '/'), keys)).toBe(false)
  })

  it.each([
    ['no application', { app_id: '' }, '40001', 'isv.missing-app-id', false],
    ['no method', { method: '' }, '40001', 'isv.missing-method', false],
    ['no time', { timestamp: '' }, '40001', 'isv.missing-timestamp', true],
    ['no version', { version: '' }, '40001', 'isv.missing-version', true],
    ['no signature', { sign: '' }, '40001', 'isv.missing-signature', true],
    ['another application', { app_id: '2021000000000002' }, '40002', 'isv.invalid-app-id', false],
    ['an unknown method', { method: 'toString' }, '40002', 'isv.invalid-signature', false],
    ['the old sort of signature', { sign_type: 'RSA' }, '40002', 'isv.invalid-signature-type', true],
    ['another charset', { charset: 'gbk' }, '40002', 'isv.invalid-charset', true],
    ['a time of another form', { timestamp: '2026-11-20T12:00:00Z' }, '40002', 'isv.invalid-timestamp', true],
    ['another content than was signed', { biz_content: '{}' }, '40002', 'isv.invalid-signature', true],
    ['a parameter more than was signed', { app_auth_token: 'x' }, '40002', 'isv.invalid-signature', true],
    ['a broken signature', { sign: 'AAAA' }, '40002', 'isv.invalid-signature', true],
  ])('with %s is refused', async (_, more, code, sub_code, signed) => {
    const { merchant, stage } = started()
    const fields = { ...merchant.signed('alipay.trade.precreate', merchant.order(NO)), ...more }
    const refused = await merchant.send(fields)
    expect(refused).toMatchObject({ status: 200, signed, body: { code, sub_code } })
    expect(stage.table.items()).toEqual([])
  })

  it('for a method this stand-in does not have is refused unsigned, also when signed', async () => {
    const { merchant } = started()
    for (const method of ['alipay.trade.create', 'constructor'])
      expect(await merchant.call(method, {})).toMatchObject({ signed: false, body: { sub_code: 'isv.invalid-method' } })
  })

  it('with another verb is none', async () => {
    const { merchant } = started()
    expect((await merchant.send({}, 'DELETE')).status).toBe(405)
  })
})

describe('faults', () => {
  it.each([
    ['error_20000', '20000', 'isp.unknow-error'],
    ['error_40005', '40005', 'isv.app-call-limited'],
    ['system_error', '40004', 'ACQ.SYSTEM_ERROR'],
  ])('%s refuses without executing, signed', async (mode, code, sub_code) => {
    const { merchant, stage } = started()
    await armFault(stage.sandbox, 'alipay_create', NO, mode, 1)
    expect(await merchant.precreate(NO)).toMatchObject({ signed: true, body: { code, sub_code } })
    expect(stage.table.items().filter(({ pk }) => pk.startsWith('alipay-trade#'))).toEqual([])
    expect((await merchant.precreate(NO)).body.code).toBe('10000')
  })

  it.each([['executed_then_20000'], ['executed_then_system_error']])('%s executes all the same', async (mode) => {
    const { merchant, stage } = started()
    await armFault(stage.sandbox, 'alipay_create', NO, mode, 1)
    expect((await merchant.precreate(NO)).body.code).not.toBe('10000')
    expect(stage.table.items().filter(({ pk }) => pk.startsWith('alipay-trade#'))).toHaveLength(1)
  })

  it('forge or leave out the signature of an answer, or put a page in its place', async () => {
    const { merchant, stage } = started()
    await merchant.precreate(NO)
    await armFault(stage.sandbox, 'alipay_query', NO, 'wrong_signature', 1)
    const forged = await merchant.query(NO)
    expect([forged.signed, forged.text.includes('"sign":"')]).toEqual([false, true])
    await armFault(stage.sandbox, 'alipay_query', NO, 'no_signature', 1)
    expect((await merchant.query(NO)).text).not.toContain('"sign"')
    await armFault(stage.sandbox, 'alipay_query', NO, 'http_502', 1)
    expect(await merchant.query(NO)).toMatchObject({ status: 502, body: {} })
    expect((await merchant.query(NO)).signed).toBe(true)
  })

  it('meant for one order leave others alone, also when it is named by its number at the channel', async () => {
    const { merchant, stage } = started()
    await armFault(stage.sandbox, 'alipay_query', NO, 'error_20000', 1)
    expect((await merchant.query('order_0002')).body.code).toBe('40004')
    expect((await merchant.query(NO)).body.code).toBe('20000')
  })
})
