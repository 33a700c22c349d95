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
import { type CloudauthAction, isAction, type Parameters, perform, phoneIn } from './cloudauth.ts'
import { type AlibabaEffect, alibabaFaults } from './faults.ts'
import { type AlibabaReply, answerText, refused, statusOf } from './reply.ts'

type Incoming = Pick<Request, 'headers' | 'rawBody' | 'rawQuery'>

const TARGET = 'alibaba_cloudauth'
const VERSION = '2019-03-07'

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
const admit = async (sandbox: AlibabaCloudSandbox, request: Incoming): Promise<CloudauthAction | AlibabaReply> => {
  const { headers } = request
  const wrong = acs3Fault(request, sandbox.alibabaCloud, sandbox.clock.now())
  if (wrong) return refused(wrong.endsWith('NotFound') ? 404 : 400, wrong, signatureMessages[wrong])
  if (!(await isFirst(sandbox, headers['x-acs-signature-nonce'] ?? '')))
    return refused(400, 'SignatureNonceUsed', 'Specified signature nonce was used already.')
  if (headers['x-acs-version'] !== VERSION)
    return refused(404, 'InvalidVersion', 'Specified parameter Version is not valid.')
  const action = headers['x-acs-action'] ?? ''
  return isAction(action)
    ? action
    : refused(404, 'InvalidAction.NotFound', 'Specified api is not found, please check your url and method.')
}

/** The gateway takes parameters from the query and from a form; the same one twice is taken from the form. */
const parametersOf = ({ rawQuery, rawBody }: Incoming): Parameters =>
  Object.fromEntries([...new URLSearchParams(rawQuery), ...new URLSearchParams(rawBody.toString('utf8'))])

const answerAs = async (
  sandbox: AlibabaCloudSandbox,
  action: CloudauthAction,
  parameters: Parameters,
): Promise<Answer> => {
  const phone = phoneIn(parameters)
  const unbilled = (result: string) => recordCall(sandbox, { vendor: TARGET, phone: phone ?? '', result, billed: 0 })
  const effect = effectIn<AlibabaEffect>(alibabaFaults[TARGET], await takeFault(sandbox, TARGET, phone ?? ANYTHING))
  if (effect?.does === 'break' && !effect.execute) {
    await unbilled(effect.how)
    return brokenAnswer(sandbox, effect.how, '')
  }
  if (effect?.does === 'turn_away') await unbilled(effect.code)
  const reply =
    effect?.does === 'turn_away'
      ? refused(effect.status, effect.code, effect.message)
      : await perform(sandbox, action, parameters, effect)
  const text = answerText(reply, sandbox.ids.id())
  if (effect?.does === 'break') return brokenAnswer(sandbox, effect.how, text)
  return { status: statusOf(reply), headers: JSON_TYPE, text }
}

/** Alibaba Cloud Cloudauth, style RPC: what an action refuses comes with HTTP 200, what the gateway refuses with 4xx. */
export const serveAlibabaCloud = async (sandbox: AlibabaCloudSandbox, request: Incoming): Promise<Answer> => {
  const action = await admit(sandbox, request)
  if (typeof action === 'string') return answerAs(sandbox, action, parametersOf(request))
  return { status: statusOf(action), headers: JSON_TYPE, text: answerText(action, sandbox.ids.id()) }
}
