import type { Answer } from '../../../shared/http/answer.ts'
import type { Request } from '../../../shared/http/request.ts'
import { ANYTHING, takeFault } from '../faults.ts'
import type { TencentCloudSandbox } from '../sandbox.ts'
import { recordCall } from '../vendor-calls.ts'
import { phoneIn as facePhoneIn, phoneVerification } from './face-id.ts'
import { type TencentEffect, type TencentTarget, tencentFaults } from './faults.ts'
import { failed, responseText, signatureFailed, type TencentReply } from './reply.ts'
import { sendSms, phoneIn as smsPhoneIn } from './sms.ts'
import { tc3Fault } from './tc3.ts'

type Incoming = Pick<Request, 'headers' | 'rawBody'>

type Product = {
  service: string
  version: string
  action: string
  /** Regions the product must be addressed in; undefined where it needs none. */
  regions?: readonly string[]
  target: TencentTarget
  phoneIn(rawBody: Buffer): string | undefined
  run(sandbox: TencentCloudSandbox, rawBody: Buffer, effect: TencentEffect | undefined): Promise<TencentReply>
}

/** The two products this stand-in knows, by the last part of their address. */
export const products = {
  faceid: {
    service: 'faceid',
    version: '2018-03-01',
    action: 'PhoneVerification',
    target: 'tencent_faceid',
    phoneIn: facePhoneIn,
    run: phoneVerification,
  },
  sms: {
    service: 'sms',
    version: '2021-01-11',
    action: 'SendSms',
    regions: ['ap-beijing', 'ap-guangzhou', 'ap-nanjing'],
    target: 'tencent_sms',
    phoneIn: smsPhoneIn,
    run: sendSms,
  },
} as const satisfies Record<string, Product>

const missing = (header: string): TencentReply =>
  failed('MissingParameter', `The request is missing a required parameter \`${header}\`.`)

const commonFault = ({ version, action, regions }: Product, { headers }: Incoming): TencentReply | undefined => {
  if (!headers['x-tc-action']) return missing('Action')
  if (!headers['x-tc-version']) return missing('Version')
  if (headers['x-tc-version'] !== version) return failed('NoSuchVersion', 'The specified version does not exist.')
  if (headers['x-tc-action'] !== action) return failed('InvalidAction', 'The specified action is invalid.')
  if (!regions) return undefined
  const region = headers['x-tc-region']
  if (!region) return missing('Region')
  return regions.includes(region) ? undefined : failed('UnsupportedRegion', 'The region is not supported.')
}

const effectOf = (target: TencentTarget, mode: string | undefined): TencentEffect | undefined => {
  const modes: Record<string, TencentEffect> = tencentFaults[target]
  return mode !== undefined && Object.hasOwn(modes, mode) ? modes[mode] : undefined
}

const JSON_TYPE = { 'content-type': 'application/json' }
const PAGE = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>'

const broken = (how: 'http_500' | 'html' | 'truncated' | 'slow', text: string): Answer => {
  if (how === 'http_500') return { status: 500, text: '' }
  if (how === 'html') return { status: 200, headers: { 'content-type': 'text/html' }, text: PAGE }
  return { status: 200, headers: JSON_TYPE, text: how === 'truncated' ? text.slice(0, text.length / 2) : text }
}

const answerAs = async (sandbox: TencentCloudSandbox, product: Product, { rawBody }: Incoming): Promise<Answer> => {
  const phone = product.phoneIn(rawBody)
  const unbilled = (result: string) =>
    recordCall(sandbox, { vendor: product.target, phone: phone ?? '', result, billed: 0 })
  const effect = effectOf(product.target, await takeFault(sandbox, product.target, phone ?? ANYTHING))
  if (effect?.does === 'break' && !effect.execute) {
    await unbilled(effect.how)
    return broken(effect.how, '')
  }
  const reply =
    effect?.does === 'error' ? failed(effect.code, effect.message) : await product.run(sandbox, rawBody, effect)
  if (reply.kind === 'failed') await unbilled(reply.code)
  const text = responseText(reply, sandbox.ids.id())
  if (effect?.does !== 'break') return { status: 200, headers: JSON_TYPE, text }
  if (effect.how === 'slow') await sandbox.pause(sandbox.settings.slowAnswerMs)
  return broken(effect.how, text)
}

/** Tencent Cloud API 3.0 for one product: HTTP 200 whatever happens, unless a fault says otherwise. */
export const serveTencentCloud = async (
  sandbox: TencentCloudSandbox,
  name: keyof typeof products,
  request: Incoming,
): Promise<Answer> => {
  const product: Product = products[name]
  const wrong = tc3Fault({ ...request, service: product.service }, sandbox.tencentCloud, sandbox.clock.now())
  const fault = wrong ? signatureFailed(wrong) : commonFault(product, request)
  if (fault) return { status: 200, headers: JSON_TYPE, text: responseText(fault, sandbox.ids.id()) }
  return answerAs(sandbox, product, request)
}
