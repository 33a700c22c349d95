import { kindsOf, type Route } from '../../shared/http/route.ts'
import type { Parameter } from './described.ts'
import { demanded, type Look, paramNamed } from './fields/look.ts'
import { type JsonSchema, ref, sentences, typeName } from './json.ts'
import { queryOf } from './schemas.ts'

/** What a greedy part of a path is called: the token of pushplus's clients, or whatever the outside has there. */
const greedyName = (route: Route): string => (kindsOf(route.caller).includes('token') ? 'token' : 'path')

/** A path as OpenAPI writes it, where no part is greedy. */
export const pathOf = (route: Route): string => route.path.replace('{proxy+}', `{${greedyName(route)}}`)

/** No longer name is looked for. */
const LONGEST_NAME = 200

const inPath = (route: Route): Parameter[] =>
  [...pathOf(route).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const { is, example } = paramNamed(name, route.name)
    const words = route.params?.[name]
    const schema: JsonSchema = words ? { type: 'string', enum: words } : { type: 'string', maxLength: LONGEST_NAME }
    return { name, in: 'path', required: true, description: is, schema, example }
  })

const inQuery = (route: Route, look: Look): Parameter[] => {
  const { properties, required } = queryOf(route)
  return Object.entries(properties).map(([name, { description, ...schema }]) => {
    const { is, example } = demanded(look, name, [`${typeName(route.name)}Query`])
    return {
      name,
      in: 'query',
      ...(required.includes(name) && { required: true }),
      description: sentences(is, description),
      schema,
      ...(required.includes(name) && { example }),
    }
  })
}

const byWebPages = ({ method, caller, setsCookie }: Route): boolean =>
  setsCookie === true || (method !== 'GET' && kindsOf(caller).some((kind) => kind.startsWith('session')))

/** Whether its answer may be kept, and asked for again by its tag. */
export const isKept = ({ answers }: Route): boolean => answers[304] !== undefined

/** Everything of a request but its body. */
export const parametersOf = (route: Route, look: Look): Parameter[] => [
  ...inPath(route),
  ...inQuery(route, look),
  ...(route.idempotent ? [ref('parameters', 'IdempotencyKey')] : []),
  ...(isKept(route) ? [ref('parameters', 'IfNoneMatch')] : []),
  ...(byWebPages(route) ? [ref('parameters', 'ShimingWeb')] : []),
  ...(kindsOf(route.caller).some((kind) => kind === 'token' || kind === 'channel')
    ? []
    : [ref('parameters', 'AcceptLanguage')]),
]

/** Headers that several operations take. */
export const sharedParameters: Readonly<Record<string, Parameter>> = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description:
      '给人看的文字所用的语言：默认中文，en 为英文。 The language of texts for people: Chinese, or English where it comes first.',
    schema: { type: 'string' },
    example: 'zh-CN',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      '每次购买一个新键，重试同一次购买时用同一个键：同键同内容答复现状，同键异内容为 422。 A new key for each purchase and the same for its repeats: with the same body the answer is how things stand, with another 422. 1 to 255 visible ASCII characters, bare or in quotation marks.',
    schema: { type: 'string', minLength: 1, maxLength: 257 },
    example: '7f9c24e8-3b5a-4f0e-9d58-0a1b2c3d4e5f',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag of what is kept: where it is current, the answer is 304.',
    schema: { type: 'string' },
    example: 'W/"0b5f3c1a9d2e4f60"',
  },
  ShimingWeb: {
    name: 'X-Shiming-Web',
    in: 'header',
    description:
      '网页须带（任意值）：登录时令牌放入 Cookie；使用 Cookie 的修改类请求必须带。 Sent by web pages, with any value: at sign-in the token goes into a cookie, and requests that change something with the cookie need it.',
    schema: { type: 'string' },
    example: '1',
  },
}

/** Headers of answers. */
export const sharedHeaders = {
  'X-Request-Id': {
    description: 'Names the request in the log of the service.',
    schema: { type: 'string' },
    example: 'c4m1kjJ0PHcEMzQ=',
  },
  'Cache-Control': {
    description: 'How long it may be kept.',
    schema: { type: 'string' },
    example: 'public, no-cache',
  },
  ETag: {
    description: 'Changes with its content.',
    schema: { type: 'string' },
    example: 'W/"0b5f3c1a9d2e4f60"',
  },
  'Content-Language': {
    description: 'The language of the texts.',
    schema: { type: 'string', enum: ['zh', 'en'] },
    example: 'zh',
  },
  Location: {
    description: 'Where the browser goes on.',
    schema: { type: 'string' },
    example: 'https://id.example.cn/verify/pay?wechat=done',
  },
  'Retry-After': {
    description: 'In how many seconds the same may be tried again; left out where waiting does not help.',
    schema: { type: 'integer', minimum: 1 },
    example: 60,
  },
  'Set-Cookie': {
    description: 'The session of a web page, or its end.',
    schema: { type: 'string' },
    example: '__Host-shiming_session=…; Path=/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax',
  },
  'Shiming-Enforcement': {
    description:
      'There while a warning is due to an account that is not verified: the date from which it will be refused, in how many days of the Beijing calendar that is, and which warning it is (30, 7 or 1 days before). A string with parameters (RFC 9651).',
    schema: { type: 'string' },
    example: '"2026-11-30T16:00:00.000Z";days=6;notice=7',
  },
} as const
