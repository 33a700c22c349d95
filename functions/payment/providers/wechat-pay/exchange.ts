import * as z from 'zod/mini'
import type { Outgoing, Reply } from '../../../../shared/http/outgoing.ts'
import type { Clock } from '../../../../shared/kernel/time.ts'
import type { Unavailable } from '../provider.ts'
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
export const exchange =
  (merchant: Merchant, deps: WechatPayDeps) =>
  async (request: ApiRequest): Promise<Answer> => {
    const url = new URL(merchant.baseUrl + request.path)
    const body = request.body && JSON.stringify(request.body)
    const signed = { method: request.method, target: url.pathname + url.search, body: body ?? '' }
    const reply = await deps.outgoing({
      method: request.method,
      url: url.href,
      headers: {
        accept: 'application/json',
        authorization: authorization(merchant, signed, deps.clock.now(), deps.nonce()),
        'user-agent': 'shiming',
        // Chooses the key that signs the answer.
        'wechatpay-serial': merchant.platformKeyId,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body,
    })
    return read(merchant, reply, deps.clock)
  }

const read = (merchant: Merchant, reply: Reply, clock: Clock): Answer => {
  if (reply.kind !== 'answered') return { kind: 'unavailable', code: reply.reason }
  if (reply.status < 200 || reply.status > 299) {
    return { kind: 'refused', status: reply.status, code: parseJson(error, reply.body)?.code ?? `http_${reply.status}` }
  }
  const fault = signatureFault(merchant.platformKeys, reply.headers, reply.body, clock.now())
  return fault ? { kind: 'unavailable', code: fault } : { kind: 'verified', body: reply.body }
}

/** Only the code: its message is for people, and may change or quote our data. */
const error = z.object({ code: z.string().check(z.regex(/^[A-Z0-9_]{1,64}$/)) })
