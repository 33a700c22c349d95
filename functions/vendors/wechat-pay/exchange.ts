import * as z from 'zod/mini'
import type { Outgoing, Reply } from '../../../shared/http/outgoing.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Unavailable } from '../../payment/paying/provider.ts'
import { parseJson } from './json.ts'
import type { Merchant } from './merchant.ts'
import type { ApiRequest } from './requests.ts'
import { authorization, signatureFault } from './signing.ts'

export type WechatPayDeps = {
  outgoing: Outgoing
  clock: Clock
  /** A fresh random text for every request, at most 32 letters and digits. */
  nonce: () => string
}

/**
 * How a call ended. `verified`: a 2xx whose signature holds; only this is believed. `refused`: any other status; WeChat Pay
 * does not sign these. `unavailable`: no answer, or a 2xx that anyone could have written.
 */
export type Answer = { kind: 'verified'; body: Buffer } | Refused | Unavailable
export type Refused = { kind: 'refused'; status: number; code: string }

/** Signs a request, sends exactly what was signed, and verifies what comes back before anything reads it. */
export const exchange = async (merchant: Merchant, deps: WechatPayDeps, request: ApiRequest): Promise<Answer> => {
  const url = new URL(merchant.baseUrl + request.path)
  const body = request.body && JSON.stringify(request.body)
  const answer = received(await send(merchant, deps, { method: request.method, url, accept: 'application/json', body }))
  if (answer.kind !== 'answered') return answer
  const fault = signatureFault(merchant.platformKeys, answer.headers, answer.body, deps.clock.now())
  return fault ? { kind: 'unavailable', code: fault } : { kind: 'verified', body: answer.body }
}

/**
 * Fetches a file from an address that a signed answer gave. WeChat Pay does not sign files; whoever asks must hold the bytes
 * against the hash in that answer.
 */
export const download = async (
  merchant: Merchant,
  deps: WechatPayDeps,
  address: string,
): Promise<{ kind: 'file'; bytes: Buffer } | Refused | Unavailable> => {
  const url = URL.parse(address)
  // Our Authorization goes along: never in the clear, except where the API itself is reached that way.
  const safe = url && (url.protocol === 'https:' || url.origin === new URL(merchant.baseUrl).origin)
  if (!safe) return { kind: 'unavailable', code: 'download_address_refused' }
  const answer = received(await send(merchant, deps, { method: 'GET', url, accept: '*/*' }))
  return answer.kind === 'answered' ? { kind: 'file', bytes: answer.body } : answer
}

type Sending = { method: ApiRequest['method']; url: URL; accept: string; body?: string }

const send = (merchant: Merchant, deps: WechatPayDeps, { method, url, accept, body }: Sending): Promise<Reply> => {
  const signed = { method, target: url.pathname + url.search, body: body ?? '' }
  return deps.outgoing({
    method,
    url: url.href,
    headers: {
      accept,
      authorization: authorization(merchant, signed, deps.clock.now(), deps.nonce()),
      'user-agent': 'shiming',
      // Chooses the key that signs the answer.
      'wechatpay-serial': merchant.platformKeyId,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body,
  })
}

const received = (reply: Reply): Extract<Reply, { kind: 'answered' }> | Refused | Unavailable => {
  if (reply.kind !== 'answered') return { kind: 'unavailable', code: reply.reason }
  if (reply.status >= 200 && reply.status <= 299) return reply
  return { kind: 'refused', status: reply.status, code: parseJson(error, reply.body)?.code ?? `http_${reply.status}` }
}

/** Only the code: its message is for people, and may change or quote our data. */
const error = z.object({ code: z.string().check(z.regex(/^[A-Z0-9_]{1,64}$/)) })
