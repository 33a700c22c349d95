import * as z from 'zod/mini'

/** What goes back to the caller. */
export type HttpAnswer = { status: number; headers: [string, string][]; body: Buffer }

const plain = z.union([z.string(), z.number(), z.boolean()])
const formatted = z.object({
  statusCode: z.pipe(z.coerce.number(), z.int().check(z.minimum(100), z.maximum(599))),
  headers: z.nullish(z.record(z.string(), plain)),
  cookies: z.nullish(z.array(z.string())),
  body: z.nullish(z.string()),
  isBase64Encoded: z.nullish(z.boolean()),
})

/** Belongs to the connection and is decided by the server, not by the function. */
const HOP = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade'])

/** An answer of the gateway's own. */
export const gatewayAnswer = (status: number, message: string): HttpAnswer => ({
  status,
  headers: [['content-type', 'application/json']],
  body: Buffer.from(JSON.stringify({ message })),
})

const hasStatusCode = (value: unknown): boolean => typeof value === 'object' && value !== null && 'statusCode' in value

/**
 * Reads a function's answer as payload format 2.0 does: with a `statusCode` it is the response; without one, whatever it is
 * becomes the body of a 200 with content-type application/json. Undefined for an answer that cannot be sent.
 */
export const httpAnswer = (payload: string): HttpAnswer | undefined => {
  const value: unknown = JSON.parse(payload)
  if (!hasStatusCode(value)) {
    const body = Buffer.from(typeof value === 'string' ? value : payload)
    return { status: 200, headers: [['content-type', 'application/json']], body }
  }
  const parsed = z.safeParse(formatted, value)
  if (!parsed.success) return undefined
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data
  const given = Object.entries(headers ?? {})
    .map(([name, content]): [string, string] => [name.toLowerCase(), String(content)])
    .filter(([name]) => !HOP.has(name))
  const typed = given.some(([name]) => name === 'content-type')
  return {
    status: statusCode,
    headers: [
      ...given,
      ...(typed ? [] : [['content-type', 'text/plain;charset=utf-8'] satisfies [string, string]]),
      ...(cookies ?? []).map((cookie): [string, string] => ['set-cookie', cookie]),
    ],
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  }
}
