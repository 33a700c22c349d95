import type { Millis } from '../../../shared/kernel/time.ts'
import { type DoerKind, isOperator } from '../../audit/deed.ts'

/** What is held against an account: complaints found malicious, by name, since it was last unbanned, and what the platform says. */
export type BanRecord = {
  malicious: ReadonlySet<string>
  /** Since when so many complaints ban it: for good, unless an operator lifts that. */
  bannedAt?: Millis
  /** The platform's own ban, and why, in its words. */
  byPlatform?: { since: Millis; reason: string }
  /** How often it was unbanned. */
  unbans: number
}

/** What an account can be banned by: two bans, each of which holds without the other. */
export const banners = ['complaints', 'platform'] as const
export type Banner = (typeof banners)[number]

/** A ban that stands. The platform says why; what complaints mean is the same for everybody. */
export type Ban = { since: Millis; by: 'complaints' } | { since: Millis; by: 'platform'; reason: string }

/** Whether one more malicious complaint bans the account: different ones count, and what complaints have banned is banned already. */
export const bansNow = ({ malicious, bannedAt }: BanRecord, complaint: string, banAt: number): boolean =>
  bannedAt === undefined && new Set([...malicious, complaint]).size >= banAt

/** The bans that stand against an account. The one for complaints comes first: it is what stays when the platform lifts its own. */
export const bansIn = ({ bannedAt, byPlatform }: BanRecord): Ban[] => [
  ...(bannedAt === undefined ? [] : [{ by: 'complaints', since: bannedAt } as const]),
  ...(byPlatform ? [{ by: 'platform', ...byPlatform } as const] : []),
]

/** Whether somebody may lift a ban: an operator every one, the platform its own alone, as malice against payers is not its to forgive. */
export const mayLift = (kind: DoerKind, by: Banner): boolean => isOperator(kind) || by === 'platform'

/** Which of them somebody may lift. */
export const liftableBy = (kind: DoerKind, bans: readonly Ban[]): Ban[] => bans.filter(({ by }) => mayLift(kind, by))
