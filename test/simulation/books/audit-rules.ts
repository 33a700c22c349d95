import { deedSubjects } from '../../../functions/audit/deed.ts'
import type { RawItem } from '../../../infra/audit/snapshot.ts'
import { verifyAudit } from '../../../infra/audit/verify.ts'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Change } from '../world/record.ts'
import { count, type World } from '../world/world.ts'

const isRecord = ({ key }: Change): boolean => key.pk.startsWith('AUDIT#')

/** What a change needs a record of in its own commit: of what subject, and by which words; undefined where it is nobody's deed. */
type Needed = { subject: string; actions: readonly string[]; of?: Item }

const isMoved = ({ before, after }: Change, attribute: string): boolean => before?.[attribute] !== after?.[attribute]

const banNeeds = (change: Change): Needed | undefined => {
  if (!change.before || !['bannedAt', 'platformBannedAt'].some((one) => isMoved(change, one))) return undefined
  const subject = deedSubjects.account(change.key.pk.slice('ACCOUNT#'.length))
  const isLifted = ['bannedAt', 'platformBannedAt'].every(
    (one) => change.after?.[one] === undefined || !isMoved(change, one),
  )
  return { subject, actions: [isLifted ? 'account_unban' : 'account_ban'] }
}

const runNeeds = ({ before, after }: Change): Needed | undefined =>
  before?.status === 'done' && after?.status === 'due'
    ? {
        subject: deedSubjects.reconciliation(String(after.channel), String(after.day)),
        actions: ['reconciliation_rerun'],
      }
    : undefined

const purposeOf = (check: Item): string => (check.look === undefined ? 'vendor_check' : 'number_recheck')

const claimNeeds = ({ before, after }: Change): Needed | undefined =>
  after?.status === 'calling' && before?.status !== 'calling'
    ? { subject: deedSubjects.account(String(after.accountId)), actions: ['identity_read'], of: after }
    : undefined

const needs: Record<string, (change: Change) => Needed | undefined> = {
  PROFILE: banNeeds,
  RECONCILIATION: runNeeds,
  CHECK: claimNeeds,
}

/** Whether a record says that an identity was opened for the call that this check was claimed for. */
const isReadFor = (record: Item | undefined, check: Item): boolean =>
  record?.action === 'identity_read' &&
  record.subject === deedSubjects.account(String(check.accountId)) &&
  record.detail === check.verificationId &&
  record.purpose === purposeOf(check)

const isMet = ({ subject, actions, of }: Needed, record: Item | undefined): boolean =>
  record?.subject === subject && actions.includes(String(record.action)) && (of === undefined || isReadFor(record, of))

/** A deed and its record come in one commit, whoever's it is. */
const deedFaults = (change: Change, changes: readonly Change[]): string[] => {
  const needed = needs[change.kind]?.(change)
  if (!needed) return []
  return changes.some((one) => isRecord(one) && !one.before && isMet(needed, one.after))
    ? []
    : [`${change.key.sk} changes, and no record says ${needed.actions.join(' or ')} of ${needed.subject}`]
}

const FOR_CALLS = ['vendor_check', 'number_recheck']

/** What the audit has is never changed, and says that a vendor was to be asked only where a check was claimed for that. */
const recordFaults = ({ key, before, after }: Change, changes: readonly Change[]): string[] => {
  if (before) return [`${key.pk} ${key.sk} of the audit is written over`]
  if (!FOR_CALLS.includes(String(after?.purpose))) return []
  const isClaimed = changes.some(
    (one) => one.kind === 'CHECK' && claimNeeds(one) && isReadFor(after, Object(one.after)),
  )
  return isClaimed ? [] : ['a record says that an identity was opened for a call that nobody claimed']
}

/** Who moves people to another version of the key opens one of theirs for that, and has said so before. */
const moveFaults = (world: World, { kind, before, after }: Change): string[] => {
  if (kind !== 'PERSON' || !before || after || world.acting?.name !== 'gather') return []
  const theirs = before.accounts instanceof Set ? [...before.accounts].map(String).map(deedSubjects.account) : []
  const isOpened = [...world.items.values()].some(
    ({ purpose, subject }) => purpose === 'index_renewal' && theirs.includes(String(subject)),
  )
  return isOpened ? [] : ['somebody is moved to another version of the key, and no record says that they were opened']
}

/** What must hold of the audit at every commit. M7. */
export const auditFaults = (world: World, changes: readonly Change[]): string[] =>
  changes.flatMap((change) => {
    if (isRecord(change)) count(world, `record: ${change.after?.action}`)
    if (change.key.pk.startsWith('AUDIT')) return recordFaults(change, changes)
    return [...deedFaults(change, changes), ...moveFaults(world, change)]
  })

/** A call to a vendor happens: by now there is a record for every call there has been of this check, this one included. */
export const callReadFaults = (world: World, orderId: string): string[] => {
  const items = [...world.items.values()]
  const check = items.find((item) => item.sk.startsWith('CHECK#') && (item.look ?? item.orderId) === orderId)
  const records = items.filter(
    ({ pk, ...record }) => pk.startsWith('AUDIT#') && check && isReadFor(record as Item, check),
  )
  const calls = world.vendors.calls.filter((call) => call.orderId === orderId)
  return records.length >= calls.length ? [] : ['a vendor is called, and no record says that an identity was opened']
}

/**
 * What `npm run audit:verify`, which has its own code for that, finds of the audit among these items: each subject's records are a whole
 * chain from 1 to its head, and each has the entry of its day, and each entry its record.
 */
export const auditFindings = (items: readonly RawItem[], now: Millis): string[] => {
  const { findings: all } = verifyAudit({
    audit: items.filter(({ pk }) => pk.startsWith('AUDIT')),
    heads: items.filter(({ pk }) => pk.startsWith('CHAIN#')),
    files: [],
    publicKey: '',
    // Late enough that nothing counts as still being written.
    now: now + DAY,
  })
  // Nobody signs roots here.
  const findings = all.filter(({ fault }) => fault !== 'root_missing' && fault !== 'key_unreadable')
  return findings.map(({ fault, where, words }) => `the audit: ${fault} at ${where}: ${words}`)
}

/** In the end, all that is on record holds together. */
export const finalAuditFaults = (world: World): string[] => auditFindings([...world.items.values()], world.time.now)
