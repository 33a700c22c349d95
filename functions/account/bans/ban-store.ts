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
import { type BanRecord, bansNow } from './ban.ts'

/** The account exists and is not banned. A ban ends buying, and takes away no refund that is owed. */
export const notBanned = (accountId: string): Guard =>
  guard(accountKeys.profile(accountId), all(exists('pk'), absent('bannedAt')), 'banned')

/** Exactly where `notBanned` does not hold: of the two, one always does. */
export const mayNotBuy = (accountId: string): Guard =>
  guard(accountKeys.profile(accountId), any(isNew, exists('bannedAt')), 'not_banned')

/** The account is banned. */
export const stillBanned = (accountId: string): Guard =>
  guard(accountKeys.profile(accountId), exists('bannedAt'), 'not_banned')

/** What is held against an account, from its PROFILE item. */
export const banRecordOf = ({ malicious, bannedAt, unbans }: Item): BanRecord => ({
  malicious: malicious instanceof Set ? malicious : new Set(),
  ...(typeof bannedAt === 'number' && { bannedAt }),
  unbans: typeof unbans === 'number' ? unbans : 0,
})

/**
 * Whether an account was banned when its PROFILE item was read. It may be a moment later, which only a guard in a commit rules
 * out.
 */
export const isBanned = (profile: Item | undefined): boolean =>
  profile !== undefined && banRecordOf(profile).bannedAt !== undefined

/** As it was read: members are only ever added, except by an unban, which is counted. */
const asRead = ({ malicious, bannedAt, unbans }: BanRecord): Condition =>
  all(
    exists('pk'),
    bannedAt === undefined ? absent('bannedAt') : exists('bannedAt'),
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

/** The ban ends, and what led to it counts no longer; the complaints themselves stay marked. */
export const unbanned = (accountId: string): Update =>
  update(
    accountKeys.profile(accountId),
    { add: { unbans: 1 }, remove: ['bannedAt', 'malicious'] },
    exists('bannedAt'),
    'not_banned',
  )
