import type { Millis } from '../../../shared/kernel/time.ts'
import { absent, any, atLeast, atMost, type Condition, equals } from '../../../shared/table/write.ts'

/** Somebody holds it, and for longer than now. */
export const heldBy = (who: string, now: Millis): Condition[] => [
  equals('claimBy', who),
  atLeast('claimUntil', now + 1),
]

/** Nobody else holds it. */
export const freeFor = (who: string, now: Millis): Condition[] => [
  any(absent('claimBy'), equals('claimBy', who), atMost('claimUntil', now)),
]

/** The user may still answer, or take it back: where it does not wait for them, always. */
export const inTime = (now: Millis): Condition[] => [any(absent('waitUntil'), atLeast('waitUntil', now + 1))]

/** The time for the user's answer is over. */
export const outOfTime = (now: Millis): Condition[] => [atMost('waitUntil', now)]
