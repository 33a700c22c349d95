import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { type CompanyCheckResult, doubtfulStatuses } from '../company/checker.ts'
import { type Applicant, type ApplicantClaim, type ApplicantEvent, applicantTransitions } from './applicant.ts'

/** Longer than any Lambda of ours may live (30 s): once it has run out, nobody can be asking a register any more. */
const LEASE: Millis = 120_000

/** Somebody is about to ask a register about it. */
export const afterAsking = (of: Applicant, claim: ApplicantClaim, now: Millis): Applicant => ({
  ...of,
  ...{ status: target(applicantTransitions, 'asked'), claim, leaseUntil: now + LEASE },
})

/** Another register is about to be asked. */
export const afterHandingOver = (of: Applicant, claim: ApplicantClaim, now: Millis): Applicant => ({
  ...of,
  ...{ claim, leaseUntil: now + LEASE },
})

/** Whether whoever asked may still be at it. */
export const isBeingAsked = ({ status, leaseUntil = 0 }: Applicant, now: Millis): boolean =>
  status === 'checking' && now < leaseUntil

/** Whether a register may be asked about it now: it was not, or did not know it a while ago. */
export const mayBeAsked = ({ status, retryAt = 0 }: Applicant, now: Millis): boolean =>
  status === 'unchecked' || (status === 'later' && now >= retryAt)

/** What a register told, or that nobody could be asked. */
type Result = Exclude<CompanyCheckResult, { kind: 'not_executed' }> | { kind: 'nobody' }

type End = Exclude<ApplicantEvent, 'asked' | 'handed_over'>

/**
 * W2 what the answer of a register means for an applicant. What may have been looked up and nobody knows how, what a register cannot say, and a company that it
 * only says to have moved, people look at; what it does not know yet is asked later, and is no fault of the applicant.
 */
const endOn = (result: Result): End => {
  if (result.kind !== 'verdict') return 'left_to_people'
  switch (result.verdict) {
    case 'consistent':
      return doubtfulStatuses.some((one) => one === result.status) ? 'left_to_people' : 'consistent'
    case 'differs':
      return 'differs'
    case 'no_record':
      return 'not_found'
    case 'not_operating':
      return 'not_operating'
  }
}

/** The applicant after a register told that, and by which event. */
export const afterResult = (
  { claim: _over, leaseUntil: _none, retryAt: _before, ...of }: Applicant,
  result: Result,
  { now, notFoundMs }: { now: Millis; notFoundMs: Millis },
): { on: End; after: Applicant } => {
  const on = endOn(result)
  const differs = result.kind === 'verdict' && result.verdict === 'differs' ? { differs: [...result.fields] } : {}
  const retry = on === 'not_found' ? { retryAt: now + notFoundMs } : {}
  return {
    on,
    after: { ...of, ...differs, ...retry, status: target(applicantTransitions, on), checkedAt: now },
  }
}
