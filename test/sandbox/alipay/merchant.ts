import { sign, verify } from 'node:crypto'
import { serveAlipay } from '../../../functions/sandbox/alipay/gateway.ts'
import type { OutgoingRequest } from '../../../shared/http/outgoing.ts'
import type { Keys, Stage } from '../stage.ts'

export const NOTIFY_URL = 'https://shiming.example/webhooks/alipay'

type Fields = Record<string, string>

/** `2026-11-20 12:00:00` in Beijing. */
export const clockTime = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

const sorted = (fields: Fields): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== '')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

/** What is signed in an answer: the response object, byte for byte as it came. */
const objectIn = (text: string): string => text.slice(text.indexOf(':') + 1, text.lastIndexOf(',"sign"'))

/** Whether an answer was signed by the channel over exactly its response object. */
export const isSigned = (text: string, keys: Keys): boolean => {
  const signature = /"sign":"([^"]*)"/.exec(text)?.[1] ?? ''
  return verify('RSA-SHA256', Buffer.from(objectIn(text)), keys.alipayPublicKey, Buffer.from(signature, 'base64'))
}

/** The fields of a notification, and whether the channel signed them. */
export const opened = (request: OutgoingRequest, keys: Keys) => {
  const { sign: signature = '', sign_type, ...fields } = Object.fromEntries(new URLSearchParams(request.body ?? ''))
  const text = Buffer.from(sorted(fields))
  const signed = verify('RSA-SHA256', text, keys.alipayPublicKey, Buffer.from(signature, 'base64'))
  return { fields, signed: signed && sign_type === 'RSA2' }
}

/** An application that signs as the channel's documentation says, written for the tests alone. */
export const merchantOf = (stage: Stage, keys: Keys) => {
  const signed = (method: string, content: unknown, more: Fields = {}): Fields => {
    const fields = {
      app_id: keys.secret.alipayAppId,
      method,
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: clockTime(stage.world.now),
      version: '1.0',
      biz_content: typeof content === 'string' ? content : JSON.stringify(content),
      ...more,
    }
    return { ...fields, sign: sign('RSA-SHA256', Buffer.from(sorted(fields)), keys.appPrivateKey).toString('base64') }
  }

  const send = async (fields: Fields, method = 'POST') => {
    const { biz_content = '', ...inAddress } = fields
    const form = new URLSearchParams({ biz_content }).toString()
    const address = new URLSearchParams(method === 'POST' ? inAddress : fields).toString()
    const rawBody = Buffer.from(method === 'POST' ? form : '')
    const answer = await serveAlipay(stage.sandbox, { method, rawQuery: address, rawBody })
    const text = answer.text ?? ''
    const json: Record<string, Record<string, unknown>> = text.startsWith('{') ? JSON.parse(text) : {}
    const [body = {}] = Object.values(json)
    return { status: answer.status, text, body, signed: isSigned(text, keys) }
  }

  const call = (method: string, content: unknown, more?: Fields) => send(signed(method, content, more))

  const order = (outTradeNo: string, more: Record<string, unknown> = {}) => ({
    out_trade_no: outTradeNo,
    total_amount: '10.00',
    subject: '实名认证 · 会员',
    time_expire: clockTime(stage.world.now + 30 * 60_000),
    ...more,
  })

  const addresses = { notify_url: NOTIFY_URL }
  const codes = { wap: 'QUICK_WAP_WAY', page: 'FAST_INSTANT_TRADE_PAY' }

  return {
    signed,
    send,
    call,
    order,
    precreate: (outTradeNo: string, more?: Record<string, unknown>, params: Fields = addresses) =>
      call('alipay.trade.precreate', order(outTradeNo, more), params),
    /** The address of a page, as a browser is sent there. */
    pageUrl: (product: 'wap' | 'page', outTradeNo: string, params: Fields = {}) => {
      const content = order(outTradeNo, { product_code: codes[product] })
      const fields = signed(`alipay.trade.${product}.pay`, content, { ...addresses, ...params })
      return `http://127.0.0.1:4000/sandbox/alipay/gateway.do?${new URLSearchParams(fields)}`
    },
    query: (outTradeNo: string) => call('alipay.trade.query', { out_trade_no: outTradeNo }),
    close: (outTradeNo: string) => call('alipay.trade.close', { out_trade_no: outTradeNo }),
    refund: (outTradeNo: string, outRequestNo: string, refund_amount: string) =>
      call('alipay.trade.refund', { out_trade_no: outTradeNo, out_request_no: outRequestNo, refund_amount }),
    queryRefund: (outTradeNo: string, outRequestNo: string, query_options?: string[]) =>
      call('alipay.trade.fastpay.refund.query', {
        out_trade_no: outTradeNo,
        out_request_no: outRequestNo,
        query_options,
      }),
    askBill: (day: string, type = 'trade') =>
      call('alipay.data.dataservice.bill.downloadurl.query', { bill_type: type, bill_date: day }),
  }
}
