import { DAY, type Millis } from '../../shared/kernel/time.ts'
import type { Purpose } from '../consent/permit.ts'
import { type EvidenceKind, type Source, sourceOf } from '../evidence/evidence.ts'
import type { Question } from './check/checker.ts'

/** What is asked of a user. */
export const givenItems = ['name', 'id_number', 'phone', 'sms_code'] as const
export type GivenItem = (typeof givenItems)[number]

/** What others know of the same data, looked at before anything is paid and again before it is handed on. */
export type FreeCheck = 'cooled_down' | 'segment_supported' | 'person_free'

/** Which evidence a match yields; `possession`: that whoever gives it is the person; `validForMs`: how long it counts, where not for ever. */
type Proves = { kind: EvidenceKind; possession: boolean; validForMs?: Millis }

/** What a vendor is asked about whoever takes a way: what is refused for free before, and what has to be agreed to. */
export type Asking = {
  freeChecks: readonly FreeCheck[]
  question: Exclude<Question, 'phone_still_held'>
  agreedTo: Purpose
  proves: Proves
}

/** A way to prove who one is that users can take and pay for: what they give for it. */
export type OpenMethod = Asking & { isOpen: true; gives: readonly GivenItem[]; paidBy: 'order' }

/**
 * A way whose one call the platform pays for: the capability that takes it opens it (`owed/open-owed.ts`). `about`: what it has under an id of its
 * own, in a word of the API.
 */
export type PlatformMethod = Asking & { isOpen: false; paidBy: 'platform'; about: 'card' | 'document' }

/** A way that nobody submits: a capability of its own brings its evidence (`functions/face`), or users cannot take it yet. */
type ClosedMethod = { isOpen: false; proves: Proves }

const YEAR: Millis = 365 * DAY

/** Every way to prove who one is. */
export const methods = {
  carrier_three_element: {
    isOpen: true,
    gives: ['name', 'id_number', 'phone', 'sms_code'],
    freeChecks: ['cooled_down', 'segment_supported', 'person_free'],
    question: 'carrier_three_element',
    agreedTo: 'identity_check',
    paidBy: 'order',
    proves: { kind: 'carrier_three_element', possession: true },
  },
  bank_card: {
    isOpen: false,
    freeChecks: ['cooled_down', 'person_free'],
    question: 'bank_card_four_element',
    agreedTo: 'card_check',
    paidBy: 'platform',
    about: 'card',
    proves: { kind: 'bank_card_four_element', possession: true },
  },
  // A photo of a card shows nobody's possession of it: it adds to who is verified, and makes nobody somebody.
  id_document: {
    isOpen: false,
    freeChecks: ['cooled_down', 'person_free'],
    question: 'identity_two_element',
    agreedTo: 'document_check',
    paidBy: 'platform',
    about: 'document',
    proves: { kind: 'id_document', possession: false },
  },
  // For how long is the setting face.validMs.
  face: { isOpen: false, proves: { kind: 'face', possession: true } },
  net_id: { isOpen: false, proves: { kind: 'net_id', possession: true, validForMs: YEAR } },
  attended_review: { isOpen: false, proves: { kind: 'attended_review', possession: true, validForMs: YEAR } },
  // What a bank has said on paper, which a person looks at: for whom no bank can be asked online.
  bank_proof: { isOpen: false, proves: { kind: 'bank_proof_review', possession: true, validForMs: YEAR } },
} as const satisfies Record<string, OpenMethod | PlatformMethod | ClosedMethod>

type Rows = typeof methods
export type MethodName = keyof Rows
/** Those that users can take. */
export type OpenMethodName = { [M in MethodName]: Rows[M] extends OpenMethod ? M : never }[MethodName]

/** Those whose one call the platform pays for. */
export type PlatformMethodName = { [M in MethodName]: Rows[M] extends PlatformMethod ? M : never }[MethodName]

/** Their names, in the order in which they are offered. */
export const openMethods = (Object.keys(methods) as MethodName[]).filter(
  (name): name is OpenMethodName => methods[name].isOpen,
)

/** The way of whoever submits name, number and mobile. */
export const SUBMITTED: OpenMethodName = 'carrier_three_element'

/** What a vendor is asked in a way, whoever pays for it. */
export const askingIn = (name: OpenMethodName | PlatformMethodName): Asking => methods[name]

/** Whether it only adds to who an account is verified as already: whoever shows no possession may be anybody. */
export const addsOnly = ({ proves }: Pick<Asking, 'proves'>): boolean => !proves.possession

/** The row of a way that users can take. */
export const methodNamed = (name: OpenMethodName): OpenMethod => methods[name]

/** The source that a method's evidence comes from. */
export const sourceProvenBy = ({ proves }: { proves: Pick<Proves, 'kind'> }): Source => sourceOf[proves.kind]

/**
 * Of ways up a ladder, each the sources that have to be proven for it, those that users can go: as the methods to take, one for each
 * source.
 */
export const openWays = (ways: readonly (readonly Source[])[]): OpenMethodName[][] =>
  ways.flatMap((way) => {
    const chosen = way.map((source) => openMethods.find((name) => sourceProvenBy(methods[name]) === source))
    return chosen.every((name) => name !== undefined) ? [chosen] : []
  })
