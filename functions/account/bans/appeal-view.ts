import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import type { Appeal } from './appeal.ts'
import type { BanStanding } from './decide-ban.ts'

/** An appeal as the user who made it sees it. */
export const appealView = ({ status, text, createdAt, decidedAt, reason }: Appeal) => ({
  status,
  text,
  createdAt: rfc3339(createdAt),
  decidedAt: rfc3339If(decidedAt) ?? null,
  reason: reason ?? null,
})

/** How an account stands after an operator's decision. */
export const standingView = ({ accountId, banned, appeal }: BanStanding) => ({
  accountId,
  banned,
  appeal: appeal?.status ?? null,
})
