import * as z from 'zod/mini'
import type { Fen } from '../../../shared/kernel/money.ts'
import { type Millis, rfc3339Beijing } from '../../../shared/kernel/time.ts'

/** `88.88`, `20` or `0.5` yuan as fen, exactly; undefined for anything else, also for negative amounts and third decimals. */
export const fenOf = (text: string): Fen | undefined => {
  const found = /^(0|[1-9]\d{0,8})(?:\.(\d{1,2}))?$/.exec(text)
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}

/** `yyyy-MM-dd HH:mm:ss` in Beijing, the only form of a time Alipay takes; milliseconds are dropped. */
export const beijingText = (at: Millis): string => rfc3339Beijing(at).slice(0, 19).replace('T', ' ')

/** Epoch ms of `yyyy-MM-dd HH:mm:ss` in Beijing, with or without a fraction; undefined for days and hours that do not exist. */
const momentOf = (text: string): Millis | undefined => {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,3})?$/.exec(text)
  if (!found) return undefined
  const at = Date.parse(`${found[1]}T${found[2]}+08:00`)
  // Date.parse takes some impossible days for the next month.
  return !Number.isNaN(at) && beijingText(at) === text.slice(0, 19) ? at : undefined
}

/** Text in a form that `read` knows; it answers undefined to any other. */
export const textOf = <T>(read: (text: string) => T | undefined) =>
  z.pipe(
    z.string(),
    z.transform((value, context): T => {
      const found = read(value)
      if (found !== undefined) return found
      context.issues.push({ code: 'custom', message: 'unreadable', input: value })
      return z.NEVER
    }),
  )

/** An amount in yuan as text, read to fen. */
export const yuanText = textOf(fenOf)

/** An amount of at least one fen. */
export const someYuan = textOf((value) => fenOf(value) || undefined)

/** A Beijing time as text, read to epoch ms. */
export const moment = textOf(momentOf)

/** A number of an order, a trade or a refund; those of others who use the same app are met too. */
export const number = z.string().check(z.regex(/^[\w.-]{1,64}$/))

/** Reads JSON text of that shape; undefined when it is not. Members the schema does not name are dropped. */
export const readJson = <T>(schema: z.ZodMiniType<T>, json: string): T | undefined => {
  try {
    return z.safeParse(schema, JSON.parse(json)).data
  } catch {
    return undefined
  }
}
