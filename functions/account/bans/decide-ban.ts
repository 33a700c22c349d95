import type { Ids } from '../../../shared/kernel/ids.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { type DeedAction, type Doer, deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import { banAnnounced, unbanAnnounced } from '../announced-store.ts'
import { accountKeys } from '../keys.ts'
import type { Appeal } from './appeal.ts'
import { appealDecided, appealOf, noAppealOpen } from './appeal-store.ts'
import { type Ban, type BanRecord, bansIn, liftableBy } from './ban.ts'
import { banRecordOf, bansLifted, platformBanned } from './ban-store.ts'

export type DecideDeps = { table: Table; clock: Clock; ids: Ids }

/** A decision about an account's ban; the reason goes into the audit, and to its user. */
export type Decision = { accountId: string; reason: string }

/** How the account stands afterwards. */
export type BanStanding = { accountId: string; bans: readonly Ban[]; appeal?: Appeal }

type Found = { record: BanRecord; appeal?: Appeal }

const find = async (table: Table, accountId: string): Promise<Found | undefined> => {
  if (!isId(accountId)) return undefined
  const [profile, appeal] = await table.getMany([accountKeys.profile(accountId), accountKeys.appeal(accountId)])
  return profile && { record: banRecordOf(profile), ...(appeal && { appeal: appealOf(appeal) }) }
}

const standing = (accountId: string, { record, appeal }: Found): BanStanding => ({
  accountId,
  bans: bansIn(record),
  ...(appeal && { appeal }),
})

const recordOf = (deps: DecideDeps, by: Doer, { accountId, reason }: Decision, action: DeedAction): AuditRecord => ({
  id: deps.ids.id(),
  subject: deedSubjects.account(accountId),
  at: deps.clock.now(),
  by,
  action,
  reason,
})

/** How often somebody else may be faster. */
const TRIES = 4

/** What to do, what to write and how the account stands then; or the answer where nothing is to be done. */
type Plan = { action: DeedAction; writes: readonly Write[]; after: BanStanding } | Outcome<BanStanding>

const decide = async (
  deps: DecideDeps,
  by: Doer,
  of: Decision,
  plan: (found: Found, before: BanStanding, now: Millis) => Plan,
): Promise<Outcome<BanStanding>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await find(deps.table, of.accountId)
    if (!found) return refused('not_found')
    const planned = plan(found, standing(of.accountId, found), deps.clock.now())
    if ('ok' in planned) return planned
    const committed = await commitDeed(deps, recordOf(deps, by, of, planned.action), planned.writes)
    if (committed.kind === 'committed') return ok(planned.after)
  }
  throw new Contended('an account kept changing while its ban was decided')
}

/** The platform bans an account, beside what complaints may do. A second click, also with another reason, changes nothing. */
export const ban = (deps: DecideDeps, by: Doer, of: Decision): Promise<Outcome<BanStanding>> =>
  decide(deps, by, of, ({ record }, before, now) => {
    if (record.byPlatform) return ok(before)
    const byPlatform = { since: now, reason: of.reason }
    return {
      action: 'account_ban',
      writes: [platformBanned(of.accountId, of.reason, now), banAnnounced(of.accountId, 'platform', now)],
      after: { ...before, bans: bansIn({ ...record, byPlatform }) },
    }
  })

/**
 * Lifts what whoever it is may lift, asked for or not, and grants the appeal that is open where no ban is left. A second click does
 * nothing; where all that stands is not theirs to lift, `ban_for_complaints`.
 */
export const unban = (deps: DecideDeps, by: Doer, of: Decision): Promise<Outcome<BanStanding>> =>
  decide(deps, by, of, ({ record, appeal }, before, now) => {
    const lifted = liftableBy(by.kind, before.bans)
    if (lifted.length === 0) return before.bans.length === 0 ? ok(before) : refused('ban_for_complaints')
    const action = 'account_unban'
    const bans = before.bans.filter((one) => !lifted.includes(one))
    const writes = [bansLifted(of.accountId, record, lifted), unbanAnnounced(of.accountId, lifted, bans, now)]
    if (bans.length > 0) return { action, writes, after: { ...before, bans } }
    if (appeal?.status !== 'open')
      return { action, writes: [...writes, noAppealOpen(of.accountId)], after: { ...before, bans } }
    const granted = { ...appeal, status: 'granted', decidedAt: now, reason: of.reason, decidedBy: by } as const
    const decided = appealDecided(of.accountId, 'granted', { by, reason: of.reason }, now)
    return { action, writes: [...writes, decided], after: { ...before, bans, appeal: granted } }
  })

/** Keeps the ban and rejects the appeal. A second click does nothing; without an appeal `appeal_not_open`. */
export const rejectAppeal = (deps: DecideDeps, operator: Operator, of: Decision): Promise<Outcome<BanStanding>> => {
  const by = doers.operator(operator)
  return decide(deps, by, of, ({ appeal }, before, now) => {
    if (appeal?.status === 'rejected') return ok(before)
    if (appeal?.status !== 'open') return refused('appeal_not_open')
    return {
      action: 'appeal_reject',
      writes: [appealDecided(of.accountId, 'rejected', { by, reason: of.reason }, now)],
      after: { ...before, appeal: { ...appeal, status: 'rejected', decidedAt: now, reason: of.reason, decidedBy: by } },
    }
  })
}
