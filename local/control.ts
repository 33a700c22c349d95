import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod/mini'
import { problems } from '../functions/problems.ts'
import type { Answer } from '../shared/http/answer.ts'
import { problemAnswer } from '../shared/http/problem-answer.ts'
import { parse } from '../shared/http/request.ts'
import { type Outcome, ok, type Refusal, refused, refusedValue } from '../shared/kernel/outcome.ts'
import { type Millis, parseDuration, rfc3339 } from '../shared/kernel/time.ts'
import { type Faults, faultRequest, type Names, unknownName } from './faults.ts'
import { readBody } from './http-api/body.ts'
import { NotQuiet } from './quiet.ts'
import type { State } from './state.ts'

/** What of an engine can be controlled over HTTP. */
export type Controlled = {
  now(): Millis
  advance(by: Millis): Promise<Millis>
  restartTable(): Promise<void>
  state(): Promise<State>
  audit(): Promise<object>
  names: Names
  faults: Faults
}

const PREFIX = '/_local/'
const BODY_LIMIT = 16 * 1024
/** The last moment a Date can hold. */
const END_OF_TIME: Millis = 8.64e15
const DURATIONS = ['500ms', '30s', '15m', '72h', '31d']
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

const clockBody = z.strictObject({ advance: z.string() })
const clearBody = z.strictObject({ clear: z.literal(true) })

type Operation = (engine: Controlled, body: unknown, query: URLSearchParams) => Promise<Outcome<unknown>>

const moveClock: Operation = async (engine, body) => {
  const parsed = parse(clockBody, body)
  if (!parsed.ok) return parsed
  const by = parseDuration(parsed.value.advance)
  if (by === undefined || engine.now() + by > END_OF_TIME) return refusedValue('/advance', { examples: DURATIONS })
  return ok({ now: rfc3339(await engine.advance(by)) })
}

const addFault: Operation = async (engine, body) => {
  if (parse(clearBody, body).ok) engine.faults.clear()
  else {
    const parsed = parse(faultRequest, body)
    if (!parsed.ok) return parsed
    if (parsed.value.target === 'table') await engine.restartTable()
    else {
      const unknown = unknownName(parsed.value, engine.names)
      if (unknown) return refusedValue(`/${unknown}`, { enum: engine.names[unknown === 'fn' ? 'functions' : 'queues'] })
      engine.faults.add(parsed.value)
    }
  }
  return ok({ faults: engine.faults.pending() })
}

const specimenQuery = z.strictObject({ idNumber: z.string(), side: z.enum(['front', 'back']) })

/** A picture of an identity card that is none, of a test person, to be uploaded by hand. What draws is loaded by whoever first asks. */
const drawSpecimen: Operation = async (_engine, _body, query) => {
  const parsed = parse(specimenQuery, Object.fromEntries(query))
  if (!parsed.ok) return parsed
  const { idNumber, side } = parsed.value
  const { personWith } = await import('../functions/sandbox/people.ts')
  const person = personWith(idNumber)
  if (!person) return refused('not_found')
  const { cardholderOf } = await import('./specimens/cardholders.ts')
  const { specimenOf } = await import('./specimens/specimen.ts')
  return ok(await specimenOf(cardholderOf(person), side))
}

const operations: Record<string, Operation | undefined> = {
  'POST /_local/clock': moveClock,
  'POST /_local/faults': addFault,
  'GET /_local/state': async (engine) => ok(await engine.state()),
  'GET /_local/specimen': drawSpecimen,
  'GET /_local/audit': async (engine) => ok(await engine.audit()),
}

/**
 * Only somebody on this machine, and no web page: a page can reach the loopback address, but it cannot send a header of its
 * own to another origin, and a name it has pointed here shows in Host.
 */
const allowed = ({ headers }: IncomingMessage): Outcome<unknown> => {
  if (!LOOPBACK.test(headers.host ?? '')) return refused('not_found')
  return headers['x-shiming-local'] === '1'
    ? ok(undefined)
    : refused('not_found', { extra: { send: 'x-shiming-local: 1' } })
}

const bodyOf = async (request: IncomingMessage): Promise<Outcome<unknown>> => {
  const raw = await readBody(request, BODY_LIMIT)
  if (!raw) return refused('body_too_large')
  if (request.method === 'GET') return ok(undefined)
  try {
    return ok(JSON.parse(raw.toString()))
  } catch {
    return refused('malformed_json')
  }
}

const outcomeOf = async (engine: Controlled, request: IncomingMessage): Promise<Outcome<unknown>> => {
  const admitted = allowed(request)
  if (!admitted.ok) return admitted
  const [path, query] = (request.url ?? '').split('?')
  const operation = operations[`${request.method} ${path}`]
  if (!operation) return refused('not_found')
  const body = await bodyOf(request)
  if (!body.ok) return body
  try {
    return await operation(engine, body.value, new URLSearchParams(query))
  } catch (error) {
    if (error instanceof NotQuiet) return refused('busy', { extra: { reason: error.message } })
    throw error
  }
}

const problem = (request: IncomingMessage, refusal: Refusal, now: Millis): Promise<Answer> => {
  const acceptLanguage = request.headers['accept-language']
  return problemAnswer(async () => problems, refusal, { acceptLanguage, requestId: randomUUID(), now })
}

/** Whether a request is for the engine and not for what it runs. */
export const isControl = (request: IncomingMessage): boolean => request.url?.startsWith(PREFIX) ?? false

/** Answers a request for the engine: moves the clock, makes faults, shows the state. */
export const control = async (
  engine: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const outcome = await outcomeOf(engine, request)
  const answer = outcome.ok ? undefined : await problem(request, outcome.refusal, engine.now())
  const value = outcome.ok ? outcome.value : undefined
  const picture = value instanceof Uint8Array ? value : undefined
  const type = picture ? 'image/jpeg' : 'application/json'
  response.writeHead(answer?.status ?? 200, { 'content-type': type, ...answer?.headers })
  response.end(answer?.text ?? picture ?? JSON.stringify(value))
}
