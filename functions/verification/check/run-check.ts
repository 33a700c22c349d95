import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Clock, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Job } from '../../../shared/queue/worker.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Secret, secret } from '../../../shared/vault/secret.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { membershipKeys } from '../../membership/keys.ts'
import { membershipUntil } from '../../membership/membership-store.ts'
import { checkWork, verificationKeys } from '../keys.ts'
import type { VerificationSettings } from '../settings.ts'
import { personFree } from '../submission/person-store.ts'
import { afterCall, BEGIN_WITHIN, type Decision, type Verification } from '../verification.ts'
import { EVIDENCE, verificationChecking, verificationOf, verificationReleased } from '../verification-store.ts'
import { type CallRecord, type Check, checkClaimed, checkOf, checkReleased, releasesOf } from './check-store.ts'
import type { CheckResult, Elements, IdentityChecker } from './checker.ts'
import { type Decided, verdictWrites } from './verdict-store.ts'

export type CheckDeps = {
  table: Table
  vault: Vault
  queue: Queue
  clock: Clock
  ids: Ids
  /** `vendor.totalMs`: how long the call may take. */
  settings: VerificationSettings & { vendor: { totalMs: Millis } }
  checker: () => Promise<IdentityChecker>
}

/** What the worker reads, in one call. */
type Work = { check: Check; verification: Verification; membershipUntil?: Millis }

const readWork = async (deps: CheckDeps, id: string): Promise<Work | undefined> => {
  const key = checkWork.keyOf(id)
  const [accountId, verificationId] = id.split('.')
  if (!key || !accountId || !verificationId) return undefined
  const [check, verification, membership] = await deps.table.getMany([
    key,
    verificationKeys.verification(accountId, verificationId),
    membershipKeys.membership(accountId),
  ])
  if (!check || !verification) return undefined
  return {
    check: checkOf(check),
    verification: verificationOf(verification),
    membershipUntil: membershipUntil(membership),
  }
}

const openEvidence = async (deps: CheckDeps, { id, accountId, sealed }: Verification): Promise<Secret<Elements>> => {
  const key = await deps.vault.openDataKey(sealed.wrappedKey, { account: accountId, verification: id })
  const open = (attribute: keyof Elements): string =>
    key.open({ dataSet: EVIDENCE, key: id, attribute }, sealed[attribute])
  try {
    return secret({ name: open('name'), idNumber: open('idNumber'), phone: open('phone') })
  } finally {
    key.forget()
  }
}

/** Commits a result; a person who holds enough accounts already turns a match into `identity_in_use`. */
const commitDecision = async (deps: CheckDeps, decided: Decided): Promise<string> => {
  const { writes, wake } = verdictWrites(decided, deps.settings, deps.clock.now())
  const committed = await deps.table.commit(writes)
  if (committed.kind === 'committed') {
    if (wake) await deps.queue.wake([wake])
    return decided.decision.status
  }
  const why = new Set(committed.conflicts.map(({ because }) => because))
  if (why.has('claim_lost')) return 'claim_lost'
  if (why.has('person_full') || why.has('already_verified'))
    return commitDecision(deps, { ...decided, decision: { status: 'identity_in_use' } })
  if (why.has('membership_moved')) {
    const now = membershipUntil(await deps.table.get(membershipKeys.membership(decided.verification.accountId)))
    return commitDecision(deps, { ...decided, membershipUntil: now })
  }
  throw new Error('a verdict does not fit the state of its order')
}

const giveUp = (deps: CheckDeps, work: Work, reason: Decision['reason']): Promise<string> =>
  commitDecision(deps, { ...work, decision: { status: 'undetermined', reason } })

const release = async (deps: CheckDeps, { check, verification }: Work, claim: string, at: Millis): Promise<string> => {
  await deps.table.commit([checkReleased(check, claim, at), verificationReleased(verification)])
  return 'released'
}

const recorded = (result: CheckResult): Pick<CallRecord, 'billed' | 'vendorCode' | 'requestId'> => {
  if (result.kind === 'unknown') return { billed: 'unknown', requestId: result.requestId }
  if (result.kind === 'not_executed') return { billed: 'no', vendorCode: result.vendorCode }
  const { billed, vendorCode, requestId } = result
  return { billed, vendorCode, requestId }
}

/** Calls the vendor once and records what follows. The claim is already written: nobody else calls. */
const callVendor = async (
  deps: CheckDeps,
  work: Work,
  evidence: Secret<Elements>,
  checker: IdentityChecker,
): Promise<string> => {
  const { check } = work
  const calledAt = deps.clock.now()
  const result: CheckResult = await checker.check(evidence.reveal())
  const after = afterCall(result, releasesOf(check), deps.clock.now())
  if (after.kind === 'again') return release(deps, work, check.claim ?? '', after.at)
  const { decision } = after
  return commitDecision(deps, { ...work, decision, call: { vendor: checker.vendor, calledAt, ...recorded(result) } })
}

/** Room for the commit after the call. */
const MARGIN: Millis = 5 * SECOND

const begin = async (deps: CheckDeps, work: Work, job: Job): Promise<string> => {
  const now = deps.clock.now()
  if (now > work.check.readyAt + BEGIN_WITHIN) return giveUp(deps, work, 'service_fault')
  const [evidence, checker] = await Promise.all([openEvidence(deps, work.verification), deps.checker()])
  // Too little time left: the item still owes the check, and the sweep brings it to a fresh worker.
  if (job.remainingMs() < deps.settings.vendor.totalMs + MARGIN) return 'too_little_time'
  const claim = deps.ids.id()
  const { personIndex, accountId } = work.verification
  const claimed = await deps.table.commit([
    checkClaimed(work.check, claim, checker.vendor, now),
    verificationChecking(work.verification),
    personFree(personIndex, accountId, deps.settings.checks.accountsPerPerson),
  ])
  if (claimed.kind === 'conflict') {
    // A call could only find out what gives the money back anyhow. Whoever holds the claim has asked the same.
    const isFull = claimed.conflicts.every(({ because }) => because === 'person_full')
    return isFull ? commitDecision(deps, { ...work, decision: { status: 'identity_in_use' } }) : 'claimed_by_another'
  }
  return callVendor(deps, { ...work, check: { ...work.check, status: 'calling', claim } }, evidence, checker)
}

/**
 * Runs the check of one paid order: at most one call that the vendor may have executed, ever. A claim whose lease ran out is
 * never called again: its result is unknown and the money goes back. Three table calls, one KMS call, one vendor call.
 */
export const runCheck = async (deps: CheckDeps, job: Job): Promise<string> => {
  const work = await readWork(deps, job.id)
  if (!work) return 'no_such_check'
  const { status, leaseUntil = 0 } = work.check
  if (status === 'ready') return begin(deps, work, job)
  if (status !== 'calling') return 'nothing_owed'
  return leaseUntil > deps.clock.now() ? 'being_called' : giveUp(deps, work, 'result_unknown')
}
