import { signedParams } from '../../functions/sandbox/alipay/signature.ts'
import { beijingTime } from '../../functions/sandbox/beijing.ts'
import { sealed } from '../../functions/sandbox/wechat-pay/seal.ts'
import { signedHeaders } from '../../functions/sandbox/wechat-pay/signature.ts'
import { rfc3339Beijing } from '../../shared/kernel/time.ts'
import { bodyOf, type Change, type Json, jsonText } from './inputs/draft.ts'
import type { Stage } from './stage.ts'

type Fields = { [name: string]: Json }

const isFields = (json: Json | undefined): json is Fields =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** What a channel says, before it is sealed and signed, and the last thing that is done to it. */
export type Notice = { name: string; json: Json; signed: Change }

/** WeChat Pay's: what is inside is sealed, whatever it has become; the bytes are signed, whatever they are. */
const wechatPaySigned =
  ({ standIns: { wechatPay }, engine }: Stage): Change =>
  (draft) => {
    const { json } = draft
    const resource = isFields(json) ? json.resource : undefined
    const box =
      resource === undefined
        ? json
        : { ...Object(json), resource: sealed(jsonText(resource), 'x', wechatPay.apiV3Key, '0123456789ab') }
    const body = bodyOf({ ...draft, json: box }) ?? Buffer.alloc(0)
    // The stand-in signs texts, and so can sign no bytes that are none.
    const signed = signedHeaders(body.toString(), wechatPay, 'nonce', engine.now())
    return { ...draft, body, headers: [...draft.headers, ...Object.entries(signed)] }
  }

const textOf = (json: Json): string => (typeof json === 'string' ? json : jsonText(json))

/** Alipay's: a form of what is there, with a signature over it. */
const alipaySigned =
  ({ standIns: { alipay } }: Stage): Change =>
  (draft) => {
    if (draft.body || !isFields(draft.json)) return draft
    const params = Object.entries(draft.json).map(([name, value]): [string, string] => [
      name,
      textOf(value).toWellFormed(),
    ])
    const sign = signedParams(new Map(params), alipay.privateKey)
    return {
      ...draft,
      body: Buffer.from(new URLSearchParams([...params, ['sign_type', 'RSA2'], ['sign', sign]]).toString()),
    }
  }

const noticesOfWeChatPay = (stage: Stage): Notice[] => {
  const { mchid, appid } = stage.standIns.wechatPay
  const at = rfc3339Beijing(stage.engine.now())
  const signed = wechatPaySigned(stage)
  const paidOrder = (outTradeNo: string): Json => ({
    ...{
      appid,
      mchid,
      out_trade_no: outTradeNo,
      trade_state: 'SUCCESS',
      transaction_id: '4200001234',
      success_time: at,
    },
    ...{ trade_type: 'NATIVE', payer: { openid: 'o-1' }, amount: { total: 1000, payer_total: 1000, currency: 'CNY' } },
  })
  const refund: Json = {
    ...{
      mchid,
      out_trade_no: stage.paid,
      transaction_id: '4200001234',
      out_refund_no: `${stage.paid}v1`,
      refund_id: '5',
    },
    ...{
      refund_status: 'SUCCESS',
      success_time: at,
      amount: { total: 1000, refund: 900, payer_total: 1000, payer_refund: 900 },
    },
  }
  const complaint: Json = { complaint_id: '200201820200101080076610000', action_type: 'CREATE_COMPLAINT' }
  const told = (type: string, resource: Json): Notice => ({
    name: type,
    json: { id: 'e-1', create_time: at, resource_type: 'encrypt-resource', event_type: type, summary: 'x', resource },
    signed,
  })
  return [
    told('TRANSACTION.SUCCESS', paidOrder(stage.unpaid)),
    told('TRANSACTION.SUCCESS', paidOrder(stage.paid)),
    told('REFUND.SUCCESS', refund),
    told('COMPLAINT.CREATE', complaint),
  ]
}

const noticesOfAlipay = (stage: Stage): Notice[] => {
  const { appId, sellerId } = stage.standIns.alipay
  const at = beijingTime(stage.engine.now())
  const common = {
    ...{ app_id: appId, seller_id: sellerId, notify_type: 'trade_status_sync', notify_id: 'n-1', notify_time: at },
    ...{ charset: 'utf-8', trade_status: 'TRADE_SUCCESS', trade_no: '2026112022001', out_trade_no: stage.unpaid },
    ...{ total_amount: '10.00', gmt_payment: at, version: '1.0' },
  }
  const signed = alipaySigned(stage)
  return [
    { name: 'payment', json: common, signed },
    {
      name: 'refund',
      json: { ...common, gmt_refund: `${at}.000`, out_biz_no: `${stage.paid}v1`, refund_fee: '9.00' },
      signed,
    },
  ]
}

/** What the channel of that address could tell us. */
export const noticesTo = (stage: Stage, path: string): Notice[] => {
  if (path === '/webhooks/wechat-pay') return noticesOfWeChatPay(stage)
  return path === '/webhooks/alipay' ? noticesOfAlipay(stage) : []
}
