import type { Answer } from '../../../shared/http/answer.ts'
import type { Request } from '../../../shared/http/request.ts'
import { effectIn } from '../effect.ts'
import { ANYTHING, takeFault } from '../faults.ts'
import type { WeChatPaySandbox } from '../sandbox.ts'
import { type ErrorDetail, errors, type WeChatPayErrorName } from './errors.ts'
import { type WeChatPayEffect, type WeChatPayTarget, wechatPayFaults } from './faults.ts'
import type { Call } from './operation.ts'
import { operationAt } from './operations.ts'
import type { Reply } from './reply.ts'
import { requestFault, signedHeaders, wronglySigned } from './signature.ts'

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

type Incoming = Pick<Request, 'method' | 'path' | 'rawQuery' | 'headers' | 'rawBody' | 'requestId'>

const PREFIX = '/v3/'

/** Errors are not signed; only PARAM_ERROR and INVALID_REQUEST say where they come from. */
const refusal = (name: WeChatPayErrorName, detail?: ErrorDetail): Answer => {
  const { status, code, message } = errors[name]
  return { status, headers: JSON_TYPE, text: JSON.stringify({ code, message, ...(detail && { detail }) }) }
}

/** What is wrong with the request before anybody looks at what it asks. */
const headerFault = (
  sandbox: WeChatPaySandbox,
  request: Incoming,
  target: WeChatPayTarget,
): WeChatPayErrorName | undefined => {
  const { headers } = request
  // Observed of the real one: the refund interface looks at these first, the transaction interface never.
  if (target.startsWith('wechat_pay_refund') && !(headers.accept && headers['user-agent'])) return 'agent_missing'
  const signed = {
    method: request.method,
    target: request.rawQuery === '' ? request.path : `${request.path}?${request.rawQuery}`,
    rawBody: request.rawBody,
    authorization: headers.authorization,
  }
  const fault = requestFault(signed, sandbox.wechatPay, sandbox.clock.now())
  if (fault) return fault
  // What is downloaded is not signed, so it does not matter with which key.
  if (target === 'wechat_pay_bill_download') return undefined
  const serial = headers['wechatpay-serial']
  if (serial === undefined) return 'serial_missing'
  return serial === sandbox.wechatPay.platformKeyId ? undefined : 'serial_wrong'
}

const answerOf = (sandbox: WeChatPaySandbox, reply: Reply, effect: WeChatPayEffect | undefined): Answer => {
  if (reply.kind === 'refused') return refusal(reply.error, reply.detail)
  if (reply.kind === 'file')
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, bytes: reply.bytes }
  const text = reply.body === undefined ? '' : JSON.stringify(reply.body)
  const sign = effect?.does === 'sign_wrongly' ? wronglySigned : signedHeaders
  const signature = sign(text, sandbox.wechatPay, sandbox.ids.secret(24), sandbox.clock.now())
  if (text === '') return { status: 204, headers: signature }
  return { status: 200, headers: { ...JSON_TYPE, ...signature }, text }
}

/** WeChat Pay APIv3 as a merchant sees it: signed requests in, signed answers out. */
export const serveWeChatPay = async (sandbox: WeChatPaySandbox, request: Incoming): Promise<Answer> => {
  const path = request.path.slice(request.path.indexOf(PREFIX) + PREFIX.length)
  const found = operationAt(request.method, path)
  if (found.kind === 'missing') return { status: found.status }
  const { operation, number } = found
  const fault = headerFault(sandbox, request, operation.target)
  if (fault) return refusal(fault)
  const call: Call = { number, query: new URLSearchParams(request.rawQuery), rawBody: request.rawBody }
  const subject = (await operation.subject(sandbox, call)) ?? ANYTHING
  const effect = effectIn<WeChatPayEffect>(
    wechatPayFaults[operation.target],
    await takeFault(sandbox, operation.target, subject),
  )
  if (effect?.does === 'refuse') return refusal(effect.error)
  const reply = await operation.run(sandbox, call, effect)
  const answer = answerOf(sandbox, reply, effect)
  const said = effect?.does === 'execute_then_refuse' && reply.kind === 'done' ? refusal(effect.error) : answer
  return { ...said, headers: { ...said.headers, 'Request-ID': `${request.requestId}-0` } }
}
