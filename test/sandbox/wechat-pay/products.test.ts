import { describe, expect, it } from 'vitest'
import { payerPays } from '../../../functions/sandbox/control/payments.ts'
import { pay } from '../../../functions/sandbox/wechat-pay/pay.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { merchantOf } from './merchant.ts'

const keys = makeKeys()
const NO = 'order-0001'
const MINUTE = 60_000
const faults = { duplicates: 0, delayMs: 0, dropNotification: false, payAfterClose: false, signtest: false }

const started = () => {
  const stage = stageOf(keys)
  const merchant = merchantOf(stage, keys)
  const pays = (how: { h5Url?: string; jsapi?: ReturnType<typeof merchant.jsapiCall> }) =>
    payerPays(stage.sandbox, { ...how, faults })
  return { stage, merchant, pays }
}

const refusedWith = (code: string) => ({ ok: false, refusal: { code } })

describe('in a browser', () => {
  it('the payer follows an address for five minutes; asking again gives a fresh one', async () => {
    const { stage, merchant, pays } = started()
    const first = String((await merchant.createH5(NO)).json.h5_url)
    expect(first).toMatch(
      /^http:\/\/127\.0\.0\.1:4000\/sandbox\/wechat-pay\/checkmweb\?prepay_id=wx[\w-]+&package=\d+$/,
    )
    stage.world.now += 5 * MINUTE + 1
    expect(await pays({ h5Url: first })).toMatchObject(refusedWith('order_expired'))
    const second = String((await merchant.createH5(NO)).json.h5_url)
    expect(await pays({ h5Url: `${second}&redirect_url=https%3A%2F%2Fshiming.example` })).toMatchObject({ ok: true })
    expect((await merchant.query(NO)).json).toMatchObject({ trade_state: 'SUCCESS', trade_type: 'MWEB' })
  })

  it.each([
    ['no scene', { scene_info: undefined }, '/scene_info'],
    [
      'the address of the server itself',
      { scene_info: { payer_client_ip: '127.0.0.1', h5_info: { type: 'Wap' } } },
      '/scene_info/payer_client_ip',
    ],
    [
      'no address',
      { scene_info: { payer_client_ip: 'phone', h5_info: { type: 'Wap' } } },
      '/scene_info/payer_client_ip',
    ],
    ['no kind of page', { scene_info: { payer_client_ip: '14.23.150.211' } }, '/scene_info/h5_info'],
  ])('an order with %s is refused', async (_, more, field) => {
    const { merchant, stage } = started()
    expect(await merchant.createH5(NO, more)).toMatchObject({
      status: 400,
      json: { code: 'PARAM_ERROR', detail: { field } },
    })
    expect(stage.table.items()).toEqual([])
  })
})

describe('inside WeChat', () => {
  it('the page hands over what the merchant signed, and only the one it was made for pays', async () => {
    const { merchant, pays } = started()
    const made = await merchant.createJsapi(NO)
    expect(String(made.json.prepay_id).length).toBeLessThanOrEqual(64)
    expect(await pays({ jsapi: merchant.jsapiCall(made.json.prepay_id) })).toMatchObject({
      ok: true,
      value: { outTradeNo: NO, paidFen: 1000 },
    })
    expect((await merchant.query(NO)).json).toMatchObject({ trade_type: 'JSAPI', payer: { openid: 'oOpenid-1' } })
  })

  it.each([
    ['another time than was signed', { timeStamp: '1700000000' }],
    ['a time in milliseconds', { timeStamp: '1700000000000' }],
    ['another nonce', { nonceStr: 'nonce-2' }],
    ['another app', { appId: 'wx0000000000000000' }],
    ['another order', { package: 'prepay_id=wx00' }],
    ['a signature of another kind', { signType: 'MD5' }],
    ['no signature', { paySign: '' }],
  ])('the payer sees nothing of a page with %s', async (_, more) => {
    const { merchant, pays } = started()
    const { prepay_id } = (await merchant.createJsapi(NO)).json
    const call = { ...merchant.jsapiCall(prepay_id), ...more }
    expect(await pays({ jsapi: call })).toMatchObject(refusedWith('signature_invalid'))
    expect((await merchant.query(NO)).json.trade_state).toBe('NOTPAY')
  })

  it('the number is good for two hours', async () => {
    const { merchant, pays, stage } = started()
    const { prepay_id } = (await merchant.createJsapi(NO)).json
    stage.world.now += 120 * MINUTE + 1
    expect(await pays({ jsapi: merchant.jsapiCall(prepay_id) })).toMatchObject(refusedWith('order_expired'))
  })

  it('an order without a payer is refused, and a number nobody gave out is unknown', async () => {
    const { merchant, pays } = started()
    const made = await merchant.createJsapi(NO, { payer: undefined })
    expect(made).toMatchObject({ status: 400, json: { code: 'PARAM_ERROR', detail: { field: '/payer/openid' } } })
    expect(await pays({ jsapi: merchant.jsapiCall('up_nothing') })).toMatchObject(refusedWith('not_found'))
  })
})

describe('one number', () => {
  it('is one order for identical requests of one product', async () => {
    const { merchant, stage } = started()
    await merchant.createJsapi(NO)
    const written = stage.table.items()
    expect((await merchant.createJsapi(NO)).status).toBe(200)
    expect(stage.table.items()).toEqual(written)
  })

  it('cannot be asked for with another payer, another address or as another product', async () => {
    const { merchant } = started()
    await merchant.createJsapi(NO)
    await merchant.createH5('order-0002')
    const ip = { scene_info: { payer_client_ip: '14.23.150.212', h5_info: { type: 'Wap' } } }
    for (const again of [
      await merchant.createJsapi(NO, { payer: { openid: 'oOpenid-2' } }),
      await merchant.create(NO, { payer: { openid: 'oOpenid-1' } }),
      await merchant.createH5('order-0002', ip),
    ])
      expect(again).toMatchObject({ status: 400, json: { code: 'INVALID_REQUEST' } })
  })

  it('that is paid is not asked for again', async () => {
    const { merchant, stage } = started()
    await merchant.createH5(NO)
    await pay(stage.sandbox, NO, {}, {})
    expect((await merchant.createH5(NO)).json.code).toBe('ORDERPAID')
  })
})
