import type { Answer } from '../../../shared/http/answer.ts'
import type { Request } from '../../../shared/http/request.ts'
import { brokenAnswer, JSON_TYPE } from '../cloud.ts'
import { effectIn } from '../effect.ts'
import { ANYTHING, takeFault } from '../faults.ts'
import type { TencentCloudSandbox } from '../sandbox.ts'
import { recordCall } from '../vendor-calls.ts'
import { companyActions, creditCodeIn, isCompanyAction } from './company.ts'
import { faceActions, isFaceAction, facePhoneIn as phoneOfFace } from './face.ts'
import { faceIdActions, phoneIn as facePhoneIn } from './face-id.ts'
import { type TencentEffect, type TencentTarget, tencentFaults } from './faults.ts'
import { licenceActions } from './ocr/licence.ts'
import { errorCost, ocrActions } from './ocr/ocr.ts'
import { failed, responseText, signatureFailed, type TencentReply } from './reply.ts'
import { addressIn, sesActions } from './ses.ts'
import { smsActions, phoneIn as smsPhoneIn } from './sms.ts'
import { tc3Fault } from './tc3.ts'

type Incoming = Pick<Request, 'headers' | 'rawBody'>

type Run = (sandbox: TencentCloudSandbox, rawBody: Buffer, effect: TencentEffect | undefined) => Promise<TencentReply>

type Product = {
  service: string
  version: string
  actions: Readonly<Record<string, Run>>
  /** Regions the product must be addressed in; undefined where it needs none. */
  regions?: readonly string[]
  targetOf(action: string | undefined): TencentTarget
  phoneIn(sandbox: TencentCloudSandbox, rawBody: Buffer, action: string | undefined): Promise<string | undefined>
}

/** The products this stand-in knows, by the last part of their address. */
export const products = {
  faceid: {
    service: 'faceid',
    version: '2018-03-01',
    actions: { ...faceIdActions, ...faceActions },
    targetOf: (action) => (isFaceAction(action) ? 'tencent_face' : 'tencent_faceid'),
    phoneIn: async (sandbox, rawBody, action) =>
      isFaceAction(action) ? phoneOfFace(sandbox, rawBody) : facePhoneIn(rawBody),
  },
  ocr: {
    service: 'ocr',
    version: '2018-11-19',
    actions: { ...ocrActions, ...licenceActions, ...companyActions },
    targetOf: (action) => (isCompanyAction(action) ? 'tencent_company' : 'tencent_ocr'),
    // Nobody knows whose card it is before it is looked at; faults of companies are meant for a credit code.
    phoneIn: async (_sandbox, rawBody, action) => (isCompanyAction(action) ? creditCodeIn(rawBody) : undefined),
  },
  sms: {
    service: 'sms',
    version: '2021-01-11',
    actions: smsActions,
    regions: ['ap-beijing', 'ap-guangzhou', 'ap-nanjing'],
    targetOf: () => 'tencent_sms',
    phoneIn: async (_sandbox, rawBody) => smsPhoneIn(rawBody),
  },
  ses: {
    service: 'ses',
    version: '2020-10-02',
    actions: sesActions,
    regions: ['ap-guangzhou', 'ap-hongkong'],
    targetOf: () => 'tencent_ses',
    // Its faults are meant for an address.
    phoneIn: async (_sandbox, rawBody) => addressIn(rawBody),
  },
} as const satisfies Record<string, Product>

const missing = (header: string): TencentReply =>
  failed('MissingParameter', `The request is missing a required parameter \`${header}\`.`)

/** What performs the action that is asked for, or why there is no such. */
const performing = ({ version, actions, regions }: Product, { headers }: Incoming): Run | TencentReply => {
  const action = headers['x-tc-action']
  if (!action) return missing('Action')
  if (!headers['x-tc-version']) return missing('Version')
  if (headers['x-tc-version'] !== version) return failed('NoSuchVersion', 'The specified version does not exist.')
  const run = Object.hasOwn(actions, action) ? actions[action] : undefined
  if (!run) return failed('InvalidAction', 'The specified action is invalid.')
  const region = headers['x-tc-region']
  if (!regions || (region && regions.includes(region))) return run
  return region ? failed('UnsupportedRegion', 'The region is not supported.') : missing('Region')
}

const answerAs = async (
  sandbox: TencentCloudSandbox,
  product: Product,
  run: Run,
  { rawBody, headers }: Incoming,
): Promise<Answer> => {
  const action = headers['x-tc-action']
  const target = product.targetOf(action)
  const phone = await product.phoneIn(sandbox, rawBody, action)
  const counted = target === 'tencent_ses' || target === 'tencent_company' ? '' : (phone ?? '')
  const failing = (result: string) =>
    recordCall(sandbox, {
      ...{ vendor: target, phone: counted, result },
      billed: target === 'tencent_ocr' ? errorCost(result) : 0,
    })
  const effect = effectIn<TencentEffect>(tencentFaults[target], await takeFault(sandbox, target, phone ?? ANYTHING))
  if (effect?.does === 'break' && !effect.execute) {
    await failing(effect.how)
    return brokenAnswer(sandbox, effect.how, '')
  }
  const reply = effect?.does === 'error' ? failed(effect.code, effect.message) : await run(sandbox, rawBody, effect)
  if (reply.kind === 'failed') await failing(reply.code)
  const text = responseText(reply, sandbox.ids.id())
  if (effect?.does !== 'break') return { status: 200, headers: JSON_TYPE, text }
  return brokenAnswer(sandbox, effect.how, text)
}

/** Tencent Cloud API 3.0 for one product: HTTP 200 whatever happens, unless a fault says otherwise. */
export const serveTencentCloud = async (
  sandbox: TencentCloudSandbox,
  name: keyof typeof products,
  request: Incoming,
): Promise<Answer> => {
  const product: Product = products[name]
  const wrong = tc3Fault({ ...request, service: product.service }, sandbox.tencentCloud, sandbox.clock.now())
  const run = wrong ? signatureFailed(wrong) : performing(product, request)
  if (typeof run === 'function') return answerAs(sandbox, product, run, request)
  return { status: 200, headers: JSON_TYPE, text: responseText(run, sandbox.ids.id()) }
}
