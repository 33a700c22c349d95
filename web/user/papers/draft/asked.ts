import type { TypedRules } from '../../../../functions/verification/papers/typed-person.ts'
import type { Millis } from '../../../../shared/kernel/time.ts'
import type { Found } from '../find-papers.ts'
import type { TypedDraft } from './draft-form.ts'
import { isChild } from './typed.ts'
import { type Corrections, type PapersKind, reasonFor, type Wanted, wantedFor } from './wanted.ts'

/** What is asked of whoever types that: by the rules of the service, as they were read. */
export type Asked = {
  rules: TypedRules
  isChild(draft: TypedDraft): boolean
  /** Why a person would be asked; undefined where a machine can check it first, or it is not typed yet. */
  reason(draft: TypedDraft): PapersKind | undefined
  wanted(draft: TypedDraft): Wanted
}

/** The same for what was read of service and account. */
export const askedBy = (
  { terms, account, offers, results }: Omit<Found, 'open'>,
  corrections: Corrections,
  now: () => Millis,
): Asked => {
  const rules = { ...offers.verification.idNumberRules, minimumAge: terms.minimumAge }
  const situation = {
    rules,
    results,
    left: account.verification.checks,
    isVerified: account.verification.status === 'verified',
  }
  const childIn = (draft: TypedDraft): boolean => isChild(draft, rules, now())
  const reason = (draft: TypedDraft): PapersKind | undefined => reasonFor(draft, situation, now())
  return {
    rules,
    isChild: childIn,
    reason,
    wanted: (draft) =>
      wantedFor(draft, reason(draft) ?? (childIn(draft) ? 'papers_minor' : 'papers_document'), terms, corrections),
  }
}
