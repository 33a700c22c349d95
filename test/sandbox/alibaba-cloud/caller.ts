import { createHash, createHmac } from 'node:crypto'
import { serveAlibabaCloud } from '../../../functions/sandbox/alibaba-cloud/serve.ts'
import type { Keys, Stage } from '../stage.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

type Tweaks = {
  headers?: Record<string, string | undefined>
  accessKeyId?: string
  accessKeySecret?: string
  signedHost?: string
  signedBody?: string
  signedQuery?: string
  /** Names left out of the signature. */
  unsigned?: string[]
  query?: string
  product?: 'cloudauth' | 'sms'
}

const versions = { cloudauth: '2019-03-07', sms: '2017-05-25' }

const HOST = 'shiming.example:4000'

/** A caller of Alibaba Cloud's OpenAPI who signs as its documentation says, written for the tests alone. */
export const callerOf = (stage: Stage, keys: Keys) => {
  let calls = 0
  return async (action: string, form: Record<string, string> | string, tweaks: Tweaks = {}) => {
    const body = typeof form === 'string' ? form : new URLSearchParams(form).toString()
    const { query = '', product = 'cloudauth' } = tweaks
    const headers: Record<string, string | undefined> = {
      'content-type': 'application/x-www-form-urlencoded',
      host: HOST,
      'x-acs-action': action,
      'x-acs-content-sha256': sha256(tweaks.signedBody ?? body),
      'x-acs-date': `${new Date(stage.world.now).toISOString().slice(0, 19)}Z`,
      'x-acs-signature-nonce': `nonce-${++calls}`,
      'x-acs-version': versions[product],
      ...tweaks.headers,
    }
    const names = Object.keys(headers)
      .filter((name) => headers[name] !== undefined && !tweaks.unsigned?.includes(name))
      .toSorted()
    const values: Record<string, string | undefined> = { ...headers, host: tweaks.signedHost ?? headers.host }
    const lines = names.map((name) => `${name}:${values[name] ?? ''}\n`).join('')
    const payload = sha256(tweaks.signedBody ?? body)
    const canonical = `POST\n/\n${tweaks.signedQuery ?? query}\n${lines}\n${names.join(';')}\n${payload}`
    const signature = createHmac('sha256', tweaks.accessKeySecret ?? keys.alibabaCloud.accessKeySecret)
      .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
      .digest('hex')
    const credential = tweaks.accessKeyId ?? keys.alibabaCloud.accessKeyId
    const authorization = `ACS3-HMAC-SHA256 Credential=${credential},SignedHeaders=${names.join(';')},Signature=${signature}`
    const answer = await serveAlibabaCloud(stage.sandbox, product, {
      headers: { authorization, ...headers },
      rawBody: Buffer.from(body),
      rawQuery: query,
    })
    return { status: answer.status, text: answer.text ?? '', json: jsonOf(answer.text) }
  }
}

type Said = {
  Code?: string
  RequestId?: string
  HostId?: string
  BizId?: string
  ResultObject?: Record<string, string>
  TotalCount?: string
  SmsSendDetailDTOs?: { SmsSendDetailDTO: Record<string, string | number>[] }
}

const jsonOf = (text = ''): Said | undefined => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
