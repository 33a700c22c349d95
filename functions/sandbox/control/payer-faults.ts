import * as z from 'zod/mini'
import { inUnit, shaped } from '../../../shared/http/shaped.ts'
import { DAY } from '../../../shared/kernel/time.ts'

/** WeChat Pay takes 32 characters, Alipay 64. */
export const outTradeNo = z.string().check(
  shaped((text) => /^[0-9A-Za-z_\-|*]{6,64}$/.test(text), {
    minLength: 6,
    maxLength: 64,
    characters: '0-9 A-Z a-z _ - | *',
  }),
)

/** What goes wrong when somebody pays, at either channel. Amounts in fen. */
export const payerFaults = {
  duplicates: z._default(z.int().check(z.minimum(0), z.maximum(20)), 0),
  delayMs: z._default(z.int().check(z.minimum(0), z.maximum(100 * DAY), inUnit('ms')), 0),
  dropNotification: z._default(z.boolean(), false),
  amountFen: z.optional(z.int().check(z.minimum(1), z.maximum(10_000_000_000), inUnit('fen'))),
  payAfterClose: z._default(z.boolean(), false),
  signtest: z._default(z.boolean(), false),
}

/** Exactly one of these members says what is paid. */
export const names = (...members: string[]) =>
  shaped<Record<string, unknown>>((body) => members.filter((member) => body[member] !== undefined).length === 1, {
    exactlyOne: members,
  })
