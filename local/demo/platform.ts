import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
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

/** A running instance as a client sees it: plain HTTP by the route table, nothing else. */
export type Platform = {
  url: string
  /** Throws when an answer does not have the form its route promises. */
  call<R extends Route>(route: R, call?: Call): Promise<Reply<R>>
  /** The body of a success, or an error that says what came instead. */
  must<R extends Route>(route: R, call?: Call): Promise<Body<R>>
  /** Lets everything under way finish, after moving the clock on by `duration` (`72h`, `0s`). */
  pass(duration: string): Promise<void>
}

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

/** The problem in an answer; a gateway whose function died answers with less. Throws for a code the row does not name. */
const problemIn = ({ method, path, problems = [] }: Route, text: string, status: number): Problem => {
  const json: unknown = text.startsWith('{') ? JSON.parse(text) : undefined
  const read = z.safeParse(problem, json)
  if (!read.success) return { status, code: `http_${status}`, detail: text }
  const { code } = read.data
  if (!Object.hasOwn(requestProblems, code) && !problems.some((one) => one === code))
    throw new Error(`${method} ${path} refuses with ${code}: name it in the problems of its route`)
  return read.data
}

/** Throws where `call` is refused. */
export const mustBy =
  (call: Platform['call']): Platform['must'] =>
  async (route, input) => {
    const reply = await call(route, input)
    if (reply.ok) return reply.body
    throw new Error(`${route.method} ${route.path}: ${reply.status} ${reply.problem.code} ${reply.problem.detail}`)
  }

/** The instance at `url`. */
export const platformAt = (url: string): Platform => {
  const call = async <R extends Route>(route: R, call: Call = {}): Promise<Reply<R>> => {
    const response = await fetch(addressOf(url, route, call), requestOf(route, call))
    const { status, headers } = response
    const text = await response.text()
    const promised = route.answers[status]
    if (promised === undefined) return { ok: false, status, headers, problem: problemIn(route, text, status) }
    const json: unknown = text === '' ? undefined : JSON.parse(text)
    const body = promised === null ? undefined : z.parse(promised, json)
    return { ok: true, status, headers, body: body as Body<R> }
  }
  return {
    url,
    call,
    must: mustBy(call),
    async pass(duration) {
      const response = await fetch(`${url}/_local/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-shiming-local': '1' },
        body: JSON.stringify({ advance: duration }),
      })
      if (!response.ok) throw new Error(`the clock answered ${response.status}: ${await response.text()}`)
    },
  }
}

/** A key for a request that costs money. */
export const freshKey = (): Record<string, string> => ({ 'idempotency-key': randomUUID() })
