import type { Millis } from '../../../shared/kernel/time.ts'
import type { CompanyField } from '../company/checker.ts'
import { type ApplicantKind, isOrganisation } from './applicant-kinds.ts'

/**
 * What is known of whom a certification would be of. `person`: the account itself, which its level speaks for. `unchecked`: nobody was asked. `checking`: a
 * register is asked. `consistent`: what was given is what is registered, and it operates. `differs`: it is not. `later`: not registered where we ask, or
 * not yet. `not_operating`: struck off, revoked or closed. `people`: no register that is asked here has it, so that people look.
 */
export const applicantStatuses = [
  'person',
  'unchecked',
  'checking',
  'consistent',
  'differs',
  'later',
  'not_operating',
  'people',
] as const
export type ApplicantStatus = (typeof applicantStatuses)[number]

/** What of whoever represents an organisation is kept: sealed, masked, and by what they are told apart. */
export type Representative = {
  maskedName: string
  maskedIdNumber: string
  personIndex: string
  sealed: { wrappedKey: string; name: string; idNumber: string }
}

/** Whom an account applies for. Times are epoch ms. */
export type Applicant = {
  id: string
  accountId: string
  kind: ApplicantKind
  status: ApplicantStatus
  createdAt: Millis
  creditCode?: string
  companyName?: string
  representative?: Representative
  /** When it was found out how it stands. */
  checkedAt?: Millis
  /** Which fields do not belong to the rest. */
  differs?: readonly CompanyField[]
  /** From when on asking once more may help. */
  retryAt?: Millis
  /** Counts writes, so that nobody writes over what they have not read. */
  changes: number
}

/** Whether the administrator acts for somebody else than themselves. `personIndex`: of whom the administrator is verified as. */
export const actsForAnother = (
  { kind, representative }: Pick<Applicant, 'kind' | 'representative'>,
  personIndex: string | undefined,
): boolean => isOrganisation(kind) && (personIndex === undefined || representative?.personIndex !== personIndex)
