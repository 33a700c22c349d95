import type { Language } from '../../../shared/kernel/language.ts'
import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { MaterialKind } from '../../material/material.ts'
import type { PaymentChannel } from '../../payment/paying/provider.ts'
import type { ApplicantKind } from '../applicants/applicant-kinds.ts'
import type { Paper } from '../papers/paper.ts'
import type { ApplicationEvent, ApplicationStatus } from './application-states.ts'

/** A picture that belongs to it. */
export type ApplicationMaterial = { id: string; kind: MaterialKind }

/** What may be refused of two things that are decided apart: who the applicant is, and what the app may be called. */
export const partialVerdicts = ['pending', 'passed', 'refused'] as const
export type PartialVerdict = { verdict: (typeof partialVerdicts)[number]; reason?: string }

/** One change of name: what the app is called, and what it is to be called. They are the same where only who is behind it is certified. */
export type Names = { from: string; to: string }

/** The fee as it was paid, which is nobody's until it is decided. */
export type FeePaid = {
  orderId: string
  channel: PaymentChannel
  outTradeNo: string
  transactionId: string
  paidFen: Fen
  paidAt: Millis
}

/** Whose the fee is: `held` until that is decided. `none`: it costs nothing, or nothing was paid. `reversed`: the channel gave it back by itself before that. */
export const feeStates = ['none', 'held', 'kept', 'returned', 'reversed'] as const
export type FeeState = (typeof feeStates)[number]

/** What an administrator fills in, as it was when it was returned. */
export type Filling = {
  to: string
  materials: readonly ApplicationMaterial[]
  papers?: readonly Paper[]
  said?: string
}

/** That it was returned to be corrected: which fields, in whose own words, what stood there, and how it was answered. */
export type Return = {
  at: Millis
  fields: readonly string[]
  /** For papers that had run out alone: it takes none of the times that it may be returned. */
  ranOut?: boolean
  words?: string
  was: Filling
  answeredAt?: Millis
  changed?: readonly string[]
}

/** One step of it, for whoever wants to know how it came to be where it is. */
export type Step = { at: Millis; on: ApplicationEvent | 'created'; status: ApplicationStatus }

/** How the administrator showed that it is them who confirms: beside the code and the last four, by face or by a picture for people. */
export const presences = ['face', 'picture'] as const
export type Presence = (typeof presences)[number]

/** An application for the certification of an app. Times are epoch ms. */
export type Application = {
  id: string
  accountId: string
  appId: string
  applicantId: string
  kind: ApplicantKind
  status: ApplicationStatus
  language: Language
  names: Names
  /** What the name that is kept for it looks like, where that is another than the one the app has. */
  heldName?: string
  /** The change of name that was confirmed. */
  confirmedNames?: Names
  materials: readonly ApplicationMaterial[]
  /** Until when its papers count; of one that is certified also of what was told of that. */
  papers?: readonly Paper[]
  /** The case in which people look at it, once they do. */
  caseId?: string
  /** It is ready to be sent again: nothing was corrected since it was judged. */
  readied?: boolean
  /** Since when the administrator is who they were when they confirmed. */
  heldSince?: Millis
  /** The number that proved itself when it was confirmed is kept, sealed, and results are texted to it. */
  hasNumber?: true
  /** The administrator's own words to the reviewer. */
  said?: string
  feeFen: Fen
  createdAt: Millis
  /** Until when it may be sent in. */
  draftUntil: Millis
  submittedAt?: Millis
  /** Until when it may be confirmed. */
  confirmUntil?: Millis
  confirmedAt?: Millis
  presence?: Presence
  /** Until when an order for its fee may be opened, and until when one that was opened can be paid. */
  payUntil?: Millis
  paidUntil?: Millis
  fee: FeeState
  paid?: FeePaid
  /** When it was heard that the channel gave the fee back by itself, while nobody had decided whose it is. */
  reversedAt?: Millis
  /** How long people have to decide, and by when they must have. */
  decideMs?: Millis
  decideBy?: Millis
  returns: readonly Return[]
  /** Until when it must be sent again. */
  correctUntil?: Millis
  qualification: PartialVerdict
  naming: PartialVerdict
  endedAt?: Millis
  /** Orders whose payment came when there was nothing to pay any more: they go back. */
  vain: readonly FeePaid[]
  steps: readonly Step[]
  /** Counts writes, so that nobody writes over what they have not read. */
  changes: number
}

export const areSame = (one: Names, other: Names): boolean => one.from === other.from && one.to === other.to

/** Every picture that ever belonged to it: those of now first. */
export const picturesEver = ({ materials, returns }: Pick<Application, 'materials' | 'returns'>): string[] => [
  ...new Set([...materials, ...returns.flatMap(({ was }) => was.materials)].map(({ id }) => id)),
]
