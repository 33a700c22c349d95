import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import * as z from 'zod/mini'
import type { ErrorDetail } from './errors.ts'
import type { Product } from './order.ts'

export const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most))
const fen = z.int().check(z.minimum(1), z.maximum(10_000_000_000))
const currency = z._default(z.literal('CNY'), 'CNY')
/** RFC 3339 with an offset; the channel wants +08:00 and takes any. */
const time = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/),
  z.refine((at) => !Number.isNaN(Date.parse(at))),
)

const mayBeNotified = (url: string, publicUrl: string): boolean => {
  const parsed = URL.parse(url)
  if (parsed?.search !== '' || parsed.hash !== '') return false
  return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && parsed.origin === URL.parse(publicUrl)?.origin)
}

/** Without query string and https, except under `publicUrl`, which on one machine is plain http. */
export const notifyUrl = (publicUrl: string) =>
  z.string().check(
    z.maxLength(255),
    z.refine((url) => mayBeNotified(url, publicUrl)),
  )

/** The payer's own address; that of the server itself is refused. */
const payerIp = z.string().check(z.refine((ip) => isIP(ip) > 0 && ip !== '127.0.0.1' && ip !== '::1'))

const scene = z.object({
  payer_client_ip: payerIp,
  h5_info: z.object({ type: z.enum(['iOS', 'Android', 'Wap']) }),
})

const payer = z.object({ openid: text(128) })

/** Fields of the real request that this service can send; others are let through, as the channel does. */
const orderBody = (publicUrl: string) =>
  z.object({
    appid: text(32),
    mchid: text(32),
    description: text(127),
    out_trade_no: z.string().check(z.regex(/^[0-9A-Za-z_\-|*]{6,32}$/)),
    time_expire: z.optional(time),
    attach: z.optional(z.string().check(z.maxLength(128))),
    notify_url: notifyUrl(publicUrl),
    amount: z.object({ total: fen, currency }),
    scene_info: z.optional(scene),
    payer: z.optional(payer),
  })

/** What a browser or a page inside WeChat must say besides the order itself. */
export const createBody = (publicUrl: string, product: Product) =>
  orderBody(publicUrl).check(
    z.refine((body) => product !== 'h5' || body.scene_info !== undefined, { path: ['scene_info'] }),
    z.refine((body) => product !== 'jsapi' || body.payer !== undefined, { path: ['payer', 'openid'] }),
  )

export type CreateBody = z.infer<ReturnType<typeof createBody>>

export const closeBody = z.object({ mchid: text(32) })

export const refundBody = (publicUrl: string) =>
  z
    .object({
      transaction_id: z.optional(text(32)),
      out_trade_no: z.optional(text(32)),
      out_refund_no: z.string().check(z.regex(/^[0-9A-Za-z_\-|*@]{1,64}$/)),
      reason: z.optional(text(80)),
      notify_url: z.optional(notifyUrl(publicUrl)),
      amount: z.object({ refund: fen, total: fen, currency }),
    })
    .check(
      z.refine((body) => body.transaction_id !== undefined || body.out_trade_no !== undefined, {
        path: ['transaction_id'],
      }),
    )

export type RefundBody = z.infer<ReturnType<typeof refundBody>>

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  )
}

/** The same for two bodies exactly when they say the same, whatever the order of their members. */
const digest = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(body)))
    .digest('hex')

export type Read<T> = { ok: true; value: T; digest: string } | { ok: false; detail: ErrorDetail }

/** Parses the raw body of a request; a refusal names the first wrong field by JSON pointer. */
export const readBody = <T>(schema: z.ZodMiniType<T>, rawBody: Buffer): Read<T> => {
  let json: unknown
  try {
    json = JSON.parse(rawBody.toString('utf8'))
  } catch {
    return { ok: false, detail: { field: '', issue: 'malformed JSON', location: 'body' } }
  }
  const parsed = z.safeParse(schema, json)
  if (parsed.success) return { ok: true, value: parsed.data, digest: digest(json) }
  const path = parsed.error.issues[0]?.path ?? []
  return {
    ok: false,
    detail: { field: path.map((part) => `/${String(part)}`).join(''), issue: 'invalid', location: 'body' },
  }
}
