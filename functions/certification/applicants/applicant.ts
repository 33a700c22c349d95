import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Spent } from '../../verification/vendors/spend.ts'
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

export const applicantTransitions = [
  {
    from: ['unchecked', 'later', 'consistent'],
    to: 'checking',
    on: 'asked',
    when: 'a register is about to be asked, at most once for what was given until that is too old, and the platform pays',
  },
  { from: ['checking'], on: 'handed_over', when: 'one vendor certainly looked nothing up, so the next is asked' },
  {
    from: ['checking'],
    to: 'consistent',
    on: 'consistent',
    when: 'all that was given is what is registered, and it operates',
  },
  { from: ['checking'], to: 'differs', on: 'differs', when: 'something that was given is not what is registered' },
  {
    from: ['checking'],
    to: 'later',
    on: 'not_found',
    when: 'neither code nor name is known there, which may be so for what was registered lately: asked once more days later',
  },
  {
    from: ['checking'],
    to: 'not_operating',
    on: 'not_operating',
    when: 'it is registered, and struck off, revoked or closed',
  },
  {
    from: ['unchecked', 'checking', 'consistent'],
    to: 'people',
    on: 'left_to_people',
    when: 'no register can be asked or none answered for sure, so that people look at its papers; nobody is asked again',
  },
] as const satisfies StateTable<ApplicantStatus, string>
export type ApplicantEvent = (typeof applicantTransitions)[number]['on']

/** Who is asked about it by one call, and what that may cost. */
export type ApplicantClaim = { id: string; vendor: string; spent?: Spent }

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
  /** Who is asked about it, and until when whoever asks may still be at it. */
  claim?: ApplicantClaim
  leaseUntil?: Millis
  /** When it was found out how it stands. */
  checkedAt?: Millis
  /** Which fields do not belong to the rest. */
  differs?: readonly CompanyField[]
  /** From when on asking once more may help. */
  retryAt?: Millis
  /** Counts writes, so that nobody writes over what they have not read. */
  changes: number
}

/**
 * W7 the applicant as it stands at `now`: what a register said of it counts for `registerMs`, by the clock alone; after that it is as if nobody had been asked,
 * so that nothing is certified, and no certificate renewed, by what was so long ago.
 */
export const applicantAt = (of: Applicant, { registerMs }: { registerMs: Millis }, now: Millis): Applicant =>
  of.status === 'consistent' && of.checkedAt !== undefined && now >= of.checkedAt + registerMs
    ? { ...of, status: 'unchecked' }
    : of

/** Whether the administrator acts for somebody else than themselves. `personIndex`: of whom the administrator is verified as. */
export const actsForAnother = (
  { kind, representative }: Pick<Applicant, 'kind' | 'representative'>,
  personIndex: string | undefined,
): boolean => isOrganisation(kind) && (personIndex === undefined || representative?.personIndex !== personIndex)
