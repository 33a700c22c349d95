import * as z from 'zod/mini'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { type Appeal, appealStatuses } from './appeal.ts'
import type { BanStanding } from './decide-ban.ts'

const time = z.iso.datetime()

/** An appeal as every answer has it; an operator's adds to it. */
export const appealShown = z.strictObject({
  status: z.enum(appealStatuses),
  text: z.string(),
  createdAt: time,
  decidedAt: z.nullable(time),
  reason: z.nullable(z.string()),
})

export const appealView = ({ status, text, createdAt, decidedAt, reason }: Appeal): z.infer<typeof appealShown> => ({
  status,
  text,
  createdAt: rfc3339(createdAt),
  decidedAt: rfc3339If(decidedAt),
  reason: reason ?? null,
})

/** How an account stands after an operator's decision. */
export const standingView = ({ accountId, bans, appeal }: BanStanding) => ({
  accountId,
  banned: bans.length > 0,
  appeal: appeal?.status ?? null,
})
