import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { appealStatuses } from '../../account/bans/appeal.ts'
import { type Doer, deedActions } from '../../audit/deed.ts'
import type { ReadPurpose } from '../../audit/reading.ts'
import { applicantStatuses } from '../../certification/applicants/applicant.ts'
import { type ApplicationEvent, applicationTransitions } from '../../certification/applications/application-states.ts'
import { nameCauses } from '../../certification/apps/app.ts'
import { disclosureOutcomes } from '../../consent/permit.ts'
import { documentStatuses } from '../../documents/checking/document.ts'
import { faceCheckStatuses } from '../../face/check/face-check.ts'
import { messageStatuses } from '../../messaging/sending/message.ts'
import type { PaymentChannel } from '../../payment/paying/provider.ts'
import { verificationStatuses } from '../../verification/verification.ts'
import { cardStatuses } from '../../wallet/cards/card.ts'
import type { LineKind } from './line-kinds.ts'

const applicationEvents: ApplicationEvent[] = applicationTransitions.map(({ on }) => on)

/** What can have happened: the states of what has any, and words for what has none. */
export const lineEvents = [
  ...new Set([
    'submitted',
    'opened',
    'paid',
    'taken_back',
    'frozen',
    'owed',
    'taken',
    'back',
    'paid_by_hand',
    'given_by_channel',
    'called',
    'unanswered',
    'agreed',
    'banned',
    'replied',
    'completed',
    'malicious',
    ...verificationStatuses,
    ...faceCheckStatuses,
    ...cardStatuses,
    ...documentStatuses,
    ...nameCauses,
    ...applicantStatuses,
    ...applicationEvents,
    'kept',
    ...disclosureOutcomes,
    ...messageStatuses,
    ...appealStatuses,
    ...deedActions,
  ] as const),
] as const
export type LineEvent = (typeof lineEvents)[number]

/**
 * Something that happened to an account. `id` names the line within its kind, `subject` what it happened to. `number` is what a channel
 * calls it, or a vendor the call, or the last four digits of a card, or the credit code of an organisation; `name` what an app or an organisation is called; `reason` a word of ours, a code of a vendor, or what somebody wrote. Of a deed `detail`, `purpose` and `fields`
 * are as its record has them.
 */
export type Line = {
  at: Millis
  id: string
  kind: LineKind
  event: LineEvent
  subject: string
  orderId?: string
  amountFen?: Fen
  channel?: PaymentChannel
  number?: string
  vendor?: string
  name?: string
  reason?: string
  by?: Doer
  detail?: string
  purpose?: ReadPurpose
  fields?: string
}

/** A line and where it stands among those of its kind. */
export type Placed = { line: Line; place: string }

/** The next lines of a kind, newest first. `more`: there are others behind them. */
export type KindPage = { lines: readonly Placed[]; more: boolean }
