import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { banAnnounced } from '../../account/announced-store.ts'
import { banRecordOf, isBanned, maliciousCounted } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { type DeedAction, type Doer, deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import { type Complaint, complaintName } from '../complaint.ts'
import { complaintMalicious } from '../complaint-store.ts'
import { evidenceFor } from '../evidence/gather-evidence.ts'
import { findComplaint, type Named } from '../read-complaints.ts'
import type { ComplaintSettings } from '../settings.ts'
import { notMalicious } from './malice.ts'

export type MarkDeps = { table: Table; clock: Clock; ids: Ids; settings: Pick<ComplaintSettings, 'complaints'> }

/** The complaint, and whether its account is banned from now on. */
export type Marked = { complaint: Complaint; banned: boolean }

type Marking = { by: Doer; reason: string; at: Millis }

const writesFor = async (
  deps: MarkDeps,
  complaint: Complaint,
  accountId: string,
  marking: Marking,
): Promise<{ deeds: AuditRecord[]; writes: Write[]; banned: boolean } | undefined> => {
  const profile = await deps.table.get(accountKeys.profile(accountId))
  if (!profile) return undefined
  const record = banRecordOf(profile)
  const name = complaintName(complaint)
  const counted = maliciousCounted(accountId, record, name, deps.settings.complaints.banAt, marking.at)
  const deed = (subject: string, action: DeedAction): AuditRecord => ({
    ...marking,
    id: deps.ids.id(),
    subject,
    action,
  })
  const deeds = [
    deed(deedSubjects.complaint(complaint.channel, complaint.complaintId), 'complaint_malicious'),
    ...(counted.bans ? [deed(deedSubjects.account(accountId), 'account_ban')] : []),
  ]
  const writes = [
    complaintMalicious(complaint, marking.at),
    counted.write,
    ...(counted.bans ? [banAnnounced(accountId, 'complaints', marking.at)] : []),
  ]
  return { deeds, writes, banned: counted.bans || isBanned(profile) }
}

const TRIES = 4

/**
 * An operator finds a complaint malicious: it counts against its account, once, and the one that makes the number full bans the
 * account in the same commit. Touches no refund. A second click does nothing. Refuses with `complaint_not_malicious` and
 * `because`.
 */
export const markMalicious = async (
  deps: MarkDeps,
  operator: Operator,
  input: Named & { reason: string },
): Promise<Outcome<Marked>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const complaint = await findComplaint(deps.table, input)
    if (!complaint) return refused('not_found')
    const { accountId, maliciousAt } = complaint
    if (maliciousAt !== undefined) {
      const profile = accountId === undefined ? undefined : await deps.table.get(accountKeys.profile(accountId))
      return ok({ complaint, banned: isBanned(profile) })
    }
    const because = notMalicious(complaint, await evidenceFor(deps.table, complaint))
    if (because) return refused('complaint_not_malicious', { extra: { because } })
    const at = deps.clock.now()
    const planned = await writesFor(deps, complaint, accountId ?? '', {
      by: doers.operator(operator),
      reason: input.reason,
      at,
    })
    if (!planned) return refused('complaint_not_malicious', { extra: { because: 'order_unknown' } })
    const committed = await commitDeed(deps, planned.deeds, planned.writes)
    if (committed.kind === 'committed')
      return ok({ complaint: { ...complaint, maliciousAt: at }, banned: planned.banned })
  }
  throw new Contended('an account kept changing while a complaint was marked')
}
