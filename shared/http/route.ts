import type * as z from 'zod/mini'
import type { ProblemCode } from '../kernel/problems.ts'

/** A zod schema: what a route declares for its body, its query and its answers. */
export type Schema = z.core.$ZodType

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Kinds of callers: anyone; a signed-in person; the platform's backend with its API key; either of these two; whoever holds a
 * message token; a session or a message token; a payment channel that signs; an operator, in a session of their own or with an API key
 * of theirs; a tester of a sandbox.
 */
export type CallerKind =
  | 'anyone'
  | 'session'
  | 'platform'
  | 'session_or_platform'
  | 'token'
  | 'session_or_token'
  | 'channel'
  | 'operator'
  | 'tester'

/** A route that takes bodies of several forms, each from callers of its own kind. `formOf` names the form of a parsed body. */
export type CallerByForm = { formOf(body: never): string; kinds: Readonly<Record<string, CallerKind>> }

/** Who may call. */
export type Caller = CallerKind | CallerByForm

/**
 * The rights that operators may have. The mechanisms here know none: functions/routes.ts registers those there are by declaration
 * merging, so that a route with a right nobody declared does not compile.
 */
export interface RegisteredRights {
  [none: symbol]: never
}

/** What an operator must be allowed who calls a route. */
export type RouteRight = Extract<keyof RegisteredRights, string>

/** Every kind of caller that a route lets in. */
export const kindsOf = (caller: Caller): readonly CallerKind[] =>
  typeof caller === 'string' ? [caller] : Object.values(caller.kinds)

/** A route for operators says what they must be allowed, and no other does. */
type Allowed =
  | {
      caller: 'operator'
      right: RouteRight
      /** Changes nothing of others, whatever its method: a person needs no further proof that it is still them. */
      needsNoStepUp?: true
    }
  | { caller: Exclude<Caller, 'operator'>; right?: undefined; needsNoStepUp?: undefined }

/**
 * One row of the route table. Infra makes the API route and the permission to invoke from it, and the
 * tests their harness. `fn` names the Lambda: `verification-submit` is
 * `functions/verification/submit.handler.ts`.
 */
export type Route = Allowed & {
  fn: string
  method: Method | 'ANY'
  /** Of a route for any method those that it takes; the others are answered in its own way. */
  methods?: readonly Method[]
  /** What clients call it, once and for all: `submitVerification`. */
  name: string
  /** As in an HTTP API: `/v1/verifications/{id}`. */
  path: string
  /** Where a parameter of the path is one of so many words: nothing is found under any other. */
  params?: Readonly<Record<string, readonly string[]>>
  summary: string
  /** Bytes; more is refused with 413. */
  bodyLimit?: number
  /** Anyone may call, and a session (bearer or cookie) is known where there is one. */
  knowsSession?: true
  /** The order this POST opens costs money, so Idempotency-Key is required. */
  idempotent?: boolean
  body?: Schema
  query?: Schema
  /** Name of a cookie it looks at besides that of a session. It admits nobody. */
  readsCookie?: string
  /** With its success comes a Set-Cookie, to a web page at least: a session begins or ends. */
  setsCookie?: boolean
  /** The same for everybody who wants that language, and said to be so: whoever passes it on may keep it for a while. */
  keptByLanguage?: true
  /** What its success is, where it is not JSON: a media type. */
  media?: string
  /** Behind the gate: before the enforcement date its answers carry the header Shiming-Enforcement. */
  warnsOfEnforcement?: true
  /** Schemas by status. */
  answers: Record<number, Schema | null>
  /** What it may refuse with. A message of its schemas that is among them becomes the code of the wrong field. */
  problems?: readonly ProblemCode[]
  /** Exists only in the sandbox stage. */
  sandboxOnly?: boolean
}

/** Keeps the literal types of a row while checking its form. */
export const route = <const R extends Route>(row: R): R => row
