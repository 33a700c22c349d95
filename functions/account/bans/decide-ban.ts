import type { Ids } from '../../../shared/kernel/ids.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { audited } from '../../audit/audit-store.ts'
import { type DeedAction, deedSubjects } from '../../audit/deed.ts'
import type { Operator } from '../api-keys/operator-guards.ts'
import { accountKeys } from '../keys.ts'
import type { Appeal } from './appeal.ts'
import { appealDecided, appealOf, noAppealOpen } from './appeal-store.ts'
import { isBanned, unbanned } from './ban-store.ts'

export type DecideDeps = { table: Table; clock: Clock; ids: Ids }

/** An operator's decision about an account's ban; the reason goes into the audit, and to the user who appealed. */
export type Decision = { accountId: string; reason: string }

/** How the account stands afterwards. */
export type BanStanding = { accountId: string; banned: boolean; appeal?: Appeal }

type Found = { profile: Item; appeal?: Appeal }

const find = async (table: Table, accountId: string): Promise<Found | undefined> => {
  if (!isId(accountId)) return undefined
  const [profile, appeal] = await table.getMany([accountKeys.profile(accountId), accountKeys.appeal(accountId)])
  return profile && { profile, ...(appeal && { appeal: appealOf(appeal) }) }
}

const standing = (accountId: string, { profile, appeal }: Found): BanStanding => ({
  accountId,
  banned: isBanned(profile),
  ...(appeal && { appeal }),
})

const deed = (deps: DecideDeps, { operatorId }: Operator, { accountId, reason }: Decision, action: DeedAction) =>
  audited({
    id: deps.ids.id(),
    subject: deedSubjects.account(accountId),
    at: deps.clock.now(),
    operatorId,
    action,
    reason,
  })

const TRIES = 3

/** Lifts a ban, asked for or not, and grants the appeal that is open. A second click does nothing. */
export const unban = async (deps: DecideDeps, by: Operator, of: Decision): Promise<Outcome<BanStanding>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await find(deps.table, of.accountId)
    if (!found) return refused('not_found')
    const before = standing(of.accountId, found)
    if (!before.banned) return ok(before)
    const now = deps.clock.now()
    const isOpen = found.appeal?.status === 'open'
    const committed = await deps.table.commit([
      unbanned(of.accountId),
      deed(deps, by, of, 'account_unban'),
      isOpen ? appealDecided(of.accountId, 'granted', of.reason, now) : noAppealOpen(of.accountId),
    ])
    if (committed.kind === 'conflict') continue
    const granted = { status: 'granted', decidedAt: now, reason: of.reason } as const
    const appeal = isOpen && found.appeal ? { ...found.appeal, ...granted } : found.appeal
    return ok({ accountId: of.accountId, banned: false, ...(appeal && { appeal }) })
  }
  throw new Contended('an account kept changing while its ban was lifted')
}

/** Keeps the ban and rejects the appeal. A second click does nothing; without an appeal `appeal_not_open`. */
export const rejectAppeal = async (deps: DecideDeps, by: Operator, of: Decision): Promise<Outcome<BanStanding>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await find(deps.table, of.accountId)
    if (!found) return refused('not_found')
    const { appeal } = found
    if (appeal?.status === 'rejected') return ok(standing(of.accountId, found))
    if (appeal?.status !== 'open') return refused('appeal_not_open')
    const now = deps.clock.now()
    const committed = await deps.table.commit([
      deed(deps, by, of, 'appeal_reject'),
      appealDecided(of.accountId, 'rejected', of.reason, now),
    ])
    if (committed.kind === 'conflict') continue
    const rejected = { ...appeal, status: 'rejected', decidedAt: now, reason: of.reason } as const
    return ok({ accountId: of.accountId, banned: true, appeal: rejected })
  }
  throw new Contended('an account kept changing while its appeal was decided')
}
