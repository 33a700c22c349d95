import * as z from 'zod/mini'
import { createSandbox, type Sandbox } from '../../clients/typescript/src/sandbox.ts'
import { createShiming, type Shiming } from '../../clients/typescript/src/shiming.ts'
import { routes } from '../../functions/routes.ts'
import { requestProblems } from '../../shared/http/problems.ts'
import type { Route, Schema } from '../../shared/http/route.ts'

const problem = z.looseObject({
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  legacyCode: z.optional(z.int()),
  errors: z.optional(z.array(z.object({ pointer: z.string(), code: z.string() }))),
  retryAt: z.optional(z.string()),
  verifyUrl: z.optional(z.string()),
  verificationId: z.optional(z.string()),
  challenge: z.optional(z.string()),
  bits: z.optional(z.int()),
})

export type Problem = z.infer<typeof problem>

type Body<R extends Route> = R['answers'][keyof R['answers']] extends infer S
  ? S extends Schema
    ? z.infer<S>
    : undefined
  : never

/** What a route answered: its success in the form its own row promises, or a problem. */
export type Reply<R extends Route> =
  | { ok: true; status: number; body: Body<R>; headers: Headers }
  | { ok: false; status: number; problem: Problem; headers: Headers }

export type Call = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  token?: string
  headers?: Record<string, string>
}

/** What sends a request, as `fetch` does. */
export type Send = (url: string, init: RequestInit) => Promise<Response>

/** A running instance as a client sees it. */
export type Platform = {
  url: string
  /** What users and the platform do, by the client that everybody has. */
  shiming: Shiming
  /** What payers do, and what stand-ins are told and know. */
  sandbox: Sandbox
  /** What no client would send: plain HTTP by the route table. Throws when an answer does not have the form its route promises. */
  call<R extends Route>(route: R, call?: Call): Promise<Reply<R>>
  /** The body of a success, or an error that says what came instead. */
  must<R extends Route>(route: R, call?: Call): Promise<Body<R>>
  /** Lets everything under way finish, after moving the clock on by `duration` (`72h`, `0s`). */
  pass(duration: string): Promise<void>
}

/** The service and its stand-ins by their clients alone, wherever they run. */
export type Reached = Pick<Platform, 'shiming' | 'sandbox'>

const addressOf = (url: string, route: Route, { params = {}, query = {} }: Call): string => {
  const path = route.path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(query).toString()
  return `${url}${path}${search && `?${search}`}`
}

const requestOf = (route: Route, { body, token, headers }: Call): RequestInit => ({
  method: route.method,
  headers: {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...headers,
  },
  ...(body !== undefined && { body: JSON.stringify(body) }),
})

/** What operators are refused with before any route of theirs is asked. */
const beforeOperators: readonly string[] = ['right_missing', 'step_up_needed']

/** The problem in an answer; a gateway whose function died answers with less. Throws for a code the row does not name. */
const problemIn = ({ method, path, caller, problems = [] }: Route, text: string, status: number): Problem => {
  const json: unknown = text.startsWith('{') ? JSON.parse(text) : undefined
  const read = z.safeParse(problem, json)
  if (!read.success) return { status, code: `http_${status}`, detail: text }
  const { code } = read.data
  const isKnown = caller === 'operator' && beforeOperators.includes(code)
  if (!isKnown && !Object.hasOwn(requestProblems, code) && !problems.some((one) => one === code))
    throw new Error(`${method} ${path} refuses with ${code}: name it in the problems of its route`)
  return read.data
}

/** What an answer says by the row of its route; throws where it has not the form that promises. */
const replyOf = async <R extends Route>(route: R, response: Response): Promise<Reply<R>> => {
  const { status, headers } = response
  const text = await response.text()
  const promised = route.answers[status]
  if (promised === undefined) return { ok: false, status, headers, problem: problemIn(route, text, status) }
  const json: unknown = text === '' ? undefined : JSON.parse(text)
  const body = promised === null ? undefined : z.parse(promised, json)
  return { ok: true, status, headers, body: body as Body<R> }
}

/** A path without parameters is nobody else's, so those go first. */
const addresses = [...routes].sort((one, two) => Number(one.path.includes('{')) - Number(two.path.includes('{')))

const isAt = (route: Route, method: string | undefined, parts: readonly string[]): boolean => {
  const own = route.path.split('/')
  const fits = (part: string, at: number): boolean => part.startsWith('{') || part === parts[at]
  return route.method === method && own.length === parts.length && own.every(fits)
}

/** Sends for a client that takes an answer as it is; throws where that has not the form its route promises. */
const watching =
  (send: Send): Send =>
  async (url, init) => {
    const response = await send(url, init)
    const parts = new URL(url).pathname.split('/')
    const asked = addresses.find((route) => isAt(route, init.method, parts))
    if (asked) await replyOf(asked, response.clone())
    return response
  }

/** The instance at `url`; `send` is what brings requests there. */
export const platformAt = (url: string, send: Send = fetch): Platform => {
  // A fault is to be seen, so nothing is tried again.
  const options = { baseUrl: url, fetch: watching(send), retries: 0 }
  const sandbox = createSandbox(options)
  const call = async <R extends Route>(route: R, input: Call = {}): Promise<Reply<R>> =>
    replyOf(route, await send(addressOf(url, route, input), requestOf(route, input)))
  return {
    url,
    shiming: createShiming(options),
    sandbox,
    call,
    async must(route, input) {
      const reply = await call(route, input)
      if (reply.ok) return reply.body
      throw new Error(`${route.method} ${route.path}: ${reply.status} ${reply.problem.code} ${reply.problem.detail}`)
    },
    pass: async (duration) => void (await sandbox.clock.advance(duration)),
  }
}
