import type { Answer } from '../../../shared/http/answer.ts'
import type { Request } from '../../../shared/http/request.ts'
import { cashierPage, cashierSays } from '../cashier/cashier-page.ts'
import { effectIn } from '../effect.ts'
import { ANYTHING, takeFault } from '../faults.ts'
import { pageHtml } from '../page-html.ts'
import type { AlipaySandbox } from '../sandbox.ts'
import { type AlipayError, errors } from './errors.ts'
import { type AlipayEffect, alipayFaults } from './faults.ts'
import { methodNamed, subjectOf } from './methods.ts'
import type { Reply } from './reply.ts'
import { type Params, requestFault, signedBytes } from './signature.ts'
import { cashierAddress, wayBack } from './way-back.ts'

const HTML = { 'content-type': 'text/html;charset=utf-8' }

/** Public parameters come in the address or in the form, as the caller likes; the same one twice is taken as sent last. */
export const paramsOf = (rawQuery: string, form = ''): Params =>
  new Map([...new URLSearchParams(rawQuery), ...new URLSearchParams(form)])

/** An answer nobody signed: the gateway does not know for whom. */
const unsigned = (error: AlipayError): Answer => ({
  status: 200,
  headers: HTML,
  text: JSON.stringify({ error_response: error }),
})

const spoilt = (signature: string, effect: AlipayEffect | undefined, key: AlipaySandbox['alipay']['privateKey']) => {
  if (effect?.does === 'leave_unsigned') return undefined
  return effect?.does === 'sign_wrongly' ? signedBytes('other bytes', key) : signature
}

/** The response object as the gateway writes it, slashes escaped, and its signature over exactly these bytes. */
const signedAnswer = (
  { alipay }: AlipaySandbox,
  method: string,
  members: Record<string, unknown>,
  effect: AlipayEffect | undefined,
): Answer => {
  const object = JSON.stringify(members).replaceAll('/', '\\/')
  const signature = spoilt(signedBytes(object, alipay.privateKey), effect, alipay.privateKey)
  const sign = signature === undefined ? '' : `,"sign":"${signature}"`
  return { status: 200, headers: HTML, text: `{"${method.replaceAll('.', '_')}_response":${object}${sign}}` }
}

type Asked = { method: string; params: Params }

const answerOf = (
  sandbox: AlipaySandbox,
  { method, params }: Asked,
  reply: Reply,
  effect: AlipayEffect | undefined,
): Answer => {
  if (reply.kind === 'page')
    return cashierPage({ channel: 'alipay', action: cashierAddress(sandbox.publicUrl, params), ...reply.asked })
  if (reply.kind === 'done')
    return signedAnswer(sandbox, method, { code: '10000', msg: 'Success', ...reply.body }, effect)
  const error = errors[reply.error]
  if (methodNamed(method)?.page) {
    const said = { zh: error.sub_msg, en: 'Alipay does not take this payment.' }
    return cashierSays('alipay', said, wayBack(sandbox.publicUrl, params), error.sub_code)
  }
  return signedAnswer(sandbox, method, { ...error, ...reply.body }, effect)
}

/** Runs a method that exists and is signed for, with whatever fault is armed for it. */
const run = async (sandbox: AlipaySandbox, asked: Asked): Promise<Answer> => {
  const { method, params } = asked
  const found = methodNamed(method)
  if (!found) return unsigned(errors.method_invalid)
  const subject = (await subjectOf(sandbox, params)) ?? ANYTHING
  const effect = effectIn<AlipayEffect>(alipayFaults[found.target], await takeFault(sandbox, found.target, subject))
  if (effect?.does === 'break') return { status: 502, headers: HTML, text: pageHtml('502 Bad Gateway', []) }
  const refused: Reply | undefined =
    effect?.does === 'refuse' || effect?.does === 'execute_then_refuse'
      ? { kind: 'refused', error: effect.error }
      : undefined
  if (refused && effect?.does === 'refuse') return answerOf(sandbox, asked, refused, effect)
  const reply = await found.run(sandbox, params, effect)
  return answerOf(sandbox, asked, refused && reply.kind !== 'refused' ? refused : reply, effect)
}

/** gateway.do as a merchant's server or a payer's browser sees it: signed parameters in, signed answers or a page out. */
export const serveAlipay = async (
  sandbox: AlipaySandbox,
  request: Pick<Request, 'method' | 'rawQuery' | 'rawBody'>,
): Promise<Answer> => {
  if (request.method !== 'GET' && request.method !== 'POST') return { status: 405 }
  const form = request.method === 'POST' ? request.rawBody.toString('utf8') : ''
  const params = paramsOf(request.rawQuery, form)
  const method = params.get('method') ?? ''
  const fault = requestFault(params, sandbox.alipay)
  if (!fault) return run(sandbox, { method, params })
  const mine = params.get('app_id') === sandbox.alipay.appId && methodNamed(method) !== undefined
  return mine
    ? answerOf(sandbox, { method, params }, { kind: 'refused', error: fault }, undefined)
    : unsigned(errors[fault])
}
