import type { IncomingHttpHeaders } from 'node:http'
import type { CorsSpec } from '../template/cors.ts'
import type { HttpAnswer } from './answer.ts'

type Asked = { method: string; headers: IncomingHttpHeaders }

const granted = (cors: CorsSpec, origin: string): [string, string][] => [
  ['access-control-allow-origin', origin],
  ...(cors.exposed.length > 0
    ? [['access-control-expose-headers', cors.exposed.join(',')] satisfies [string, string]]
    : []),
]

/** The page a browser says the request is from, if it may call. */
const allowedOrigin = (cors: CorsSpec, { headers }: Asked): string | undefined =>
  cors.origins.find((one) => one === headers.origin)

/** The answer to a browser that asks before it calls; undefined for any other request. The gateway gives it without a function. */
export const preflightAnswer = (cors: CorsSpec | undefined, asked: Asked): HttpAnswer | undefined => {
  const wanted = asked.headers['access-control-request-method']
  if (!cors || asked.method !== 'OPTIONS' || !asked.headers.origin || !wanted) return undefined
  const origin = allowedOrigin(cors, asked)
  const allowed: [string, string][] = [
    ['access-control-allow-methods', cors.methods.join(',')],
    ['access-control-allow-headers', cors.headers.join(',')],
    ['access-control-max-age', String(cors.maxAgeSeconds)],
  ]
  return { status: 204, headers: origin ? [...granted(cors, origin), ...allowed] : [], body: Buffer.alloc(0) }
}

/** An answer with what a browser must see in it to show it to the page; headers of that kind from a function count for nothing. */
export const withCors = (cors: CorsSpec | undefined, asked: Asked, answer: HttpAnswer): HttpAnswer => {
  if (!cors) return answer
  const origin = allowedOrigin(cors, asked)
  const others = answer.headers.filter(([name]) => !name.startsWith('access-control-'))
  return { ...answer, headers: [...others, ...(origin ? granted(cors, origin) : [])] }
}
