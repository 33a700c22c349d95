import type { Answer } from '../../../shared/http/answer.ts'
import type { Request } from '../../../shared/http/request.ts'
import { brokenAnswer, JSON_TYPE } from '../cloud.ts'
import { created } from '../documents.ts'
import { effectIn } from '../effect.ts'
import { ANYTHING, takeFault } from '../faults.ts'
import { keys } from '../keys.ts'
import type { AlibabaCloudSandbox } from '../sandbox.ts'
import { recordCall } from '../vendor-calls.ts'
import { acs3Fault, type SignatureError } from './acs3.ts'
import { cloudauthActions, type Parameters, phoneIn as phoneAbout } from './cloudauth.ts'
import { COMPANY_VERSION, companyActions, creditCodeIn, isCompanyAction } from './company.ts'
import { faceActions, isFaceAction, facePhoneIn as phoneOfFace } from './face.ts'
import { type AlibabaEffect, type AlibabaTarget, alibabaFaults } from './faults.ts'
import { type AlibabaReply, answerText, refused, statusOf } from './reply.ts'
import { phoneIn as phoneTexted, smsActions } from './sms.ts'

type Incoming = Pick<Request, 'headers' | 'rawBody' | 'rawQuery'>

type Perform = (
  sandbox: AlibabaCloudSandbox,
  parameters: Parameters,
  effect: AlibabaEffect | undefined,
) => Promise<AlibabaReply>

type Product = {
  version(action: string): string
  host: string
  actions: Readonly<Record<string, Perform>>
  targetOf(action: string): AlibabaTarget
  /** Which phone a call is about, for faults meant for one person; of a company, its credit code. */
  phoneIn(sandbox: AlibabaCloudSandbox, parameters: Parameters, action: string): Promise<string | undefined>
}

/** The products this stand-in knows, by the last part of their address. */
const products = {
  cloudauth: {
    version: (action) => (isCompanyAction(action) ? COMPANY_VERSION : '2019-03-07'),
    host: 'cloudauth.aliyuncs.com',
    actions: { ...cloudauthActions, ...faceActions, ...companyActions },
    targetOf: (action) => {
      if (isCompanyAction(action)) return 'alibaba_company'
      return isFaceAction(action) ? 'alibaba_face' : 'alibaba_cloudauth'
    },
    phoneIn: async (sandbox, parameters, action) => {
      if (isCompanyAction(action)) return creditCodeIn(parameters)
      return isFaceAction(action) ? phoneOfFace(sandbox, parameters) : phoneAbout(parameters)
    },
  },
  sms: {
    version: () => '2017-05-25',
    host: 'dysmsapi.aliyuncs.com',
    actions: smsActions,
    targetOf: () => 'alibaba_sms',
    phoneIn: async (_sandbox, parameters) => phoneTexted(parameters),
  },
} as const satisfies Record<string, Product>

const signatureMessages: Record<SignatureError, string> = {
  IncompleteSignature: 'The request signature does not conform to Aliyun standards.',
  'InvalidAccessKeyId.NotFound': 'Specified access key is not found.',
  'InvalidTimeStamp.Format': 'Specified time stamp or date value is not well formatted.',
  'InvalidTimeStamp.Expired': 'Specified time stamp or date value is expired.',
  SignatureDoesNotMatch: 'Specified signature is not matched with our calculation.',
}

/** A number is good for one request. Answers whether this one was not used before. */
const isFirst = async (sandbox: AlibabaCloudSandbox, nonce: string): Promise<boolean> => {
  const used = created(keys.acs3Nonce(nonce), {}, { now: sandbox.clock.now(), days: 1 })
  return (await sandbox.table.commit([used])).kind === 'committed'
}

/** Which action is asked for, or why the gateway refuses. */
const admit = async (
  sandbox: AlibabaCloudSandbox,
  product: Product,
  request: Incoming,
): Promise<Perform | AlibabaReply> => {
  const { headers } = request
  const wrong = acs3Fault(request, sandbox.alibabaCloud, sandbox.clock.now())
  if (wrong) return refused(wrong.endsWith('NotFound') ? 404 : 400, wrong, signatureMessages[wrong])
  if (!(await isFirst(sandbox, headers['x-acs-signature-nonce'] ?? '')))
    return refused(400, 'SignatureNonceUsed', 'Specified signature nonce was used already.')
  const action = headers['x-acs-action'] ?? ''
  if (headers['x-acs-version'] !== product.version(action))
    return refused(404, 'InvalidVersion', 'Specified parameter Version is not valid.')
  const found = Object.hasOwn(product.actions, action) ? product.actions[action] : undefined
  return (
    found ?? refused(404, 'InvalidAction.NotFound', 'Specified api is not found, please check your url and method.')
  )
}

/** The gateway takes parameters from the query and from a form; the same one twice is taken from the form. */
const parametersOf = ({ rawQuery, rawBody }: Incoming): Parameters =>
  Object.fromEntries([...new URLSearchParams(rawQuery), ...new URLSearchParams(rawBody.toString('utf8'))])

const answerAs = async (
  sandbox: AlibabaCloudSandbox,
  product: Product,
  perform: Perform,
  request: Incoming,
): Promise<Answer> => {
  const parameters = parametersOf(request)
  const action = request.headers['x-acs-action'] ?? ''
  const target = product.targetOf(action)
  const phone = await product.phoneIn(sandbox, parameters, action)
  const counted = isCompanyAction(action) ? '' : (phone ?? '')
  const unbilled = (result: string) => recordCall(sandbox, { vendor: target, phone: counted, result, billed: 0 })
  const effect = effectIn<AlibabaEffect>(alibabaFaults[target], await takeFault(sandbox, target, phone ?? ANYTHING))
  if (effect?.does === 'break' && !effect.execute) {
    await unbilled(effect.how)
    return brokenAnswer(sandbox, effect.how, '')
  }
  if (effect?.does === 'turn_away') await unbilled(effect.code)
  const reply =
    effect?.does === 'turn_away'
      ? refused(effect.status, effect.code, effect.message)
      : await perform(sandbox, parameters, effect)
  const text = answerText(reply, sandbox.ids.id(), product.host)
  if (effect?.does === 'break') return brokenAnswer(sandbox, effect.how, text)
  return { status: statusOf(reply), headers: JSON_TYPE, text }
}

/** One product of Alibaba Cloud, style RPC: what an action refuses comes with HTTP 200, what the gateway refuses with 4xx. */
export const serveAlibabaCloud = async (
  sandbox: AlibabaCloudSandbox,
  name: keyof typeof products,
  request: Incoming,
): Promise<Answer> => {
  const product: Product = products[name]
  const action = await admit(sandbox, product, request)
  if (typeof action === 'function') return answerAs(sandbox, product, action, request)
  return { status: statusOf(action), headers: JSON_TYPE, text: answerText(action, sandbox.ids.id(), product.host) }
}
