import * as z from 'zod/mini'
import type { OutgoingRequest, Reply } from '../../../shared/http/outgoing.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { codeOnly, jsonIn, requestIdOnly } from '../answer-codes.ts'
import { type Acs3Key, sign } from './acs3.ts'

/** Where and as whom an API is called. `url`: the endpoint, or a stand-in's address with port and path. */
export type Acs3Endpoint = Acs3Key & { url: string }

/** Which action of which version. */
export type Acs3Action = { action: string; version: string }

/** As the vendor's own SDK writes a form, so that both sign the very same bytes. */
const formOf = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

/**
 * The signed POST for one action, its parameters in the body and never in the address, where they would end up in logs. Some of the
 * vendor's own SDKs send them there; its gateway takes both. Pure.
 */
export const acs3Request = (
  { url, ...key }: Acs3Endpoint,
  operation: Acs3Action,
  parameters: Readonly<Record<string, string>>,
  { nonce, at }: { nonce: string; at: Millis },
): OutgoingRequest => {
  const body = formOf(parameters)
  return {
    method: 'POST',
    url,
    headers: sign({ ...key, ...operation, host: new URL(url).host, body, nonce, at }),
    body,
  }
}

/**
 * What came back. `answered`: the members of the result, not yet checked by the caller's schema. `error`: gateway or action
 * refused and says why. `not_sent`: proven not to have arrived. `unknown`: anything else, so it may have been executed.
 * Codes are shaped like codes: free text of the other side is not passed on.
 */
export type Acs3Answer =
  | { kind: 'answered'; result: Record<string, unknown>; requestId?: string }
  | { kind: 'error'; code: string; requestId?: string }
  | { kind: 'not_sent'; code: string }
  | { kind: 'unknown'; code: string }

/** Texts by the documents of most actions, numbers in examples of some. */
export const codeText = z.union([z.string(), z.pipe(z.int(), z.transform(String))])

const envelope = z.looseObject({ Code: codeText, RequestId: z._default(z.string(), '') })

const found = z.optional(z.nullable(z.looseObject({})))

/** How the actions of an API answer: the code of one that worked, and where in the answer its result stands. */
export type Acs3Form = { done: string; resultIn: (answer: Readonly<Record<string, unknown>>) => unknown }

/** As most answer: what an action found is in `ResultObject`. */
const ofResultObject: Acs3Form = { done: '200', resultIn: ({ ResultObject }) => ResultObject }

/** Some actions answer a number; what the gateway answers is a word. */
const RETURNED = /^\d{3}$/

const isRefusal = (status: number): boolean => status >= 400 && status < 500

/** Reads the envelope (`{"Code", "RequestId"}` and a result; HTTP 4xx where the gateway refuses). Pure, never throws. */
export const readAcs3Reply = (reply: Reply, { done, resultIn }: Acs3Form = ofResultObject): Acs3Answer => {
  if (reply.kind !== 'answered') return { kind: reply.kind, code: reply.reason }
  const { status } = reply
  if (status !== 200 && !isRefusal(status)) return { kind: 'unknown', code: `http_${status}` }
  const body = jsonIn(reply.body)
  const read = envelope.safeParse(body)
  const within = found.safeParse(read.data && resultIn(read.data))
  // Without a code a refusal may be of anybody on the way.
  if (!read.success || !within.success)
    return {
      kind: 'unknown',
      code: isRefusal(status) ? `http_${status}` : body === undefined ? 'not_json' : 'unexpected_shape',
    }
  const { Code: code, RequestId } = read.data
  const result = within.data
  const requestId = requestIdOnly(RequestId)
  // A result beside an error contradicts it, and so does an error beside "done"; neither can be trusted.
  if (code === done)
    return isRefusal(status)
      ? { kind: 'unknown', code: `http_${status}` }
      : { kind: 'answered', result: result ?? {}, requestId }
  if (Object.keys(result ?? {}).length > 0) return { kind: 'unknown', code: 'error_and_result' }
  return { kind: 'error', code: RETURNED.test(code) ? code : codeOnly(code), requestId }
}
