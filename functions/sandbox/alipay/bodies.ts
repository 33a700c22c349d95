import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { Fen } from '../../../shared/kernel/money.ts'
import { DAY, HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { beijingDayStart, readBeijingTime } from '../beijing.ts'

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most))

/** Yuan as text with at most two decimals, from 0.01 on. */
const amount = z.string().check(
  z.regex(/^\d{1,9}(\.\d{1,2})?$/),
  z.refine((yuan) => fenOf(yuan) > 0),
)

/** Fen of an amount that fits, digit by digit. */
export const fenOf = (yuan: string): Fen => {
  const [whole = '0', part = ''] = yuan.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

const outTradeNo = z.string().check(z.regex(/^[0-9A-Za-z_]{1,64}$/))
const time = z.string().check(z.refine((at) => readBeijingTime(at) !== undefined))
/** From one minute to fifteen days. */
const duration = z.string().check(z.refine((length) => lifeOf(length) !== undefined))

/** `30m`, `2h`, `15d` in milliseconds; undefined when it is none or out of bounds. */
export const lifeOf = (length: string): Millis | undefined => {
  const found = /^([1-9]\d{0,4})([mhd])$/.exec(length)
  const unit = { m: MINUTE, h: HOUR, d: DAY }[found?.[2] ?? '']
  const ms = unit === undefined ? 0 : Number(found?.[1]) * unit
  return ms > 0 && ms <= 15 * DAY ? ms : undefined
}

const order = {
  out_trade_no: outTradeNo,
  total_amount: amount,
  subject: text(256),
  time_expire: z.optional(time),
  timeout_express: z.optional(duration),
  passback_params: z.optional(z.string().check(z.maxLength(512))),
}

/** Fields this service can send; others are let through, as the gateway does. */
export const precreateBody = z.object({ ...order, product_code: z.optional(text(64)) })
export const wapBody = z.object({ ...order, product_code: z.literal('QUICK_WAP_WAY') })
export const pageBody = z.object({ ...order, product_code: z.literal('FAST_INSTANT_TRADE_PAY') })

export type OrderBody = z.infer<typeof precreateBody>

const named = { out_trade_no: z.optional(outTradeNo), trade_no: z.optional(text(64)) }

type Named = { out_trade_no?: string; trade_no?: string }

/** A trade is named by either number. */
const isNamed = ({ out_trade_no, trade_no }: Named): boolean => out_trade_no !== undefined || trade_no !== undefined

const requestNo = text(64)

export const tradeBody = z.object(named).check(z.refine(isNamed))
export const refundBody = z
  .object({ ...named, refund_amount: amount, out_request_no: z.optional(requestNo) })
  .check(z.refine(isNamed))
export const refundQueryBody = z
  .object({ ...named, out_request_no: requestNo, query_options: z.optional(z.array(z.string())) })
  .check(z.refine(isNamed))

export const billBody = z.object({
  bill_type: z.enum(['trade', 'signcustomer']),
  bill_date: z.string().check(z.refine((day) => beijingDayStart(day) !== undefined)),
})

/** Parses `biz_content`; undefined when it is no JSON or does not fit. */
export const readBody = <T>(schema: z.ZodMiniType<T>, content: string | undefined): T | undefined => {
  try {
    const parsed = z.safeParse(schema, JSON.parse(content ?? ''))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** The same for two requests exactly when they ask for the same. */
export const requestDigest = (...parts: (string | undefined)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')
