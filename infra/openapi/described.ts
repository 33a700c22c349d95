import type { ProblemCode } from '../../shared/kernel/problems.ts'
import type { Json, JsonSchema } from './json.ts'

/** A parameter as OpenAPI describes it. */
export type Parameter =
  | { $ref: string }
  | {
      name: string
      in: 'path' | 'query' | 'header'
      required?: boolean
      description?: string
      schema: JsonSchema
      example?: Json
    }

type Header = { $ref: string }

/** An answer as OpenAPI describes it. */
export type Response = {
  description: string
  headers?: Readonly<Record<string, Header>>
  content?: Readonly<Record<string, { schema?: JsonSchema | { $ref: string }; example?: Json; examples?: Json }>>
}

/** The body of a request as OpenAPI describes it. */
export type RequestBody = {
  required: boolean
  description?: string
  content: Readonly<Record<string, { schema?: JsonSchema | { $ref: string }; example?: Json; examples?: Json }>>
}

/** What is said of an operation that does not speak as all others do: what it takes, and what it answers in words of its own (`ownWords`: these codes). */
export type Special = {
  ownWords?: readonly ProblemCode[]
  parameters?: readonly Parameter[]
  requestBody?: RequestBody
  responses?: Readonly<Record<string, Response>>
}

/** An operation as OpenAPI describes it. */
export type Operation = {
  operationId: string
  summary: string
  description?: string
  tags: readonly string[]
  'x-callers': Json
  'x-body-limit-bytes'?: number
  parameters?: readonly Parameter[]
  requestBody?: RequestBody
  security: Json
  responses: Readonly<Record<string, Response | { $ref: string }>>
}
