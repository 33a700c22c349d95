import { type KeyObject, sign, verify } from 'node:crypto'
import type { AlipayKeys } from '../sandbox.ts'
import type { AlipayErrorName } from './errors.ts'

export type Params = ReadonlyMap<string, string>

/** What is signed of parameters: all that say something, by name, as they are before any encoding. */
const signText = (params: Params): Buffer =>
  Buffer.from(
    [...params]
      .filter(([name, value]) => value !== '' && name !== 'sign')
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join('&'),
  )

const required = [
  ['app_id', 'app_id_missing'],
  ['method', 'method_missing'],
  ['timestamp', 'timestamp_missing'],
  ['version', 'version_missing'],
  ['sign', 'signature_missing'],
] as const satisfies readonly (readonly [string, AlipayErrorName])[]

/** What is wrong with the public parameters of a request, the signature last; undefined for one of the merchant's. */
export const requestFault = (params: Params, keys: AlipayKeys): AlipayErrorName | undefined => {
  const lacking = required.find(([name]) => !params.get(name))
  if (lacking) return lacking[1]
  if (params.get('app_id') !== keys.appId) return 'app_id_invalid'
  if (params.get('sign_type') !== 'RSA2') return 'signature_type_invalid'
  if (params.get('charset')?.toLowerCase() !== 'utf-8') return 'charset_invalid'
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(params.get('timestamp') ?? '')) return 'timestamp_invalid'
  const signature = Buffer.from(params.get('sign') ?? '', 'base64')
  const right = verify('RSA-SHA256', signText(params), keys.appPublicKey, signature)
  return right ? undefined : 'signature_invalid'
}

/** The signature of an answer, over exactly these bytes. */
export const signedBytes = (bytes: string, privateKey: KeyObject): string =>
  sign('RSA-SHA256', Buffer.from(bytes), privateKey).toString('base64')

/** The signature of a notification or of what a browser brings back; the sort of signature is added after it, unsigned. */
export const signedParams = (params: Params, privateKey: KeyObject): string =>
  sign('RSA-SHA256', signText(params), privateKey).toString('base64')
