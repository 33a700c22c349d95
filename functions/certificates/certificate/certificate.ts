import { eventsOf, type StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { ApplicantKind } from '../../certification/applicants/applicant-kinds.ts'
import type { AppKind, PlatformId } from '../../certification/platforms/platform-ids.ts'

export const certificateStatuses = ['valid', 'suspended', 'revoked', 'expired'] as const
export type CertificateStatus = (typeof certificateStatuses)[number]

/** W7 what anybody is answered about an id, wherever they ask. */
export const certificateAnswers = [...certificateStatuses, 'unknown'] as const
export type CertificateAnswer = (typeof certificateAnswers)[number]

export const certificateTransitions = [
  {
    from: ['valid'],
    to: 'suspended',
    on: 'suspended',
    when: 'an operator suspends it, or a report about it is upheld',
  },
  {
    from: ['suspended', 'revoked'],
    to: 'valid',
    on: 'reinstated',
    when: 'an operator lifts that, or an appeal against it is upheld; until when it counts stays as it was',
  },
  { from: ['valid', 'suspended', 'expired'], to: 'revoked', on: 'revoked', when: 'an operator revokes it' },
  {
    from: ['valid', 'suspended', 'expired'],
    to: 'revoked',
    on: 'identity_ended',
    when: 'whoever administers the app is nobody any more: from that commit on, whoever looks; written down soon after',
  },
  {
    from: ['valid', 'suspended', 'expired'],
    to: 'revoked',
    on: 'replaced',
    when: 'the app was certified for somebody else, who has a certificate of their own',
  },
  {
    from: ['valid'],
    to: 'expired',
    on: 'expired',
    when: 'its time is over, by the clock, whoever looks; one that is suspended stays that',
  },
  {
    from: ['valid', 'expired'],
    to: 'valid',
    on: 'renewed',
    when: 'people certified the app for the same anew: it counts for a year more, under the same id',
  },
  {
    from: ['suspended'],
    on: 'prolonged',
    when: 'the same while it is suspended, which it stays',
  },
  {
    from: ['valid', 'suspended'],
    on: 'handed_over',
    when: 'another account administers the app, for the same organisation',
  },
  { from: ['valid'], on: 'reminded', when: 'its administrator was told that its time runs out' },
] as const satisfies StateTable<CertificateStatus, string>
export type CertificateEvent = (typeof certificateTransitions)[number]['on']

/** What happens to one, from its issue on. */
export const certificateStepEvents = eventsOf<CertificateStatus, CertificateEvent, 'issued'>(
  certificateTransitions,
  'issued',
)

/** Why an operator or the clock suspended or revoked one, as anybody may read: a class, and nothing of the case. */
export const certificateReasons = [
  'misuse',
  'false_evidence',
  'company_not_operating',
  'page_without_link',
  'court_or_authority',
  'own_request',
  'remedied',
  'identity_ended',
  'replaced',
  'mistake',
  'appeal_upheld',
] as const
export type CertificateReason = (typeof certificateReasons)[number]

/** W7 what a look at the page of an app found of the link of its certificate: `link`, or why it was not there. Nothing else of the page is kept. */
export const pageSights = ['link', 'no_link', 'redirected', 'no_page', 'too_long', 'unreachable', 'refused'] as const
export type PageSight = (typeof pageSights)[number]

/** What happened to it, when (epoch ms), and what it was then. */
export type CertificateStep = {
  at: Millis
  on: CertificateEvent | 'issued'
  status: CertificateStatus
  reason?: CertificateReason | undefined
}

/** A name that the app had before, from when until when (epoch ms). */
export type FormerName = { name: string; from: Millis; until: Millis }

/**
 * W7 the certificate of an app: everything that anybody is shown of it stands in it, as people found it when they certified the app. `accountId`: who
 * administers the app, `epoch`: how often that account had been cleared when it was issued or handed over (functions/gate/epoch-store.ts): another epoch
 * ends it. `application`: which certified it last. `organisation`: whom it is of, but for people, of whom nothing is shown. `checkedAt`: when people and
 * registers looked last. `reminded`: how many reminders of its end were given. `hasNumber`: a number is kept for what is texted about it. `wakeAt`: when whoever
 * administers the app is looked at, whatever else is due. `notOperating`: a register said so of its organisation since. `misses`: how often in a row the page of
 * the app did not show it. Times in epoch ms.
 */
export type Certificate = {
  id: string
  appId: string
  accountId: string
  epoch: number
  application: string
  kind: ApplicantKind
  organisation?: { name: string; creditCode: string } | undefined
  /** Of a person: since when the account is who it is. */
  heldSince?: Millis | undefined
  name: string
  names: readonly FormerName[]
  appKind: AppKind
  platformIds: readonly PlatformId[]
  issuedAt: Millis
  validUntil: Millis
  checkedAt: Millis
  status: CertificateStatus
  steps: readonly CertificateStep[]
  reminded: number
  hasNumber?: boolean | undefined
  wakeAt?: Millis | undefined
  notOperating?: boolean | undefined
  /** The page that is looked at for its link, and how that stands. */
  page?: { url: string; since: Millis } | undefined
  looks?: { at: Millis; misses: number; saw?: PageSight | undefined; seenAt?: Millis | undefined } | undefined
  /** The last move of people: who had a say, and what they wrote to whoever administers the app. None of it is public. */
  decided?: { by: readonly string[]; at: Millis; words?: string | undefined } | undefined
  /** Which of its steps was appealed against last, from 0: each is once. */
  appealed?: number | undefined
  /** The open case about it, by its name, of a kind each. */
  openReport?: string | undefined
  openPage?: string | undefined
  openAppeal?: string | undefined
  changes: number
}
