import { aboutOf } from '../../../shared/kernel/about.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Clock, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Job } from '../../../shared/queue/worker.ts'
import { insistentTable } from '../../../shared/table/patient-table.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Secret } from '../../../shared/vault/secret.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { disclosed } from '../../consent/disclosure-store.ts'
import { disclosing, type Permit } from '../../consent/permit.ts'
import { membershipKeys } from '../../membership/keys.ts'
import { membershipUntil } from '../../membership/membership-store.ts'
import type { VerificationSettings } from '../settings.ts'
import { cooledDown, personFree, segmentSupported } from '../submission/person-store.ts'
import { afterCall, consentFor, type Decision } from '../verification.ts'
import { verificationChecking, verificationReleased } from '../verification-store.ts'
import { pausedUntil, probedNow, type Turn, turnAt } from './breaker.ts'
import { breakerProbed } from './breaker-store.ts'
import { beginBy, type CallRecord, checkClaimed, checkPaused, checkReleased, releasesOf } from './check-store.ts'
import { type CheckResult, type Elements, type IdentityChecker, itemsAsked, refusesUs } from './checker.ts'
import { openEvidence, readWork, type Work } from './read-work.ts'
import { type BreakerDeps, breakerAfter, recordRefusal, recordVendor, ringAbout } from './record-refusal.ts'
import { type Decided, type Foregone, foregone, verdictWrites } from './verdict-store.ts'

export type CheckDeps = BreakerDeps & {
  table: Table
  vault: Vault
  queue: Queue
  clock: Clock
  ids: Ids
  /** `vendor.totalMs`: how long the call may take. */
  settings: VerificationSettings & { vendor: { totalMs: Millis } }
  /** What asks a vendor, by its name. */
  checker: (vendor: string) => Promise<IdentityChecker>
  /** Waits before what the vendor answered is tried to be recorded once more. */
  pause: () => Promise<void>
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

const giveUp = (deps: CheckDeps, work: Work, reason: Decision['reason']): Promise<string> => {
  const ordersAt = pausedUntil(work.breaker, deps.clock.now())
  return commitDecision(deps, { ...work, decision: { status: 'undetermined', reason }, ordersAt })
}

const release = async (
  deps: CheckDeps,
  { check, verification }: Work,
  at: Millis,
  refused: boolean,
): Promise<string> => {
  await deps.table.commit([checkReleased(check, check.claim ?? '', at, refused), verificationReleased(verification)])
  return 'released'
}

/** The vendor refuses us: the check waits for the next pause to be over, unless that is too late for who paid. */
const waitUntil = async (deps: CheckDeps, work: Work, until: Millis): Promise<string> => {
  if (until > beginBy(work.check)) return giveUp(deps, work, 'vendor_unavailable')
  await deps.table.commit([checkPaused(work.check, until)])
  return 'vendor_paused'
}

const recorded = (result: CheckResult): Pick<CallRecord, 'billed' | 'vendorCode' | 'requestId'> => {
  if (result.kind === 'unknown') return { billed: 'unknown', requestId: result.requestId }
  if (result.kind === 'not_executed') return { billed: 'no', vendorCode: result.vendorCode }
  const { billed, vendorCode, requestId } = result
  return { billed, vendorCode, requestId }
}

/** What an answer comes to: the check is decided, or given back to be called once more. */
const settleCall = async (
  deps: CheckDeps,
  work: Work,
  call: { vendor: string; calledAt: Millis },
  result: CheckResult,
): Promise<string> => {
  const now = deps.clock.now()
  const refused = refusesUs(result) ? breakerAfter(deps, work.breaker, '') : undefined
  const after = afterCall(result, releasesOf(work.check), now, refused?.until)
  if (after.kind === 'again') return release(deps, work, after.at, refused !== undefined)
  const { vendor, calledAt } = call
  const { decision } = after
  return commitDecision(deps, {
    ...work,
    decision,
    call: { vendor, calledAt, ...recorded(result) },
    ordersAt: pausedUntil(refused, now),
  })
}

/** Too little to try once more. */
const LAST_MOMENT: Millis = SECOND

/**
 * What the vendor answered is paid for and known to this invocation alone, so that it is tried to be recorded until that ends. If a
 * try was written although it failed, the next one finds the claim gone, and what that owes is found by the sweep.
 */
const insisting = (deps: CheckDeps, job: Job): CheckDeps => ({
  ...deps,
  table: insistentTable(deps.table, () => job.remainingMs() > LAST_MOMENT, deps.pause),
})

type Means = { evidence: Secret<Elements>; checker: IdentityChecker }

/** Calls the vendor once and records what follows. The claim is already written: nobody else calls. */
const callVendor = async (deps: CheckDeps, job: Job, work: Claim, { evidence, checker }: Means): Promise<string> => {
  const calledAt = deps.clock.now()
  const asked = { question: 'carrier_three_element', ...evidence.reveal() } as const
  const result: CheckResult = await checker.check(asked, work.permit)
  ringAbout(deps, result)
  const call = { vendor: checker.vendor, calledAt }
  const word = await settleCall(insisting(deps, job), work, call, result)
  await recordVendor(deps, work.breaker, result)
  return word
}

/** What calls the vendor. A secret or a key that cannot be used is for people to mend, and as good as a vendor that refuses us. */
const openMeans = async (deps: CheckDeps, work: Work): Promise<Means> => {
  try {
    const [evidence, checker] = await Promise.all([
      openEvidence(deps, work.verification),
      deps.checker(deps.identityVendor),
    ])
    return { evidence, checker }
  } catch (fault) {
    const about = aboutOf(fault)
    if (about && !('passes' in about)) {
      // The fault itself rings when it is thrown, and says which.
      await recordRefusal(deps, work.breaker, 'means_unusable')
      await waitUntil(deps, work, breakerAfter(deps, work.breaker, '').until)
    }
    throw fault
  }
}

/** Room for the commit after the call, also when it has to be tried some times. */
const MARGIN: Millis = 5 * SECOND

/** A check that this worker, and nobody else, may call for; what it hands on is written down. */
type Claim = Work & { permit: Permit }

type Claimed = { kind: 'claimed'; work: Claim } | { kind: 'foregone'; end: Foregone } | { kind: 'lost' }

/**
 * Claims the check, and the probe with it where the vendor refused us; answers the breaker as this worker left it. `foregone`: the
 * person holds as many accounts as allowed by now, these data were just checked elsewhere, or the vendor was found not to know such
 * numbers, and nothing else is in the way.
 */
const claimCheck = async (deps: CheckDeps, work: Work, claim: string, turn: Turn): Promise<Claimed> => {
  const now = deps.clock.now()
  const probed = turn.kind === 'probe' ? probedNow(turn.seen, claim, now) : undefined
  const { personIndex, resubmissionIndex, segmentIndex, accountId } = work.verification
  const { disclosure, permit } = disclosing(consentFor(work.verification), {
    id: claim,
    recipient: deps.identityVendor,
    items: itemsAsked('carrier_three_element'),
    check: work.verification.id,
    at: now,
  })
  const claimed = await deps.table.commit([
    checkClaimed(work.check, claim, deps.identityVendor, now),
    verificationChecking(work.verification),
    personFree(personIndex, accountId, deps.settings.checks.accountsPerPerson),
    cooledDown(resubmissionIndex, now),
    segmentSupported(segmentIndex, now),
    disclosed(disclosure),
    ...(turn.kind === 'probe' && probed ? breakerProbed(deps.identityVendor, turn.seen, probed) : []),
  ])
  if (claimed.kind === 'conflict') {
    const end = foregone(claimed.conflicts)
    return end ? { kind: 'foregone', end } : { kind: 'lost' }
  }
  const check = { ...work.check, status: 'calling' as const, claim }
  return { kind: 'claimed', work: { ...work, check, permit, breaker: probed ?? work.breaker } }
}

const begin = async (deps: CheckDeps, work: Work, job: Job): Promise<string> => {
  const now = deps.clock.now()
  const turn = turnAt(work.breaker, now)
  const isRefused = turn.kind !== 'free' || work.check.pausedUntil !== undefined
  if (now > beginBy(work.check)) return giveUp(deps, work, isRefused ? 'vendor_unavailable' : 'service_fault')
  if (turn.kind === 'wait') return waitUntil(deps, work, turn.until)
  const means = await openMeans(deps, work)
  // Too little time left: the item still owes the check, and the sweep brings it to a fresh worker.
  if (job.remainingMs() < deps.settings.vendor.totalMs + MARGIN) return 'too_little_time'
  const claimed = await claimCheck(deps, work, deps.ids.id(), turn)
  if (claimed.kind === 'claimed') {
    // A claim that took long must not become a call whose answer nobody lives to write down.
    const isLate = job.remainingMs() < deps.settings.vendor.totalMs + LAST_MOMENT
    return isLate ? release(deps, claimed.work, now, false) : callVendor(deps, job, claimed.work, means)
  }
  // A call could only find out what gives the money back anyhow.
  if (claimed.kind === 'foregone') return commitDecision(deps, { ...work, ...claimed.end })
  // Whoever lost the probe to another check comes back with the next sweep, and waits.
  return 'claimed_by_another'
}

/**
 * Runs the check of one paid order: at most one call that the vendor may have executed, ever. A claim whose lease ran out is
 * never called again: its result is unknown and the money goes back. Three table calls, one KMS call, one vendor call; a fourth
 * of the table where the vendor refuses us, or no longer does.
 */
export const runCheck = async (deps: CheckDeps, job: Job): Promise<string> => {
  const work = await readWork(deps, job.id)
  if (!work) return 'no_such_check'
  const { status, leaseUntil = 0 } = work.check
  if (status === 'ready') return begin(deps, work, job)
  if (status !== 'calling') return 'nothing_owed'
  return leaseUntil > deps.clock.now() ? 'being_called' : giveUp(deps, work, 'result_unknown')
}
