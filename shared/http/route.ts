import type * as z from 'zod/mini'
import type { ProblemCode } from '../kernel/problems.ts'

/** A zod schema: what a route declares for its body, its query and its answers. */
export type Schema = z.core.$ZodType

/**
 * Who may call: anyone; a signed-in person; the platform's backend with its API key; either of these two; whoever holds a
 * message token; a session or a message token; a payment channel that signs; an operator with an API key of
 * their own.
 */
export type Caller =
  | 'anyone'
  | 'session'
  | 'platform'
  | 'session_or_platform'
  | 'token'
  | 'session_or_token'
  | 'channel'
  | 'operator'

/**
 * One row of the route table. Infra makes the API route and the permission to invoke from it, the OpenAPI writer the
 * documentation, the tests the harness. `fn` names the Lambda: `verification-submit` is
 * `functions/verification/submit.handler.ts`.
 */
export type Route = {
  fn: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'ANY'
  /** As in an HTTP API: `/v1/verifications/{id}`. */
  path: string
  caller: Caller
  summary: string
  /** Bytes; more is refused with 413. */
  bodyLimit?: number
  /** The order this POST opens costs money, so Idempotency-Key is required. */
  idempotent?: boolean
  body?: Schema
  query?: Schema
  /** Schemas by status. */
  answers: Record<number, Schema | null>
  /** What it may refuse with. A message of its schemas that is among them becomes the code of the wrong field. */
  problems?: readonly ProblemCode[]
  /** Exists only in the sandbox stage. */
  sandboxOnly?: boolean
}

/** Keeps the literal types of a row while checking its form. */
export const route = <const R extends Route>(row: R): R => row
