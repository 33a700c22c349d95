import * as z from 'zod/mini'
import type { OutgoingRequest, Reply } from '../../../shared/http/outgoing.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { codeOnly, jsonIn, requestIdOnly } from '../answer-codes.ts'
import { sign, type Tc3Key } from './tc3.ts'

/** Where and as whom an API is called. `url`: the endpoint, or a stand-in's address with port and path. */
export type Tc3Endpoint = Tc3Key & { url: string; region?: string }

/** Which operation of which service. */
export type Tc3Action = { service: string; action: string; version: string }

/** The signed POST for one action. Pure. */
export const tc3Request = (
  endpoint: Tc3Endpoint,
  operation: Tc3Action,
  parameters: Record<string, unknown>,
  at: Millis,
): OutgoingRequest => {
  const body = JSON.stringify(parameters)
  const { secretId, secretKey, region } = endpoint
  const headers = sign({ ...operation, secretId, secretKey, region, host: new URL(endpoint.url).host, body, at })
  return { method: 'POST', url: endpoint.url, headers, body }
}

/**
 * What came back. `answered`: the members of `Response`, not yet checked by the caller's schema. `error`: the API refused and
 * says why. `not_sent`: proven not to have arrived. `unknown`: anything else, so it may have been executed.
 * Codes are shaped like codes: free text of the other side is not passed on.
 */
export type Tc3Answer =
  | { kind: 'answered'; response: Record<string, unknown>; requestId?: string }
  | { kind: 'error'; code: string; requestId?: string }
  | { kind: 'not_sent'; code: string }
  | { kind: 'unknown'; code: string }

const envelope = z.object({
  Response: z.looseObject({
    RequestId: z._default(z.string(), ''),
    Error: z.optional(z.object({ Code: z.string(), Message: z.optional(z.string()) })),
  }),
})

/** Reads the envelope of API 3.0 (`{"Response": {…, "RequestId"}}`, HTTP 200 also for errors). Pure, never throws. */
export const readTc3Reply = (reply: Reply): Tc3Answer => {
  if (reply.kind !== 'answered') return { kind: reply.kind, code: reply.reason }
  if (reply.status !== 200) return { kind: 'unknown', code: `http_${reply.status}` }
  const body = jsonIn(reply.body)
  if (body === undefined) return { kind: 'unknown', code: 'not_json' }
  const read = envelope.safeParse(body)
  if (!read.success) return { kind: 'unknown', code: 'unexpected_shape' }
  const { Error: error, RequestId: id, ...response } = read.data.Response
  const requestId = requestIdOnly(id)
  if (!error) return { kind: 'answered', response, requestId }
  // A result beside an error contradicts it; neither can be trusted.
  if (Object.keys(response).length > 0) return { kind: 'unknown', code: 'error_and_result' }
  return { kind: 'error', code: codeOnly(error.Code), requestId }
}
