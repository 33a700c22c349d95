import type { Ids } from '../../shared/kernel/ids.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import type { Table } from '../../shared/table/table.ts'
import type { Told } from '../../shared/table/told.ts'
import type { Pointer } from '../../shared/table/work.ts'
import type { Write } from '../../shared/table/write.ts'
import type { MaterialKind } from '../material/material.ts'
import type { Right } from '../operators/rights.ts'
import type { Asked, Decision, GivenVerdict, ReasonEnds, ReviewCase, UserSaid } from './case/case.ts'
import type { ReviewWords } from './words.ts'

/** What a kind is given to plan with. `now`: epoch ms, that of the case's own writes. */
export type EffectDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'query'>
  ids: Ids
  now: Millis
  /** A message of ours into the inbox of an account, as a write. */
  told: Told
  /** Where the pages are. */
  publicUrl: string
}

/** What follows for a kind's own things, written in the commit of the case; `wake` points to the work it leaves. */
export type Effect = { writes: readonly Write[]; wake?: Pointer }

/** Nothing follows. */
export const NO_EFFECT: Effect = { writes: [] }

/**
 * A kind of case that people decide, implemented by the capability that owns it. Review commits what it writes together with the case and
 * the record of the deed, and touches none of its items. What it plans from a read must hold that as a condition: a conflict has it planned
 * anew. None of its writes may be to the case or its pointer.
 */
export type ReviewKind = {
  /** Stands in items and addresses, so it does not change: lower-case letters and `_`. */
  kind: string
  /** What lets an operator see and decide it. */
  right: Right
  /** What can be decided. `answered` takes words of the operator's own. */
  verdicts: readonly GivenVerdict[]
  /** How soon the user is answered, and how long they have to answer what is asked of them. */
  answerMs: Millis
  askMs: Millis
  /** Two people decide it. */
  second?: true
  /** Points of which each must be confirmed to approve. */
  checklist: readonly string[]
  /** Why it may be refused: a refusal takes one of these. */
  reasons: Readonly<Record<string, { ends: ReasonEnds }>>
  /** With which reservations it may be approved, each a word of its own: which points of the checklist it does without. */
  reservations?: Readonly<Record<string, readonly string[]>>
  /** The user takes nothing back while somebody works at it. */
  keptWhileHeld?: true
  /** What may be asked of the user. */
  asks: readonly string[]
  /** The user may appeal against a refusal, once. */
  appealable?: true
  /** For how long; without an end where it is not said. */
  appealMs?: Millis
  /** The user may hand in pictures with an answer. */
  takesMaterials?: true
  /** Which pictures each thing that may be asked wants; what is not here, or wants none, is answered in words. */
  pictures?: Readonly<Record<string, readonly MaterialKind[]>>
  words: ReviewWords
  /** It is about an account, which sees nothing of it. */
  unseen?: true
  /** It was decided by people. A refusal of its own (`not_found`, `contended`, one of the owner) leaves the case as it is. */
  effect(deps: EffectDeps, of: ReviewCase, decision: Decision): Promise<Outcome<Effect>>
  /** More is about to be asked of the user: `asked.until` may be another time. A refusal asks nothing. */
  planAsk?(deps: EffectDeps, of: ReviewCase, asked: Asked): Promise<Outcome<{ effect: Effect; until: Millis }>>
  /** The user answered what was asked: whether the pictures are theirs, say. A refusal leaves the case waiting. */
  planAnswer?(deps: EffectDeps, of: ReviewCase, answer: UserSaid): Promise<Outcome<Effect>>
  /** The user appeals: `appeal` is the new case. A refusal opens none. */
  planAppeal?(deps: EffectDeps, of: ReviewCase, appeal: ReviewCase): Promise<Outcome<Effect>>
  /** The user took it back. */
  planWithdrawal?(deps: EffectDeps, of: ReviewCase): Promise<Effect>
  /** Nobody has decided by the time that the user was to be answered, and it ends then, as what it is about does. Of a kind without one people decide late. */
  planLapse?(deps: EffectDeps, of: ReviewCase): Promise<Effect>
  /** The clock ended it, as the user did not answer. Without one the user is told by a letter. */
  planExpiry?(deps: EffectDeps, of: ReviewCase, decision: Decision): Promise<Effect>
}

/** Every kind there is, by its word. Entries hand them to the operations of review, which know no owner. */
export type ReviewKinds = Readonly<Record<string, ReviewKind>>

/** The kind of a case. Throws for one that nobody owns: its owner is gone, or newer than whoever reads. */
export const kindOf = (kinds: ReviewKinds, { kind }: Pick<ReviewCase, 'kind'>): ReviewKind => {
  const found = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (!found) throw new Error('a case of a kind that nobody owns')
  return found
}

/** What answers those things that were asked: pictures of these kinds, each once; and words, where one of them wants no picture. */
export const wantedBy = (
  { pictures = {} }: Pick<ReviewKind, 'pictures'>,
  what: readonly string[],
): { pictures: MaterialKind[]; needsWords: boolean } => {
  const each = what.map((one) => (Object.hasOwn(pictures, one) ? (pictures[one] ?? []) : []))
  return { pictures: [...new Set(each.flat())], needsWords: each.some((one) => one.length === 0) }
}

/** What a reason of a kind ends; undefined without one. */
export const endsOf = (kind: Pick<ReviewKind, 'reasons'>, reason: string | undefined): ReasonEnds | undefined =>
  reason !== undefined && Object.hasOwn(kind.reasons, reason) ? kind.reasons[reason]?.ends : undefined
