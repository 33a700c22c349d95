import type { EvidenceKind, Proof } from '../../functions/evidence/evidence.ts'
import { levelEver, levelOf } from '../../functions/evidence/level.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'
import { type Known, type Knowns, ladderSays, sourceFor } from './ladder.ts'

/** In which shape a piece of evidence may be: as it counts, and for whom; aged is valid, but too old for a feature that wants it young. */
const shapes = {
  absent: undefined,
  valid: { at: NOON - DAY, possession: true },
  'valid, not shown': { at: NOON - DAY, possession: false },
  aged: { at: NOON - 400 * DAY, validUntil: NOON + DAY, possession: true },
  'ended by time': { at: NOON - 400 * DAY, validUntil: NOON, possession: true },
  'ended before its time': { at: NOON - DAY, validUntil: NOON - 1, possession: true, ended: 'number_recycled' },
} as const satisfies Record<string, Omit<Proof, 'kind'> | undefined>
export type Shape = keyof typeof shapes
export const allShapes = Object.keys(shapes) as Shape[]

/** What each shape comes to at noon, and where only the last 30 days count. */
const known: Record<Shape, [now: Known, young: Known, ever: Known]> = {
  absent: ['no', 'no', 'no'],
  valid: ['shown', 'shown', 'shown'],
  'valid, not shown': ['unshown', 'unshown', 'unshown'],
  aged: ['shown', 'no', 'shown'],
  'ended by time': ['no', 'no', 'shown'],
  'ended before its time': ['no', 'no', 'shown'],
}

const YOUNG = 30 * DAY

/** What is known of each kind, in which shape. */
export type Shaped = Partial<Record<EvidenceKind, Shape>>

const proofsOf = (of: Shaped): Proof[] =>
  Object.entries(of).flatMap(([kind, shape]) => {
    const proof = shapes[shape as Shape]
    return proof ? [{ kind: kind as EvidenceKind, ...proof }] : []
  })

/** The better of two pieces from one source. */
const better = (one: Known, other: Known): Known => {
  const order: readonly Known[] = ['no', 'unshown', 'shown']
  return order.indexOf(one) > order.indexOf(other) ? one : other
}

const knownsOf = (of: Shaped, which: 0 | 1 | 2): Knowns => {
  const knowns: Knowns = { carrier: 'no', bank: 'no', police: 'no', document: 'no', review: 'no' }
  for (const [kind, shape] of Object.entries(of)) {
    const source = sourceFor[kind as EvidenceKind]
    knowns[source] = better(knowns[source], known[shape as Shape][which])
  }
  return knowns
}

/** The level now, of what is young, and ever, and what the ladder says of each. */
export const levelsOf = (of: Shaped): { is: number[]; said: number[] } => {
  const proofs = proofsOf(of)
  return {
    is: [levelOf(proofs, NOON).level, levelOf(proofs, NOON, YOUNG).level, levelEver(proofs)],
    said: ([0, 1, 2] as const).map((which) => ladderSays(knownsOf(of, which))),
  }
}
