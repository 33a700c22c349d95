import { createDecipheriv, sign, verify } from 'node:crypto'
import * as z from 'zod/mini'
import { serveWeChatPay } from '../../../functions/sandbox/wechat-pay/serve.ts'
import type { OutgoingRequest } from '../../../shared/http/outgoing.ts'
import type { Keys, Stage } from '../stage.ts'

const scene = { payer_client_ip: '14.23.150.211', h5_info: { type: 'Wap' } }

const BASE = '/sandbox/wechat-pay/v3/'

type Tweaks = {
  headers?: Record<string, string | undefined>
  timestamp?: number
  nonce?: string
  mchid?: string
  serial?: string
  /** What is signed instead of the target that is asked for. */
  signedTarget?: string
  signedBody?: string
}

export type CallBody = Record<string, unknown> | string | undefined

/** A merchant who signs as the channel's documentation says, written for the tests alone. */
export const merchantOf = (stage: Stage, keys: Keys) => {
  const { secret } = keys

  const call = async (method: string, target: string, body?: CallBody, tweaks: Tweaks = {}) => {
    const url = BASE + target
    const text = body === undefined || typeof body === 'string' ? (body ?? '') : JSON.stringify(body)
    const timestamp = String(tweaks.timestamp ?? Math.floor(stage.world.now / 1000))
    const nonce = tweaks.nonce ?? 'fdasflkja484fdasflkja484fdasflkj'
    const signed = `${method}\n${tweaks.signedTarget ?? url}\n${timestamp}\n${nonce}\n${tweaks.signedBody ?? text}\n`
    const signature = sign('RSA-SHA256', Buffer.from(signed), keys.merchantPrivateKey).toString('base64')
    const pairs = {
      mchid: tweaks.mchid ?? secret.mchid,
      nonce_str: nonce,
      signature,
      timestamp,
      serial_no: tweaks.serial ?? secret.merchantSerial,
    }
    const authorization = `WECHATPAY2-SHA256-RSA2048 ${Object.entries(pairs)
      .map(([name, value]) => `${name}="${value}"`)
      .join(',')}`
    const [path = '', rawQuery = ''] = url.split('?')
    const answer = await serveWeChatPay(stage.sandbox, {
      method,
      path,
      rawQuery,
      rawBody: Buffer.from(text),
      requestId: 'request-1',
      headers: {
        accept: 'application/json',
        'user-agent': 'shiming-test',
        'content-type': 'application/json',
        'wechatpay-serial': secret.platformKeyId,
        authorization,
        ...tweaks.headers,
      },
    })
    const json: Record<string, unknown> = answer.text ? JSON.parse(answer.text) : {}
    const file = answer.bytes && Buffer.from(answer.bytes)
    return { status: answer.status, headers: answer.headers ?? {}, text: answer.text ?? '', json, file }
  }

  const order = (outTradeNo: string, more: Record<string, unknown> = {}) => ({
    appid: secret.appid,
    mchid: secret.mchid,
    description: '实名认证',
    out_trade_no: outTradeNo,
    notify_url: 'https://shiming.example/webhooks/wechat-pay',
    amount: { total: 1000, currency: 'CNY' },
    ...more,
  })

  const refund = (outTradeNo: string, outRefundNo: string, fen: number, more: Record<string, unknown> = {}) => ({
    out_trade_no: outTradeNo,
    out_refund_no: outRefundNo,
    notify_url: 'https://shiming.example/webhooks/wechat-pay',
    amount: { refund: fen, total: 1000, currency: 'CNY' },
    ...more,
  })

  return {
    call,
    order,
    refund,
    create: (outTradeNo: string, more?: Record<string, unknown>) =>
      call('POST', 'pay/transactions/native', order(outTradeNo, more)),
    createH5: (outTradeNo: string, more?: Record<string, unknown>) =>
      call('POST', 'pay/transactions/h5', order(outTradeNo, { scene_info: scene, ...more })),
    createJsapi: (outTradeNo: string, more?: Record<string, unknown>) =>
      call('POST', 'pay/transactions/jsapi', order(outTradeNo, { payer: { openid: 'oOpenid-1' }, ...more })),
    /** What a page inside WeChat hands over. */
    jsapiCall: (prepayId: unknown, timeStamp = String(Math.floor(stage.world.now / 1000))) => {
      const fields = { appId: secret.appid, timeStamp, nonceStr: 'nonce-1', package: `prepay_id=${prepayId}` }
      const lines = `${Object.values(fields).join('\n')}\n`
      const paySign = sign('RSA-SHA256', Buffer.from(lines), keys.merchantPrivateKey).toString('base64')
      return { ...fields, signType: 'RSA', paySign }
    },
    /** The address of a bill, and the file behind it. */
    askBill: (target: string) => call('GET', `bill/${target}`),
    fetchBill: (address: unknown, tweaks?: Tweaks) =>
      call('GET', String(address).split('/sandbox/wechat-pay/v3/')[1] ?? '', undefined, tweaks),
    query: (outTradeNo: string) => call('GET', `pay/transactions/out-trade-no/${outTradeNo}?mchid=${secret.mchid}`),
    close: (outTradeNo: string) =>
      call('POST', `pay/transactions/out-trade-no/${outTradeNo}/close`, { mchid: secret.mchid }),
    askRefund: (outTradeNo: string, outRefundNo: string, fen: number, more?: Record<string, unknown>) =>
      call('POST', 'refund/domestic/refunds', refund(outTradeNo, outRefundNo, fen, more)),
    queryRefund: (outRefundNo: string) => call('GET', `refund/domestic/refunds/${outRefundNo}`),
  }
}

const envelope = z.object({
  id: z.string(),
  event_type: z.string(),
  resource_type: z.literal('encrypt-resource'),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    original_type: z.string(),
    ciphertext: z.string(),
    associated_data: z.string(),
    nonce: z.string(),
  }),
})

/** Whether the Wechatpay-* headers were made by the channel over exactly this body. */
export const isSigned = (headers: Record<string, string | undefined>, body: string, keys: Keys): boolean => {
  const text = `${headers['Wechatpay-Timestamp']}\n${headers['Wechatpay-Nonce']}\n${body}\n`
  const signature = Buffer.from(headers['Wechatpay-Signature'] ?? '', 'base64')
  return (
    headers['Wechatpay-Serial'] === keys.secret.platformKeyId &&
    verify('RSA-SHA256', Buffer.from(text), keys.platformPublicKey, signature)
  )
}

/** Opens a notification as a merchant does, after the signature was looked at. */
export const opened = (request: OutgoingRequest, keys: Keys) => {
  const read = z.parse(envelope, JSON.parse(request.body ?? ''))
  const sealed = Buffer.from(read.resource.ciphertext, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keys.secret.apiV3Key, read.resource.nonce)
  decipher.setAAD(Buffer.from(read.resource.associated_data)).setAuthTag(sealed.subarray(-16))
  const text = decipher.update(sealed.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8')
  const plaintext: Record<string, unknown> = JSON.parse(text)
  return { id: read.id, type: read.event_type, signed: isSigned(request.headers, request.body ?? '', keys), plaintext }
}
