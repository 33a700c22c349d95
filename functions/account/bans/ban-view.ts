import * as z from 'zod/mini'
import type { Language } from '../../../shared/kernel/language.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { type Ban, banners } from './ban.ts'
import type { UserStanding } from './decide-user-ban.ts'

/** A ban as every answer has it: since when, and why. */
export const banShown = z.strictObject({
  since: z.iso.datetime(),
  /** In the platform's own words; of a ban for complaints a fixed text in the caller's language. */
  reason: z.string(),
  by: z.enum(banners),
})

const forComplaints: Readonly<Record<Language, string>> = {
  zh: '多次恶意投诉',
  en: 'Repeated malicious complaints',
}

export const banView = (ban: Ban, language: Language): z.infer<typeof banShown> => ({
  since: rfc3339(ban.since),
  reason: ban.by === 'platform' ? ban.reason : forComplaints[language],
  by: ban.by,
})

/** The ban an account is told of: where two stand, the one that the platform cannot lift. */
export const firstBanView = ([ban]: readonly Ban[], language: Language): z.infer<typeof banShown> | null =>
  ban ? banView(ban, language) : null

/** How the platform's user stands after its decision: its own ban, or what is left when that is lifted. */
export const userBanView =
  (language: Language) =>
  ({ accountId, externalId, bans }: UserStanding) => ({
    id: accountId ?? null,
    externalId,
    ban: firstBanView(bans.slice(-1), language),
  })
