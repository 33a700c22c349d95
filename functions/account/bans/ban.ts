import type { Millis } from '../../../shared/kernel/time.ts'

/** What is held against an account: complaints found malicious, by name, since it was last unbanned. */
export type BanRecord = {
  malicious: ReadonlySet<string>
  bannedAt?: Millis
  /** How often it was unbanned. */
  unbans: number
}

/** Whether one more malicious complaint bans the account: different ones count, and a banned account is banned already. */
export const bansNow = ({ malicious, bannedAt }: BanRecord, complaint: string, banAt: number): boolean =>
  bannedAt === undefined && new Set([...malicious, complaint]).size >= banAt
