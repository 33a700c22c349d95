import { DAY, type Millis } from '../../shared/kernel/time.ts'
import { type EvidenceKind, type Source, sourceOf } from '../evidence/evidence.ts'
import type { Question } from './check/checker.ts'

/** What is asked of a user. */
export const givenItems = ['name', 'id_number', 'phone', 'sms_code'] as const
export type GivenItem = (typeof givenItems)[number]

/** What others know of the same data, looked at before anything is paid and again before it is handed on. */
export type FreeCheck = 'cooled_down' | 'segment_supported' | 'person_free'

/** Which evidence a match yields; `possession`: that whoever gives it is the person; `validForMs`: how long it counts, where not for ever. */
type Proves = { kind: EvidenceKind; possession: boolean; validForMs?: Millis }

/** A way to prove who one is that users can take: what they give, what is refused for free, what a vendor is asked, who pays for that. */
export type OpenMethod = {
  isOpen: true
  gives: readonly GivenItem[]
  freeChecks: readonly FreeCheck[]
  question: Exclude<Question, 'phone_still_held'>
  paidBy: 'order'
  proves: Proves
}

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
    paidBy: 'order',
    proves: { kind: 'carrier_three_element', possession: true },
  },
  bank_card: { isOpen: false, proves: { kind: 'bank_card_four_element', possession: true } },
  id_document: { isOpen: false, proves: { kind: 'id_document', possession: false } },
  // For how long is the setting face.validMs.
  face: { isOpen: false, proves: { kind: 'face', possession: true } },
  net_id: { isOpen: false, proves: { kind: 'net_id', possession: true, validForMs: YEAR } },
  attended_review: { isOpen: false, proves: { kind: 'attended_review', possession: true, validForMs: YEAR } },
} as const satisfies Record<string, OpenMethod | ClosedMethod>

type Rows = typeof methods
export type MethodName = keyof Rows
/** Those that users can take. */
export type OpenMethodName = { [M in MethodName]: Rows[M] extends OpenMethod ? M : never }[MethodName]

/** Their names, in the order in which they are offered. */
export const openMethods = (Object.keys(methods) as MethodName[]).filter(
  (name): name is OpenMethodName => methods[name].isOpen,
)

/** The way of whoever submits name, number and mobile. */
export const SUBMITTED: OpenMethodName = 'carrier_three_element'

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
