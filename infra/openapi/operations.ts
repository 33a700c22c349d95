import { DEFAULT_BODY_LIMIT } from '../../shared/http/request.ts'
import { kindsOf, type Method, type Route } from '../../shared/http/route.ts'
import type { ProblemCode } from '../../shared/kernel/problems.ts'
import { securityOf, whoCalls } from './callers.ts'
import type { Operation, RequestBody, Response, Special } from './described.ts'
import { exampleOf, type Sources } from './examples.ts'
import { specialOf } from './foreign/foreign.ts'
import { ref, sentences, typeName } from './json.ts'
import { isKept, parametersOf } from './parameters.ts'
import { headersNamed, problemAnswers, refusals, sharedAnswer } from './problems/answers.ts'
import { byStatus, codesOf } from './problems/codes.ts'
import { requestForms } from './request-forms.ts'
import { answerRef, requestName } from './schemas.ts'
import { tagOf } from './tags.ts'

/** The methods a route is answered to. */
export const methodsOf = ({ method, methods = [] }: Route): readonly Method[] => (method === 'ANY' ? methods : [method])

/** The name of an operation; of a route for several methods the method stands before it. */
const operationId = (route: Route, method: Method): string =>
  route.method === 'ANY' ? `${method.toLowerCase()}${typeName(route.name)}` : route.name

/** Words that are written otherwise than others. */
const spelt: Readonly<Record<string, string>> = {
  'open api': 'OpenAPI',
  alibaba: 'Alibaba',
  alipay: 'Alipay',
  api: 'API',
  sms: 'SMS',
  'by path': 'with the token in the path',
  'face id': 'FaceID',
  tencent: 'Tencent',
  wechat: 'WeChat',
}

/** The name of an operation as a heading. */
const inWords = (name: string): string => {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  const whole = Object.entries(spelt).reduce(
    (text, [word, said]) => text.replace(new RegExp(`\\b${word}\\b`), said),
    words,
  )
  return whole.charAt(0).toUpperCase() + whole.slice(1)
}

const bodyOf = (route: Route, sources: Sources): RequestBody | undefined => {
  if (!route.body) return undefined
  const name = requestName(route)
  const examples = requestForms(route, exampleOf(sources, sources.schemas[name] ?? {}, [name]))
  return { required: true, content: { 'application/json': { schema: ref('schemas', name), ...examples } } }
}

/** Answers that lead a browser elsewhere. */
const leadsOn: readonly number[] = [302, 303]

const successes: Readonly<Record<number, string>> = {
  204: 'Done.',
  302: 'Leads the browser on.',
  303: 'Leads the browser on.',
  304: 'What `If-None-Match` names is current.',
}

/** Told with a refusal too. */
const warningOf = ({ warnsOfEnforcement }: Route): string[] => (warnsOfEnforcement ? ['Shiming-Enforcement'] : [])

const successOf = (route: Route, status: number, sources: Sources): Response => {
  const schema = answerRef(route, status)
  const example = schema && exampleOf(sources, schema, [])
  return {
    description: successes[status] ?? 'The answer.',
    headers: headersNamed([
      'X-Request-Id',
      ...(isKept(route) ? ['ETag', 'Cache-Control'] : []),
      ...(route.keptByLanguage ? ['Cache-Control', 'Content-Language'] : []),
      ...(leadsOn.includes(status) ? ['Location'] : []),
      ...(route.setsCookie ? ['Set-Cookie'] : []),
      ...warningOf(route),
    ]),
    ...(schema && { content: { [route.media ?? 'application/json']: { schema, example } } }),
  }
}

/** What it is refused with, as problem+json. */
const refusalsOf = (route: Route, { ownWords = [] }: Special): [number, ProblemCode[]][] =>
  refusals(byStatus(codesOf(route).filter((code) => !ownWords.includes(code))))

const responsesOf = (route: Route, special: Special, sources: Sources): Operation['responses'] => ({
  ...Object.fromEntries(
    Object.keys(route.answers).map((status) => [status, successOf(route, Number(status), sources)]),
  ),
  ...Object.fromEntries(
    refusalsOf(route, special).map(([status, codes]) => {
      // What is refused at the edge, or fails, is so before the gate is asked.
      const more = codes.some((code) => route.problems?.includes(code)) ? warningOf(route) : []
      const shared = more.length === 0 && sharedAnswer(status, codes)
      return [status, shared ? ref('responses', shared) : problemAnswers(status, codes, more)]
    }),
  ),
  ...special.responses,
})

/** Answers that operations share, by name: each refusal with one code alone. */
export const sharedAnswersOf = (routes: readonly Route[]): Record<string, Response> => {
  const all = routes.flatMap((route) =>
    methodsOf(route).flatMap((method) => refusalsOf(route, specialOf(route.name, method))),
  )
  const named = all.flatMap(([status, codes]): [string, Response][] => {
    const name = sharedAnswer(status, codes)
    return name ? [[name, problemAnswers(status, codes)]] : []
  })
  return Object.fromEntries(named.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** One method of a route. */
export const operationOf = (route: Route, method: Method, sources: Sources): Operation => {
  const special = specialOf(route.name, method)
  const body = special.requestBody ?? bodyOf(route, sources)
  const parameters = [...parametersOf(route, sources.look), ...(special.parameters ?? [])]
  return {
    operationId: operationId(route, method),
    summary: inWords(route.name),
    description: sentences(route.summary, whoCalls(route.caller)),
    tags: [tagOf(route.fn)],
    'x-callers': typeof route.caller === 'string' ? kindsOf(route.caller) : route.caller.kinds,
    ...(body && { 'x-body-limit-bytes': route.bodyLimit ?? DEFAULT_BODY_LIMIT }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    security: securityOf(route),
    responses: responsesOf(route, special, sources),
  }
}
