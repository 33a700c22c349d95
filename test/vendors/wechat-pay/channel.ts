import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import { wechatPayBills } from '../../../functions/vendors/wechat-pay/bills/bill-source.ts'
import { wechatPayComplaintDesk } from '../../../functions/vendors/wechat-pay/complaints/complaint-desk.ts'
import type { WechatPayConfig } from '../../../functions/vendors/wechat-pay/merchant.ts'
import { wechatPay } from '../../../functions/vendors/wechat-pay/wechat-pay.ts'
import { outgoing } from '../../../shared/http/outgoing.ts'

/** The other side, as the oracle SDK sees it: it checks what we sign, and signs and encrypts what we must check. */

const pair = (): { publicKey: KeyObject; privateKey: KeyObject } => generateKeyPairSync('rsa', { modulusLength: 2048 })

export const merchantKeys = pair()
/** The two that WeChat Pay may sign with while an account moves from the one to the other. */
export const platform: Record<string, { publicKey: KeyObject; privateKey: KeyObject }> = {
  PUB_KEY_ID_0114232134912410000000000000000001: pair(),
  '7132D72A03E93CDDF8C03BBD1F37EEDF00000001': pair(),
}
export const [KEY_ID = '', OLD_SERIAL = ''] = Object.keys(platform)

export const NOW = Date.UTC(2026, 10, 20, 4, 0, 0)

export const pem = (key: KeyObject): string =>
  key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }).toString()

export const config: WechatPayConfig = {
  baseUrl: 'http://127.0.0.1:1/sandbox/wechat-pay',
  mchid: '1230000109',
  appid: 'wxd678efh567hg6787',
  apiV3Key: randomBytes(16).toString('hex'),
  merchantSerial: '3775B6A45ACD588826D15E583A95F5DD00000001',
  merchantPrivateKey: merchantKeys.privateKey,
  platformKeys: Object.fromEntries(Object.entries(platform).map(([id, keys]) => [id, pem(keys.publicKey)])),
  platformKeyId: KEY_ID,
}

/** The four headers under which the channel signs `body`. */
export const signed = (body: string, at = NOW, serial = KEY_ID): Record<string, string> => {
  const timestamp = String(Math.floor(at / 1000))
  const nonce = Formatter.nonce()
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': serial,
    'wechatpay-signature': Rsa.sign(Formatter.response(timestamp, nonce, body), keyOf(serial)),
  }
}

const keyOf = (serial: string): KeyObject => {
  const keys = platform[serial]
  if (!keys) throw new Error(`no platform key ${serial}`)
  return keys.privateKey
}

/** The body of a notification that carries `content`; `change` alters what is sealed before the envelope is closed. */
export const envelope = (
  event: string,
  content: unknown,
  change: (resource: Resource) => object = (it) => it,
  data = 'transaction',
): string => {
  const nonce = Formatter.nonce(12)
  const plaintext = typeof content === 'string' ? content : JSON.stringify(content)
  const ciphertext = Aes.AesGcm.encrypt(plaintext, config.apiV3Key, nonce, data)
  const resource = { algorithm: 'AEAD_AES_256_GCM', ciphertext, nonce, associated_data: data }
  return JSON.stringify({
    id: 'EV-2018022511223320873',
    create_time: '2026-11-20T12:00:00+08:00',
    resource_type: 'encrypt-resource',
    event_type: event,
    summary: '支付成功',
    resource: { original_type: 'transaction', ...change(resource) },
  })
}

export type Resource = { algorithm: string; ciphertext: string; nonce: string; associated_data: string }

export const paidOrder = {
  mchid: config.mchid,
  appid: config.appid,
  out_trade_no: '0193a1b2c3d4e5f60718293a4b5c6d7e',
  transaction_id: '4200001234202611201234567890',
  trade_type: 'NATIVE',
  trade_state: 'SUCCESS',
  success_time: '2026-11-20T11:59:58+08:00',
  payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
  amount: { total: 1000, payer_total: 900, currency: 'CNY', payer_currency: 'CNY' },
}

export const paidFact = {
  channel: 'wechat_pay',
  transactionId: paidOrder.transaction_id,
  outTradeNo: paidOrder.out_trade_no,
  paidFen: 1000,
  paidAt: Date.UTC(2026, 10, 20, 3, 59, 58),
}

export type Received = { method: string; target: string; headers: IncomingHttpHeaders; body: string }
export type Reaction = { status: number; headers: Record<string, string>; body: string } | 'hang' | 'break'

/** A signed 2xx. */
export const answer = (content: unknown, at = NOW, serial = KEY_ID): Reaction => {
  const body = content === undefined ? '' : JSON.stringify(content)
  return { status: body ? 200 : 204, headers: signed(body, at, serial), body }
}

/** An error, which WeChat Pay does not sign. */
export const refusal = (status: number, code: string): Reaction => ({
  status,
  headers: {},
  body: JSON.stringify({ code, message: '说明文字' }),
})

const textOf = async (message: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part)
  return Buffer.concat(parts).toString()
}

/** Where the channel keeps its files. */
const FILES = '/sandbox/wechat-pay/v3/billdownload/file'

/**
 * A server that records every request and answers with what it is told, files apart, and everything of ours pointed at it.
 */
export const startChannel = async (totalMs = 5000, change: Partial<WechatPayConfig> = {}) => {
  const received: Received[] = []
  let reaction: Reaction = 'break'
  let file: Reaction | Buffer = 'break'
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    received.push({ method, target: url, headers, body: await textOf(request) })
    const now = url.startsWith(FILES) ? file : reaction
    if (now === 'hang') return
    if (now === 'break') return request.socket.destroy()
    if (Buffer.isBuffer(now)) return response.writeHead(200).end(now)
    response.writeHead(now.status, now.headers).end(now.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const account = { ...config, ...change, baseUrl: `${origin}/sandbox/wechat-pay` }
  const deps = {
    outgoing: outgoing({ connectMs: 5000, totalMs, maxBytes: 1_000_000 }),
    clock: { now: () => NOW },
    nonce: () => Formatter.nonce(),
  }
  return {
    provider: wechatPay(account, deps),
    desk: wechatPayComplaintDesk(account, deps),
    bills: wechatPayBills(account, deps),
    baseUrl: account.baseUrl,
    received,
    fileAddress: `${origin}${FILES}?token=p4lp%2BSuKzz&type=ALL`,
    reacts: (next: Reaction): void => {
      reaction = next
    },
    /** A file, which is not signed; or how the request for it ends. */
    serves: (next: Reaction | Buffer): void => {
      file = next
    },
    stop: (): void => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type Channel = Awaited<ReturnType<typeof startChannel>>
