import { isUtf8 } from 'node:buffer'
import * as z from 'zod/mini'
import type { Outgoing, Reply } from '../../../shared/http/outgoing.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Unavailable } from '../../payment/paying/provider.ts'
import { rawMembers } from './envelope.ts'
import { type Refused, unavailable } from './errors.ts'
import { readJson } from './fields.ts'
import type { Merchant } from './merchant.ts'
import { type ApiCall, formEncoded, signedParams } from './requests.ts'
import { signatureHolds } from './signing.ts'

export type AlipayDeps = { outgoing: Outgoing; clock: Clock }

/**
 * How a call ended. `done` and `refused` carry Alipay's signature; Alipay signs its errors too. `done` says that the request was
 * taken, not that money moved; `body` is JSON. `unavailable`: no answer, or one that anyone could have written.
 */
type Answer = { kind: 'done'; body: string } | Refused | Unavailable

export type Send = (call: ApiCall) => Promise<Answer>

/** Signs a call, sends it as a form, and verifies the answer's characters before anything parses them. */
export const exchange =
  (merchant: Merchant, deps: AlipayDeps): Send =>
  async (call) => {
    const { biz_content, ...beside } = signedParams(merchant, call, deps.clock.now())
    const reply = await deps.outgoing({
      method: 'POST',
      url: `${merchant.gateway}?${formEncoded(beside)}`,
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded;charset=utf-8',
        'user-agent': 'shiming',
      },
      body: formEncoded({ biz_content: biz_content ?? '' }),
    })
    return read(merchant, call, reply)
  }

const code = z.string().check(z.regex(/^[\w.-]{1,64}$/))
/** Only codes: messages are for people, and may change or quote our data. */
const result = z.object({ code, sub_code: z.optional(z.nullable(z.union([code, z.literal('')]))) })

const SUCCESS = '10000'

const unreadable: Unavailable = { kind: 'unavailable', code: 'answer_invalid' }

const read = (merchant: Merchant, call: ApiCall, reply: Reply): Answer => {
  if (reply.kind !== 'answered') return { kind: 'unavailable', code: reply.reason }
  if (reply.status !== 200) return { kind: 'unavailable', code: `http_${reply.status}` }
  const members = isUtf8(reply.body) ? rawMembers(reply.body.toString()) : undefined
  const body = members?.get(`${call.method.replaceAll('.', '_')}_response`) ?? members?.get('error_response')
  const said = body === undefined ? undefined : readJson(result, body)
  if (!members || body === undefined || !said) return unreadable
  const refused: Refused = { kind: 'refused', code: said.code, subCode: said.sub_code ?? '' }
  const fault = signatureFault(merchant, members, body)
  // Whom the gateway does not know it cannot sign for. What it then complains of settles nothing, but may call for a person.
  if (fault === 'signature_missing' && said.code !== SUCCESS) return unavailable(refused)
  // Our certificates are out of date, and stay so until somebody deploys newer ones.
  if (fault === 'signature_serial_unknown') return { kind: 'unavailable', code: fault, needsRepair: true }
  if (fault) return { kind: 'unavailable', code: fault }
  return said.code === SUCCESS ? { kind: 'done', body } : refused
}

const textOf = (member: string | undefined): string => readJson(z.string(), member ?? '""') ?? ''

type SignatureFault = 'signature_missing' | 'signature_serial_unknown' | 'signature_wrong'

const signatureFault = (
  merchant: Merchant,
  members: ReadonlyMap<string, string>,
  body: string,
): SignatureFault | undefined => {
  if (!members.has('sign')) return 'signature_missing'
  // A serial nobody here knows is refused without fetching its certificate: keys come by deployment.
  const key = merchant.alipayKeys.get(textOf(members.get('alipay_cert_sn')))
  if (!key) return 'signature_serial_unknown'
  return signatureHolds(key, body, textOf(members.get('sign'))) ? undefined : 'signature_wrong'
}
