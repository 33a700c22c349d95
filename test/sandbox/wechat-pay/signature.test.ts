import { describe, expect, it } from 'vitest'
import { makeKeys, NOON, stageOf } from '../stage.ts'
import { isSigned, merchantOf } from './merchant.ts'

const keys = makeKeys()
const started = () => {
  const stage = stageOf(keys)
  return { stage, merchant: merchantOf(stage, keys) }
}

describe('requests of a merchant', () => {
  it('are taken when signed over path and query as received, and answered signed', async () => {
    const { merchant } = started()
    const made = await merchant.create('order-0001')
    expect(made.status).toBe(200)
    expect(made.json.code_url).toMatch(/^weixin:\/\/wxpay\/bizpayurl\?pr=/)
    expect(isSigned(made.headers, made.text, keys)).toBe(true)
  })

  it('are taken up to 300 s early or late', async () => {
    const { merchant } = started()
    for (const seconds of [-300, 300]) {
      const timestamp = NOON / 1000 + seconds
      const made = await merchant.call('POST', 'pay/transactions/native', merchant.order('order-0001'), { timestamp })
      expect(made.status).toBe(200)
    }
  })

  it.each([
    ['an old timestamp', { timestamp: NOON / 1000 - 301 }],
    ['an early timestamp', { timestamp: NOON / 1000 + 301 }],
    ['another merchant', { mchid: '1900000001' }],
    ['another certificate', { serial: 'ABCDEF' }],
    ['another path signed', { signedTarget: '/v3/pay/transactions/native' }],
    ['another body signed', { signedBody: '{}' }],
    ['no nonce', { nonce: '' }],
    ['no signature at all', { headers: { authorization: undefined } }],
    ['another scheme', { headers: { authorization: 'Bearer token' } }],
  ])('are refused with 401 SIGN_ERROR for %s', async (_, tweaks) => {
    const { merchant, stage } = started()
    const made = await merchant.call('POST', 'pay/transactions/native', merchant.order('order-0001'), tweaks)
    expect(made).toMatchObject({ status: 401, json: { code: 'SIGN_ERROR' } })
    expect(made.headers).not.toHaveProperty('Wechatpay-Signature')
    expect(stage.table.items()).toEqual([])
  })

  it.each([
    ['missing', undefined],
    ['unknown', 'PUB_KEY_ID_OTHER'],
  ])('are refused when Wechatpay-Serial is %s', async (_, serial) => {
    const { merchant } = started()
    const headers = { 'wechatpay-serial': serial }
    const made = await merchant.call('POST', 'pay/transactions/native', merchant.order('order-0001'), { headers })
    expect(made).toMatchObject({ status: 400, json: { code: 'PARAM_ERROR' } })
  })

  it('for refunds need Accept and User-Agent before anything else', async () => {
    const { merchant } = started()
    const headers = { 'user-agent': undefined, authorization: undefined }
    const asked = await merchant.call('POST', 'refund/domestic/refunds', merchant.refund('order-0001', 'r1', 1), {
      headers,
    })
    expect(asked).toMatchObject({ status: 400, json: { code: 'INVALID_REQUEST' } })
  })

  it('to an address that is none answer 404, with the wrong method 405, both without a body', async () => {
    const { merchant } = started()
    expect(await merchant.call('GET', 'pay/transactions/nothing')).toMatchObject({ status: 404, text: '' })
    expect(await merchant.call('GET', 'pay/transactions/native')).toMatchObject({ status: 405, text: '' })
  })
})
