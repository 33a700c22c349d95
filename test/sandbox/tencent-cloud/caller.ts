import { createHash, createHmac } from 'node:crypto'
import * as z from 'zod/mini'
import { serveTencentCloud } from '../../../functions/sandbox/tencent-cloud/serve.ts'
import type { Keys, Stage } from '../stage.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

type Tweaks = {
  headers?: Record<string, string | undefined>
  timestamp?: number
  secretId?: string
  secretKey?: string
  service?: string
  date?: string
  signedHost?: string
  signedBody?: string
  signed?: string[]
}

const response = z.object({
  Response: z.looseObject({
    RequestId: z.string(),
    Error: z.optional(z.object({ Code: z.string(), Message: z.string() })),
  }),
})

/** Answers of Tencent Cloud as `Response`; undefined when the text is no such answer. */
const responseOf = (text: string | undefined) => {
  try {
    return z.parse(response, JSON.parse(text ?? '')).Response
  } catch {
    return undefined
  }
}

const HOST = 'shiming.example:4000'

const actions = {
  faceid: { action: 'PhoneVerification', version: '2018-03-01', region: undefined },
  ocr: { action: 'RecognizeValidIDCardOCR', version: '2018-11-19', region: undefined },
  sms: { action: 'SendSms', version: '2021-01-11', region: 'ap-guangzhou' },
  ses: { action: 'SendEmail', version: '2020-10-02', region: 'ap-guangzhou' },
}

/** A caller of API 3.0 who signs as its documentation says, written for the tests alone. */
export const callerOf =
  (stage: Stage, keys: Keys) =>
  async (product: keyof typeof actions, body: Record<string, unknown> | string, tweaks: Tweaks = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const { action, version, region } = actions[product]
    const timestamp = tweaks.timestamp ?? Math.floor(stage.world.now / 1000)
    const headers: Record<string, string | undefined> = {
      'content-type': 'application/json; charset=utf-8',
      host: HOST,
      'x-tc-action': action,
      'x-tc-version': version,
      'x-tc-region': region,
      'x-tc-timestamp': String(timestamp),
      ...tweaks.headers,
    }
    const names = tweaks.signed ?? ['content-type', 'host', 'x-tc-action']
    const values: Record<string, string | undefined> = { ...headers, host: tweaks.signedHost ?? headers.host }
    const lines = names.map((name) => `${name}:${(values[name] ?? '').toLowerCase()}\n`).join('')
    const canonical = `POST\n/\n\n${lines}\n${names.join(';')}\n${sha256(tweaks.signedBody ?? text)}`
    const date = tweaks.date ?? new Date(timestamp * 1000).toISOString().slice(0, 10)
    const scope = `${date}/${tweaks.service ?? product}/tc3_request`
    const key = hmac(
      hmac(hmac(`TC3${tweaks.secretKey ?? keys.secret.tencentSecretKey}`, date), tweaks.service ?? product),
      'tc3_request',
    )
    const signature = hmac(key, `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(canonical)}`).toString('hex')
    const credential = `${tweaks.secretId ?? keys.secret.tencentSecretId}/${scope}`
    const authorization = `TC3-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`
    const answer = await serveTencentCloud(stage.sandbox, product, {
      headers: { authorization, ...headers },
      rawBody: Buffer.from(text),
    })
    return {
      status: answer.status,
      text: answer.text,
      headers: answer.headers ?? {},
      response: responseOf(answer.text),
    }
  }
