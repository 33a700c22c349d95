import * as z from 'zod/mini'
import { DAY } from '../../../shared/kernel/time.ts'

/** What goes wrong when somebody pays, at either channel. Amounts in fen. */
export const payerFaults = {
  duplicates: z._default(z.int().check(z.minimum(0), z.maximum(20)), 0),
  delayMs: z._default(z.int().check(z.minimum(0), z.maximum(100 * DAY)), 0),
  dropNotification: z._default(z.boolean(), false),
  amountFen: z.optional(z.int().check(z.minimum(1), z.maximum(10_000_000_000))),
  payAfterClose: z._default(z.boolean(), false),
  signtest: z._default(z.boolean(), false),
}

/** Exactly one of these members says what is paid. */
export const names = (members: readonly string[]) => (body: Record<string, unknown>) =>
  members.filter((member) => body[member] !== undefined).length === 1
