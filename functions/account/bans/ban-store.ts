import type { Millis } from '../../../shared/kernel/time.ts'
import {
  absent,
  all,
  any,
  type Condition,
  equals,
  exists,
  type Guard,
  guard,
  type Item,
  isNew,
  sizeBelow,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { accountKeys } from '../keys.ts'
import { type Ban, type BanRecord, bansNow } from './ban.ts'

const BANS = ['bannedAt', 'platformBannedAt'] as const

const banned = any(...BANS.map(exists))

/** The account exists and is not banned. A ban ends buying, and takes away no refund that is owed. */
export const notBanned = (accountId: string): Guard =>
  guard(accountKeys.profile(accountId), all(exists('pk'), ...BANS.map(absent)), 'banned')

/** Exactly where `notBanned` does not hold: of the two, one always does. */
export const mayNotBuy = (accountId: string): Guard =>
  guard(accountKeys.profile(accountId), any(isNew, banned), 'not_banned')

/** The account is banned. */
export const stillBanned = (accountId: string): Guard => guard(accountKeys.profile(accountId), banned, 'not_banned')

const platformBanIn = ({ platformBannedAt: since, platformBanReason: reason }: Item): BanRecord['byPlatform'] =>
  typeof since === 'number' ? { since, reason: String(reason) } : undefined

/** What is held against an account, from its PROFILE item; nothing where there is none. */
export const banRecordOf = (profile: Item | undefined): BanRecord => {
  if (!profile) return { malicious: new Set(), unbans: 0 }
  const { malicious, bannedAt, unbans } = profile
  const byPlatform = platformBanIn(profile)
  return {
    malicious: malicious instanceof Set ? malicious : new Set(),
    ...(typeof bannedAt === 'number' && { bannedAt }),
    ...(byPlatform && { byPlatform }),
    unbans: typeof unbans === 'number' ? unbans : 0,
  }
}

/**
 * Whether an account was banned when its PROFILE item was read. It may be a moment later, which only a guard in a commit rules
 * out.
 */
export const isBanned = (profile: Item | undefined): boolean => BANS.some((ban) => typeof profile?.[ban] === 'number')

const isThere = (attr: string, value: unknown): Condition => (value === undefined ? absent(attr) : exists(attr))

/** As it was read: members are only ever added, except by an unban, which is counted. */
const asRead = ({ malicious, bannedAt, unbans }: BanRecord): Condition =>
  all(
    exists('pk'),
    isThere('bannedAt', bannedAt),
    unbans === 0 ? absent('unbans') : equals('unbans', unbans),
    malicious.size === 0 ? absent('malicious') : sizeBelow('malicious', malicious.size + 1),
  )

/**
 * One more malicious complaint, by name; in the same write the account is banned if that makes `banAt`. Conflict
 * `ban_record_changed`: another was counted, or the account was unbanned, since `record` was read.
 */
export const maliciousCounted = (
  accountId: string,
  record: BanRecord,
  complaint: string,
  banAt: number,
  now: Millis,
): { write: Update; bans: boolean } => {
  const bans = bansNow(record, complaint, banAt)
  const changes = { ...(bans && { set: { bannedAt: now } }), addToSet: { malicious: complaint } }
  return { bans, write: update(accountKeys.profile(accountId), changes, asRead(record), 'ban_record_changed') }
}

/** The platform bans the account, and says why. Conflict `banned_already`: it has, or there is no such account. */
export const platformBanned = (accountId: string, reason: string, now: Millis): Update =>
  update(
    accountKeys.profile(accountId),
    { set: { platformBannedAt: now, platformBanReason: reason } },
    all(exists('pk'), absent('platformBannedAt')),
    'banned_already',
  )

/**
 * These bans end; what led to one for complaints counts no longer, while the complaints themselves stay marked. Conflict
 * `bans_changed`: other bans stand than in `record`.
 */
export const bansLifted = (accountId: string, record: BanRecord, lifted: readonly Ban[]): Update => {
  const traces = { complaints: ['bannedAt', 'malicious'], platform: ['platformBannedAt', 'platformBanReason'] }
  return update(
    accountKeys.profile(accountId),
    { add: { unbans: 1 }, remove: lifted.flatMap(({ by }) => traces[by]) },
    all(isThere('bannedAt', record.bannedAt), isThere('platformBannedAt', record.byPlatform)),
    'bans_changed',
  )
}
