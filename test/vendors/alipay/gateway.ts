import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AlipaySdk } from 'alipay-sdk'
import { alipay } from '../../../functions/vendors/alipay/alipay.ts'
import { alipayBills } from '../../../functions/vendors/alipay/bills/bill-source.ts'
import type { AlipayConfig } from '../../../functions/vendors/alipay/merchant.ts'
import { outgoing, type Reply } from '../../../shared/http/outgoing.ts'

/** The other side, with the oracle SDK at both ends: it checks what we sign, and must believe the answers that we believe. */

export const pair = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })

export const appKeys = pair()
export const alipayKeys = pair()

export const NOW = Date.UTC(2026, 10, 20, 4, 0, 0)

export const pem = (key: KeyObject): string =>
  key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }).toString()

export const config: AlipayConfig = {
  baseUrl: 'http://127.0.0.1:1/sandbox/alipay',
  appId: '2021000122671080',
  sellerId: '2088102146225135',
  appPrivateKey: appKeys.privateKey,
  mode: 'key',
  alipayPublicKey: pem(alipayKeys.publicKey),
}

const sdk = (own: KeyObject, theirs: KeyObject, gateway = 'http://127.0.0.1:1'): AlipaySdk =>
  new AlipaySdk({
    appId: config.appId,
    privateKey: pem(own),
    keyType: 'PKCS8',
    alipayPublicKey: pem(theirs),
    gateway,
    camelcase: false,
  })

/** Alipay's end: checks what an app signs. */
export const atAlipay = sdk(alipayKeys.privateKey, appKeys.publicKey)
/** An app's end: checks what Alipay signs. */
export const atApp = (gateway?: string): AlipaySdk => sdk(appKeys.privateKey, alipayKeys.publicKey, gateway)

/** Alipay's signature over a text, made as the SDK makes one. */
export const signature = (text: string, key: KeyObject = alipayKeys.privateKey, algorithm = 'RSA-SHA256'): string =>
  createSign(algorithm).update(text, 'utf8').sign(key, 'base64')

export type Parameters = Record<string, string>

/** What is under the signature of a notification about a trade. */
export const contentOf = (params: Parameters): string =>
  Object.keys(params)
    .filter((name) => name !== 'sign' && name !== 'sign_type' && params[name] !== '')
    .sort()
    .map((name) => `${name}=${params[name]}`)
    .join('&')

/** Parameters with Alipay's signature; sign_type stays outside of it. */
export const signedNotice = (params: Parameters): Parameters => ({
  ...params,
  sign_type: 'RSA2',
  sign: signature(contentOf(params)),
})

/** A form as Alipay's Java writes it: spaces as +, everything else but letters, digits and -_.* encoded. */
export const form = (params: Parameters): Buffer => Buffer.from(new URLSearchParams(params).toString())

/** The member an answer to that method stands in. */
export const memberOf = (method: string): string => `${method.replaceAll('.', '_')}_response`

/** Alipay's JSON, slashes escaped as it does. */
const json = (content: unknown): string => JSON.stringify(content).replaceAll('/', '\\/')

/** A signed answer. */
export const answerTo = (method: string, content: object, member = memberOf(method)): string => {
  const text = json({ code: '10000', msg: 'Success', ...content })
  return `{"${member}":${text},"sign":${json(signature(text))}}`
}

/** A signed refusal. */
export const refusalOf = (subCode: string, code = '40004'): object => ({
  code,
  msg: 'Business Failed',
  sub_code: subCode,
  sub_msg: '说明文字',
})

export type Received = { method: string; path: string; params: Parameters; body: string; type: string }

/** What the gateway does with a call: answers something signed, exactly some bytes, or not at all. */
export type Reaction = object | { status: number; body: string | Buffer } | 'hang' | 'break'

const textOf = async (message: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part)
  return Buffer.concat(parts).toString()
}

const isRaw = (reaction: object): reaction is { status: number; body: string | Buffer } => 'status' in reaction

const react = (reaction: Reaction, method: string, response: ServerResponse): void => {
  if (reaction === 'hang') return
  if (typeof reaction === 'string') return void response.socket?.destroy()
  if (isRaw(reaction)) return void response.writeHead(reaction.status).end(reaction.body)
  response.writeHead(200, { 'content-type': 'text/html;charset=utf-8' }).end(answerTo(method, reaction))
}

const FILES = '/sandbox/alipay/downloadBillFile.resource'

/** A server that records every call and answers as it is told, files apart, and everything of ours pointed at it. */
export const startGateway = async (change: Partial<AlipayConfig> = {}, totalMs = 5000) => {
  const received: Received[] = []
  let reaction: Reaction = 'break'
  let file: Reaction = 'break'
  let now = NOW
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://gateway')
    const body = await textOf(request)
    const params = Object.fromEntries([...searchParams, ...new URLSearchParams(body)])
    const type = request.headers['content-type'] ?? ''
    received.push({ method: request.method ?? '', path: pathname, params, body, type })
    if (pathname === FILES) react(file, '', response)
    else react(reaction, params.method ?? '', response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const account = { ...config, ...change, baseUrl: `${origin}/sandbox/alipay` } as AlipayConfig
  const deps = {
    outgoing: outgoing({ connectMs: 5000, totalMs, maxBytes: 20_000_000 }),
    clock: { now: () => now },
  }
  return {
    provider: alipay(account, deps),
    bills: alipayBills(account, deps),
    oracle: atApp(`${origin}/sandbox/alipay/gateway.do`),
    received,
    fileAddress: `${origin}${FILES}?bizType=trade&token=a%2Bb`,
    reacts: (next: Reaction): void => {
      reaction = next
    },
    serves: (next: Reaction): void => {
      file = next
    },
    at: (moment: number): void => {
      now = moment
    },
    stop: (): void => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type Gateway = Awaited<ReturnType<typeof startGateway>>

/** A provider without a network: gets back exactly what it is given. */
export const direct = (change: Partial<AlipayConfig> = {}) => {
  let reply: Reply = { kind: 'unknown', reason: 'unset' }
  const account = { ...config, ...change } as AlipayConfig
  const provider = alipay(account, { outgoing: async () => reply, clock: { now: () => NOW } })
  return {
    provider,
    answers: (body: string | Buffer, status = 200): void => {
      reply = { kind: 'answered', status, headers: {}, body: Buffer.from(body) }
    },
  }
}
