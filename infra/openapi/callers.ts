import { OPERATOR_COOKIE, SESSION_COOKIE } from '../../shared/http/request.ts'
import type { Caller, CallerKind, Route } from '../../shared/http/route.ts'

type Needs = Readonly<Record<string, readonly never[]>>

const session: readonly Needs[] = [{ session: [] }, { sessionCookie: [] }]

/** What each kind of caller shows, one of these, and who they are. */
const kinds: Readonly<Record<CallerKind, { who: string; needs: readonly Needs[] }>> = {
  anyone: { who: 'anyone', needs: [{}] },
  session: { who: 'a signed-in user', needs: session },
  platform: { who: "the platform's backend, by its API key", needs: [{ platformKey: [] }] },
  session_or_platform: {
    who: "a signed-in user, or the platform's backend by its API key",
    needs: [...session, { platformKey: [] }],
  },
  token: { who: 'whoever holds a message token', needs: [{ wireToken: [] }] },
  session_or_token: {
    who: 'a signed-in user, or whoever holds a message token',
    needs: [...session, { messageToken: [] }],
  },
  channel: { who: 'the payment channel, which signs what it sends', needs: [{ channelSignature: [] }] },
  operator: {
    who: 'an operator in a session of the console, or a machine of theirs by its API key',
    needs: [{ operatorSession: [] }, { operatorCookie: [] }, { operatorKey: [] }],
  },
  tester: {
    who: 'a tester; a deployed sandbox asks for its tester key, one on the own machine for nothing',
    needs: [{ testerKey: [] }, {}],
  },
}

const unique = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
]

/** Who may call, as a sentence. */
export const whoCalls = (caller: Caller): string =>
  typeof caller === 'string'
    ? `For ${kinds[caller].who}.`
    : Object.entries(caller.kinds)
        .map(([form, kind]) => `In the form \`${form}\` for ${kinds[kind].who}.`)
        .join(' ')

/** What a caller of an operation must show. */
export const securityOf = ({ caller }: Route): readonly Needs[] => {
  if (typeof caller === 'string') return caller === 'anyone' ? [] : kinds[caller].needs
  return unique(Object.values(caller.kinds).flatMap((kind) => kinds[kind].needs))
}

const bearer = (bearerFormat: string, description: string) => ({
  type: 'http',
  scheme: 'bearer',
  bearerFormat,
  description,
})

/** What there is to show. */
const schemes = {
  session: bearer(
    '<accountId>.<secret>',
    '用户会话令牌，由 POST /v1/sessions 给出。 The token of a session, as POST /v1/sessions answers it.',
  ),
  sessionCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description:
      '网页的会话 Cookie（HttpOnly）；修改类请求还须带 X-Shiming-Web 请求头。 The session of a web page, which its scripts cannot read. With it, everything but GET needs the header X-Shiming-Web.',
  },
  platformKey: bearer(
    'smk_…',
    "平台后端的 API 密钥，只在服务器上使用。 An API key of the platform's backend; never to be given to a browser or an app.",
  ),
  operatorSession: bearer(
    '<name>.<secret>',
    '运营控制台的会话令牌，由 POST /v1/operator/sessions 给出。 The token of a session of the console, as POST /v1/operator/sessions answers it.',
  ),
  operatorCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: OPERATOR_COOKIE,
    description:
      '控制台网页的会话 Cookie（HttpOnly，SameSite=Strict）；修改类请求还须带 X-Shiming-Web 请求头。 The session of the console in a browser, which its scripts cannot read. With it, everything but GET needs the header X-Shiming-Web.',
  },
  operatorKey: bearer('smo_…', '运营所用程序的 API 密钥。 An API key of a machine of the operators.'),
  messageToken: bearer(
    '32 × [a-z0-9]',
    '消息令牌，由 POST /v1/account/tokens 给出。 A message token, as POST /v1/account/tokens answers it.',
  ),
  wireToken: {
    type: 'apiKey',
    in: 'query',
    name: 'token',
    description:
      '消息令牌，与 pushplus 一样放在查询、正文或路径中。 A message token where pushplus clients put it: as parameter, in the body, or as last segment of the path.',
  },
  channelSignature: {
    type: 'http',
    scheme: 'signature',
    description:
      '支付渠道的签名：微信支付在 Wechatpay-* 请求头中对原始字节签名，支付宝在表单的 sign 参数中。 The signature of the payment channel: of WeChat Pay over the raw bytes in the headers Wechatpay-*, of Alipay in the parameter `sign` of the form.',
  },
  testerKey: {
    type: 'apiKey',
    in: 'header',
    name: 'x-shiming-tester',
    description:
      '部署在外的沙箱的测试密钥；本机实例不需要。 The tester key of a deployed sandbox; one on the own machine asks for none.',
  },
} as const

/** The schemes that operations name. */
export const schemesOf = (routes: readonly Route[]) => {
  const named = new Set(routes.flatMap(securityOf).flatMap((needs) => Object.keys(needs)))
  return Object.fromEntries(Object.entries(schemes).filter(([name]) => named.has(name)))
}
