import { ofName } from '../../../shared/kernel/settings.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { isBecause } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { vendorCharged } from '../../payment/ledger/ledger.ts'
import { bookedAt } from '../../payment/ledger/ledger-store.ts'
import { decisionAnnounced } from '../announced-store.ts'
import { checkEnded, type OwedCheck } from '../check/check-store.ts'
import { decideAnew, decideByHolder } from '../check/decide-anew.ts'
import { identityProven } from '../check/match-store.ts'
import type { CheckDeps } from '../check/read-work.ts'
import { takenNoted } from '../check/taken-store.ts'
import { type Decided, handedOn } from '../check/verdict-store.ts'
import { verificationKeys } from '../keys.ts'
import { coolingDown } from '../submission/person-store.ts'
import { spendReturned } from '../vendors/spend-store.ts'
import { coolDownUntil, countsAsTry, retryAtAfter } from '../verification.ts'
import { owedDecided, owedUncounted } from './owed-store.ts'
import { isOfHolder, isOver, type OwedVerification } from './owed-verification.ts'

type OwedDecided = Decided<OwedCheck, OwedVerification>

/** What the vendor charges for the call, where it does: no order paid for it. */
const charged = ({ settings }: CheckDeps, { verification, call }: OwedDecided): Write[] => {
  if (call?.billed !== 'yes') return []
  const { accountId, id } = verification
  const cost = ofName(settings.platformChecks.cost, call.vendor) ?? 0
  const transaction = vendorCharged({ vendor: call.vendor, outTradeNo: id, cost, at: call.calledAt })
  return [bookedAt(verificationKeys.charged(accountId, transaction.id), '', transaction)]
}

/** Whether it may have been charged: no answer that says otherwise came to a call, also where nobody lived to hear one. */
const mayBeCharged = ({ check, call }: OwedDecided): boolean =>
  call ? call.billed !== 'no' : check.status === 'calling'

const writesOf = async (deps: CheckDeps, decided: OwedDecided, now: Millis): Promise<Write[]> => {
  const { verification, check, decision, call, said = {} } = decided
  const { settings } = deps
  const until = coolDownUntil(decision, settings.checks, now)
  const retryAt = retryAtAfter(decision, settings.checks, now, decided.ordersAt)
  const effect = await deps.owedEffect(verification.method)
  const since = decided.held?.verifiedAt ?? now
  return [
    checkEnded(check, call?.vendorCode === undefined ? 'unanswered' : 'answered', now, call),
    ...owedDecided(verification, decision, { said, now, retryAt }),
    ...(countsAsTry[decision.status] || mayBeCharged(decided) ? [] : [owedUncounted(verification)]),
    ...charged(deps, decided),
    ...handedOn(check, decided.outcome),
    ...(until === undefined ? [] : [coolingDown(verification.resubmissionIndex, until)]),
    ...(call?.billed === 'no' && check.spent ? [spendReturned(check.spent)] : []),
    ...(decided.person ? takenNoted(verification.accountId, decided.person, now) : []),
    ...(decision.status === 'verified'
      ? identityProven(decided, settings, deps, now)
      : [decisionAnnounced(verification, decision, { retryAt, said }, now)]),
    ...effect.decided(verification, decision, said, { now, retryAt, since }),
  ]
}

const over = { status: 'undetermined', reason: 'document_expired' } as const

/** A match of what was handed in and is over by now proves nothing, whatever the call cost. */
const decideByTime = (decided: OwedDecided, now: Millis): OwedDecided =>
  decided.decision.status === 'verified' && isOver(decided.verification, now)
    ? { ...decided, decision: over, held: undefined }
    : decided

/**
 * Everything that the end of a check means which the platform paid for, as one commit: check, verification, evidence, ledger, cool-down, who is told,
 * and what it was about. No order, and no money to go back.
 */
export const settleOwedCheck = async (deps: CheckDeps, given: OwedDecided): Promise<string> => {
  const now = deps.clock.now()
  const found = decideByTime(given, now)
  // What is only about who the account is needs to know whom before it is written.
  const isOfSomebody = found.decision.status === 'verified' && isOfHolder(found.verification)
  const decided = isOfSomebody && !found.held ? await decideByHolder(deps, found) : found
  const committed = await deps.table.commit(await writesOf(deps, decided, now))
  if (committed.kind === 'committed') return `owed_${decided.decision.status}`
  if (isBecause(committed.conflicts, 'claim_lost')) return 'claim_lost'
  return settleOwedCheck(deps, await decideAnew(deps, decided, committed.conflicts))
}
