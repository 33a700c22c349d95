import { needsPeople } from '../../../shared/kernel/about.ts'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Job } from '../../../shared/queue/worker.ts'
import { insistentTable } from '../../../shared/table/patient-table.ts'
import type { Secret } from '../../../shared/vault/secret.ts'
import { numberedKind } from '../../person/document.ts'
import { isOver } from '../owed/owed-verification.ts'
import { namedRecheckers, namedVendors } from '../submission/given-consent.ts'
import { areCurrent } from '../submission/index-person.ts'
import { choose, preferred, taking } from '../vendors/choice.ts'
import { endOfPasses, peopleOf } from '../verification.ts'
import { UNUSABLE } from './breaker.ts'
import { beginBy, isLook } from './check-store.ts'
import type { Elements, IdentityChecker } from './checker.ts'
import { askedIn, type CheckDeps, openEvidence, questionOf, type Read, readWork, type Work } from './read-work.ts'
import { recordRefusal, recordVendor, ringAbout } from './record-refusal.ts'
import { commitDecision, giveUp, releaseLate, settleCall, waitUntil } from './settle-call.ts'
import { type Claim, takeClaim } from './take-claim.ts'

/** Too little to try once more. */
const LAST_MOMENT: Millis = SECOND

/** Room for the commit after the call, also when it has to be tried some times. */
const MARGIN: Millis = 5 * SECOND

/**
 * What the vendor answered is paid for and known to this invocation alone, so that it is tried to be recorded until that ends. If a
 * try was written although it failed, the next one finds the claim gone, and what that owes is found by the sweep.
 */
const insisting = (deps: CheckDeps, job: Job): CheckDeps => ({
  ...deps,
  table: insistentTable(deps.table, () => job.remainingMs() > LAST_MOMENT, deps.pause),
})

/** Calls the vendor once and records what follows. The claim is already written: nobody else calls. */
const callVendor = async (
  deps: CheckDeps,
  job: Job,
  work: Claim,
  { evidence, checker }: { evidence: Secret<Elements>; checker: IdentityChecker },
): Promise<string> => {
  const { vendor } = checker
  const calledAt = deps.clock.now()
  const asked = askedIn(work, evidence)
  const result = await checker.check(asked, work.permit)
  const ms = Math.max(0, deps.clock.now() - calledAt)
  ringAbout(deps, vendor, result)
  const word = await settleCall(insisting(deps, job), work, { vendor, calledAt, ms }, result)
  await recordVendor(deps, { vendor, breaker: work.breakers[vendor] }, result)
  return word
}

/** The evidence; where the key that opens it cannot be used, nobody can be asked about anybody. */
const openOrPause = async (deps: CheckDeps, work: Work): ReturnType<typeof openEvidence> => {
  try {
    return await openEvidence(deps, work)
  } catch (fault) {
    if (needsPeople(fault)) {
      const { pauseAll } = await import('./pause-all.ts')
      await pauseAll(deps, work)
    }
    throw fault
  }
}

/** A vendor's account that cannot be used: its vendor passes, and where it was the last, the fault is thrown once the check waits. */
const withoutMeans = async (
  deps: CheckDeps,
  job: Job,
  work: Read,
  of: { evidence: Secret<Elements>; vendor: string; fault: unknown },
): Promise<string> => {
  const { vendor, fault } = of
  if (!needsPeople(fault)) throw fault
  const breaker = await recordRefusal(deps, { vendor, breaker: work.breakers[vendor] }, UNUSABLE)
  const paused = { ...work, breakers: { ...work.breakers, [vendor]: breaker } }
  const next = choose(deps.vendors, paused.breakers, work.check.passes ?? {}, deps.clock.now())
  if (next.kind === 'ask') {
    deps.alarm('identity_vendor_needs_repair', { vendor, code: UNUSABLE })
    return askSomebody(deps, job, paused, of.evidence)
  }
  // The fault itself rings when it is thrown, and says which.
  if (next.kind === 'wait') await waitUntil(deps, paused, next.until)
  throw fault
}

/** Asks the first vendor that can be asked now; where it cannot be claimed for that one, the next. */
const askSomebody = async (
  deps: CheckDeps,
  job: Job,
  work: Read,
  evidence: Secret<Elements>,
  knownUntil?: Millis,
): Promise<string> => {
  const now = deps.clock.now()
  const vendors = preferred(deps.vendors, evidence.reveal().phone)
  const choice = choose(vendors, work.breakers, work.check.passes ?? {}, now)
  if (choice.kind === 'wait') return waitUntil(deps, work, choice.until)
  if (choice.kind === 'nobody') {
    // That the last of them does not know such numbers was found out for somebody else.
    const known = { status: 'undetermined', reason: 'number_segment_unsupported' } as const
    const decision = endOfPasses(deps.vendors, work.check.passes ?? {}, known)
    return commitDecision(deps, { ...work, decision, ordersAt: knownUntil })
  }
  const { vendor } = choice
  const checker = await deps.checker(vendor).catch((fault: unknown) => ({ fault }))
  if ('fault' in checker) return withoutMeans(deps, job, work, { evidence, vendor, fault: checker.fault })
  // Too little time left: the item still owes the check, and the sweep brings it to a fresh worker.
  if (job.remainingMs() < deps.settings.vendor.totalMs + MARGIN) return 'too_little_time'
  const claimed = await takeClaim(deps, work, deps.ids.id(), choice)
  if (claimed.kind === 'claimed') {
    // A claim that took long must not become a call whose answer nobody lives to write down.
    const isLate = job.remainingMs() < deps.settings.vendor.totalMs + LAST_MOMENT
    return isLate ? releaseLate(deps, claimed.work, vendor) : callVendor(deps, job, claimed.work, { evidence, checker })
  }
  if (claimed.kind === 'passed') return askSomebody(deps, job, claimed.work, evidence, claimed.knownUntil)
  // A call could only find out what gives the money back anyhow.
  if (claimed.kind === 'foregone') return commitDecision(deps, { ...work, ...claimed.end })
  if (claimed.kind === 'elsewhere') {
    const { gatherPerson } = await import('../submission/gather-person.ts')
    await gatherPerson(deps, peopleOf(work.verification))
    return askSomebody(deps, job, work, evidence, knownUntil)
  }
  // Whoever lost the probe to another check comes back with the next sweep, and waits.
  return 'claimed_by_another'
}

/**
 * Nothing is asked of KMS for it but while a key is being replaced: else somebody verified under the new one since it was submitted would not
 * be found.
 */
const underLiveKeys = async ({ vault }: CheckDeps, work: Read, evidence: Secret<Elements>): Promise<Read> => {
  if (areCurrent(peopleOf(work.verification), vault)) return work
  const { indexAnew } = await import('../submission/index-anew.ts')
  return { ...work, verification: await indexAnew(vault, work.verification, evidence.reveal()) }
}

const begin = async (deps: CheckDeps, found: Work, job: Job): Promise<string> => {
  const { check, breakers } = found
  const now = deps.clock.now()
  const choice = choose(deps.vendors, breakers, check.passes ?? {}, now)
  const isRefused = choice.kind !== 'ask' || choice.turn.kind !== 'free' || check.pausedUntil !== undefined
  if (now > beginBy(check)) return giveUp(deps, found, isRefused ? 'vendor_unavailable' : 'service_fault')
  if (choice.kind === 'wait') return waitUntil(deps, found, choice.until)
  const { evidence, work } = await openOrPause(deps, found)
  const vendors = taking(deps.vendors, questionOf(work), numberedKind(evidence.reveal().idNumber))
  // Since it was submitted, the vendors of this deployment were changed.
  if (vendors.length === 0) return giveUp(deps, work, 'data_unsupported')
  // A look is about a number, whoever else it is of.
  if (isLook(work.check)) return askSomebody({ ...deps, vendors }, job, work, evidence)
  return askSomebody({ ...deps, vendors }, job, await underLiveKeys(deps, work, evidence), evidence)
}

/**
 * Runs the check of one paid order, one that the platform pays for, or a look of the platform: at most one call that a vendor may have executed, ever, whichever vendor. A
 * claim whose lease ran out is never called again: its result is unknown and the money goes back. Three table calls, one KMS call, one vendor call; a fourth
 * of the table where the vendor refuses us, or no longer does.
 */
export const runCheck = async (deps: CheckDeps, job: Job): Promise<string> => {
  const work = await readWork(deps, job.id)
  if (!work) return 'no_such_check'
  const { status, leaseUntil = 0 } = work.check
  const vendors = isLook(work.check)
    ? namedRecheckers(work.verification, deps.recheckers)
    : namedVendors(work.verification, deps.vendors)
  // Whoever has to be asked by now was not named to who agreed.
  if (status === 'ready' && vendors.length === 0) return giveUp(deps, work, 'service_fault')
  // Nobody is asked about what proves nothing by now.
  if (status === 'ready' && isOver(work.verification, deps.clock.now())) return giveUp(deps, work, 'document_expired')
  if (status === 'ready') return begin({ ...deps, vendors }, work, job)
  if (status !== 'calling') return 'nothing_owed'
  return leaseUntil > deps.clock.now() ? 'being_called' : giveUp(deps, work, 'result_unknown')
}
