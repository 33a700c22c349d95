import { type KeyObject, sign, verify } from 'node:crypto'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { WeChatPayKeys } from '../sandbox.ts'
import type { WeChatPayErrorName } from './errors.ts'

const SCHEME = 'WECHATPAY2-SHA256-RSA2048'
const WINDOW_SECONDS = 300

const lines = (...parts: (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.flatMap((part) => [Buffer.from(part), Buffer.from('\n')]))

const fieldsOf = (header: string | undefined): Map<string, string> | undefined => {
  if (!header?.startsWith(`${SCHEME} `)) return undefined
  const pairs = header.slice(SCHEME.length + 1).matchAll(/(?<![a-z_])([a-z_]+)="([^"]*)"/g)
  return new Map([...pairs].map(([, name = '', value = '']) => [name, value]))
}

/** A request as it came over the wire; `target` is path and query exactly as received. */
export type Signed = { method: string; target: string; rawBody: Buffer; authorization: string | undefined }

/**
 * Judges the Authorization header of a merchant's request (facts: WeChat Pay APIv3 signing rules). Answers the error, or
 * undefined when the request is signed by the merchant and at most 300 s old or early.
 */
export const requestFault = (request: Signed, keys: WeChatPayKeys, now: Millis): WeChatPayErrorName | undefined => {
  const fields = fieldsOf(request.authorization)
  if (!fields) return 'authorization_malformed'
  const [timestamp, nonce, signature] = ['timestamp', 'nonce_str', 'signature'].map((name) => fields.get(name))
  if (!timestamp || !/^\d{1,12}$/.test(timestamp) || !nonce || !signature) return 'authorization_malformed'
  if (Math.abs(now / SECOND - Number(timestamp)) > WINDOW_SECONDS) return 'timestamp_out_of_window'
  if (fields.get('mchid') !== keys.mchid || fields.get('serial_no') !== keys.merchantSerial)
    return 'certificate_unknown'
  const text = lines(request.method, request.target, timestamp, nonce, request.rawBody)
  const right = verify('RSA-SHA256', text, keys.merchantPublicKey, Buffer.from(signature, 'base64'))
  return right ? undefined : 'signature_wrong'
}

/** The Wechatpay-* headers over exactly these bytes. `now`: epoch ms. */
export const signedHeaders = (
  body: string,
  keys: { platformKeyId: string; platformPrivateKey: KeyObject },
  nonce: string,
  now: Millis,
): Record<string, string> => {
  const timestamp = String(Math.floor(now / SECOND))
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': keys.platformKeyId,
    'Wechatpay-Signature': sign('RSA-SHA256', lines(timestamp, nonce, body), keys.platformPrivateKey).toString(
      'base64',
    ),
    'Wechatpay-Signature-Type': SCHEME,
  }
}

/** A signature of the right shape over other bytes: what a forger could send. */
export const wronglySigned = (...of: Parameters<typeof signedHeaders>): Record<string, string> => {
  const [body, ...rest] = of
  return signedHeaders(`${body} `, ...rest)
}

/** A probe: WeChat Pay sends such signatures to see whether a merchant really verifies. */
export const probeSigned = (...of: Parameters<typeof signedHeaders>): Record<string, string> => {
  const headers = wronglySigned(...of)
  return { ...headers, 'Wechatpay-Signature': `WECHATPAY/SIGNTEST/${headers['Wechatpay-Signature']}` }
}
