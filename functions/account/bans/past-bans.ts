import type { Millis } from '../../../shared/kernel/time.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import type { Doer } from '../../audit/deed.ts'
import { type Banner, mayLift } from './ban.ts'

/** A ban that is over: who banned, when and why, and who ended it, when and why, each in their words. */
export type PastBan = {
  by: Banner
  since: Millis
  bannedBy: Doer
  reason: string
  liftedAt: Millis
  liftedBy: Doer
  liftedBecause: string
}

const past = (by: Banner, banned: AuditRecord, lifted: AuditRecord): PastBan => ({
  by,
  ...{ since: banned.at, bannedBy: banned.by, reason: banned.reason },
  ...{ liftedAt: lifted.at, liftedBy: lifted.by, liftedBecause: lifted.reason },
})

/**
 * The bans of an account that are over, the newest end first, from the records of what was done to it in their order: nothing else keeps
 * them. What complaints mean is decided by an operator, so that a ban of theirs is one for complaints. One whose beginning is not on
 * record is left out.
 */
export const pastBansIn = (records: readonly AuditRecord[]): PastBan[] => {
  const standing = new Map<Banner, AuditRecord>()
  const over: PastBan[] = []
  for (const record of records) {
    const by: Banner = record.by.kind === 'platform' ? 'platform' : 'complaints'
    if (record.action === 'account_ban' && !standing.has(by)) standing.set(by, record)
    if (record.action !== 'account_unban') continue
    for (const [banner, banned] of standing) {
      if (!mayLift(record.by.kind, banner)) continue
      over.push(past(banner, banned, record))
      standing.delete(banner)
    }
  }
  return over.reverse()
}
