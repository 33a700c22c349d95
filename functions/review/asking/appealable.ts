import type { Millis } from '../../../shared/kernel/time.ts'
import type { ReviewCase } from '../case/case.ts'
import type { ReviewKind } from '../kind.ts'

/** Whether there is an appeal by now: against a refusal, of a kind that has any, once, and for as long as the kind keeps what it is about. */
export const isAppealable = (
  { appealable, appealMs = Number.POSITIVE_INFINITY }: Pick<ReviewKind, 'appealable' | 'appealMs'>,
  of: ReviewCase,
  now: Millis,
): boolean =>
  appealable === true &&
  of.decision?.verdict === 'refused' &&
  of.appealOf === undefined &&
  of.appealedBy === undefined &&
  now < of.decision.at + appealMs
