import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { isBecause } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { DisclosureKnown } from '../../consent/permit.ts'
import { checkWork } from '../keys.ts'
import { verificationReleased } from '../moves-store.ts'
import { isOwed } from '../owed/owed-verification.ts'
import { choose, pausedAt } from '../vendors/choice.ts'
import { spendReturned } from '../vendors/spend-store.ts'
import { afterCall, type Decision, endOfPasses } from '../verification.ts'
import type { CallRecord } from './call-store.ts'
import {
  beginBy,
  checkKey,
  checkPaused,
  checkReleased,
  isLook,
  isOwedCheck,
  type Release,
  runnableSince,
} from './check-store.ts'
import { answerOf, type CheckResult, refusesUs, type Said } from './checker.ts'
import { outcomeOf } from './handed-on.ts'
import { type CheckDeps, owedStore, type Work } from './read-work.ts'
import { breakerAfter } from './record-refusal.ts'
import { type AnyDecided, type Decided, handedOn, segmentRemembered, verdictWrites } from './verdict-store.ts'

/** What is owed to whoever holds the person, where they hold enough; seldom, so that no cold start loads it. */
const planWarning = async ({ decision, verification, person }: Decided, now: Millis): Promise<Write[]> => {
  if (decision.status !== 'identity_in_use' || !person) return []
  const { takenNoted } = await import('./taken-store.ts')
  return takenNoted(verification.accountId, person, now)
}

/** What a match means for account and person; loaded by the first one, as a cold start needs none of it. */
const planMatch = async (deps: CheckDeps, decided: Decided, now: Millis): Promise<readonly Write[]> => {
  if (decided.decision.status !== 'verified') return []
  const { matched } = await import('./match-store.ts')
  return matched(decided, deps.settings, deps, now)
}

/** Commits a result, however often what others did meanwhile makes another of it. */
const commitVerdict = async (deps: CheckDeps, decided: Decided): Promise<string> => {
  const now = deps.clock.now()
  const matched = await planMatch(deps, decided, now)
  const { writes, wake } = verdictWrites(decided, matched, deps.settings, now)
  const committed = await deps.table.commit([...writes, ...(await planWarning(decided, now))])
  if (committed.kind === 'committed') {
    if (wake) await deps.queue.wake([wake])
    return decided.decision.status
  }
  if (isBecause(committed.conflicts, 'claim_lost')) return 'claim_lost'
  // Of most checks nobody else knows anything.
  const { decideAnew } = await import('./decide-anew.ts')
  return commitVerdict(deps, await decideAnew(deps, decided, committed.conflicts))
}

/** Commits a result, as the owner of the check has it. */
export const commitDecision = async (deps: CheckDeps, decided: AnyDecided): Promise<string> => {
  const { check, verification } = decided
  if (isOwedCheck(check)) {
    if (!isOwed(verification)) throw new Error('a check of another verification')
    const { settleOwedCheck } = await import('../owed/settle-owed.ts')
    return settleOwedCheck(deps, { ...decided, check, verification })
  }
  if (isOwed(verification)) throw new Error('a check of another verification')
  if (!isLook(check)) return commitVerdict(deps, { ...decided, check, verification })
  // Most workers only ever run checks that were paid for.
  const { settleLook } = await import('../ageing/settle-look.ts')
  return settleLook(deps, { ...decided, check, verification })
}

/** Ends a check without having asked anybody (any more): whatever was paid goes back. */
export const giveUp = (deps: CheckDeps, work: Work, reason: Decision['reason']): Promise<string> => {
  const ordersAt = pausedAt(deps.vendors, work.breakers, deps.clock.now())
  return commitDecision(deps, { ...work, decision: { status: 'undetermined', reason }, ordersAt })
}

/** Nobody can be asked before `until` (epoch ms): the check waits, unless that is too late for who paid. */
export const waitUntil = async (deps: CheckDeps, work: Work, until: Millis): Promise<string> => {
  if (until > beginBy(work.check)) return giveUp(deps, work, 'vendor_unavailable')
  await deps.table.commit([checkPaused(work.check, until)])
  return 'vendor_paused'
}

const recorded = (result: CheckResult): Omit<CallRecord, keyof Call> => {
  const answer = answerOf(result)
  if (result.kind === 'unknown') return { answer, billed: 'unknown', requestId: result.requestId }
  if (result.kind === 'not_executed') return { answer, billed: 'no', vendorCode: result.vendorCode }
  const { billed, vendorCode, requestId } = result
  const because = result.kind === 'refused' ? result.because : undefined
  return { answer, because, billed, vendorCode, requestId }
}

const saidIn = (result: CheckResult): Said => ({
  differs: result.kind === 'verdict' ? result.differs : undefined,
  card: result.kind === 'refused' ? result.card : undefined,
})

/** What a check is for waits for its call again. */
const releaseOwner = async ({ check, verification }: Work): Promise<Write[]> => {
  if (isLook(check)) return []
  return [isOwed(verification) ? (await owedStore()).owedReleased(verification) : verificationReleased(verification)]
}

/** A check that its vendor gave back, with what it owes besides. */
const release = async (
  deps: CheckDeps,
  work: Work,
  vendor: string,
  to: Release,
  outcome: DisclosureKnown | undefined,
): Promise<string> => {
  const { check, verification } = work
  const because = to.passes[vendor]?.because
  await deps.table.commit([
    checkReleased(check, check.claim ?? '', to),
    ...(await releaseOwner(work)),
    ...(check.spent ? [spendReturned(check.spent)] : []),
    ...handedOn(check, outcome),
    ...(isLook(check) || isOwed(verification)
      ? []
      : segmentRemembered(verification, vendor, because, deps.settings, deps.clock.now())),
  ])
  return 'released'
}

/** A claim that came too late to be called. */
export const releaseLate = (deps: CheckDeps, work: Work, vendor: string): Promise<string> =>
  release(deps, work, vendor, { until: deps.clock.now(), passes: work.check.passes ?? {}, paused: false }, 'not_sent')

/** Which vendor was called, when (epoch ms), and how long it took. */
export type Call = { vendor: string; calledAt: Millis; ms: Millis }

/** What an answer comes to: the check is decided, or given back for another call: by another vendor at once, by the same one later. */
export const settleCall = async (deps: CheckDeps, work: Work, call: Call, result: CheckResult): Promise<string> => {
  const now = deps.clock.now()
  const { vendor } = call
  const { check } = work
  const outcome = outcomeOf(result)
  const refused = refusesUs(result) ? breakerAfter(deps, work.breakers[vendor], '') : undefined
  const breakers = { ...work.breakers, ...(refused && { [vendor]: refused }) }
  const end = (decision: Decision): Promise<string> =>
    commitDecision(deps, {
      ...work,
      decision,
      call: { ...call, ...recorded(result) },
      said: saidIn(result),
      outcome,
      ordersAt: pausedAt(deps.vendors, breakers, now),
    })
  const before = { before: check.passes?.[vendor], since: runnableSince(check) }
  const after = afterCall(result, before, now, refused?.until)
  if (after.kind === 'decided') return end(after.decision)
  const passes = { ...check.passes, [vendor]: after.pass }
  const next = choose(deps.vendors, breakers, passes, now)
  if (next.kind === 'nobody') return end(endOfPasses(deps.vendors, passes, after.otherwise))
  if (next.kind === 'ask') {
    const word = await release(deps, work, vendor, { until: now + MINUTE, passes, paused: false }, outcome)
    await deps.queue.wake([checkWork.pointerTo(checkKey(check))])
    return word
  }
  if (next.until > beginBy(check)) return end({ status: 'undetermined', reason: 'vendor_unavailable' })
  return release(deps, work, vendor, { until: next.until, passes, paused: refused !== undefined }, outcome)
}
