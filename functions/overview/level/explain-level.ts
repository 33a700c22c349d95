import type { Millis } from '../../../shared/kernel/time.ts'
import { type EvidenceKind, isValid, type Proof, type Source, sourceOf } from '../../evidence/evidence.ts'
import { type Level, levelOf, type Proven, waysTo } from '../../evidence/level.ts'
import { type LevelCause, lastFall } from '../../evidence/level-change.ts'
import {
  type Feature,
  features,
  type GateDecision,
  type GateTerms,
  gate,
  passedWith,
  type Standing,
  shortOf,
} from '../../gate/gate.ts'
import type { Occupation } from '../../profile/occupations.ts'
import { type Further, type Trust, trustOf } from '../../profile/trust.ts'
import { type Offered, pageFor, personPageFor, type TrustPages } from './pages.ts'

/** A step of a way: what has to be proven (anew), on which page, where that is offered here, and on which a person looks at it instead. */
export type Step = { source: Source; page?: string; personPage?: string }

/** What leads to a level: all of these steps. `isOpen`: each of them can be taken here. */
export type Way = { steps: readonly Step[]; isOpen: boolean }

/** A level above none, whether it is held, and if not, all that leads there. */
export type Rung = { level: Level; isHeld: boolean; ways: readonly Way[] }

/** Evidence that ends next (epoch ms), and which level is left then. */
export type NextEnd = { proof: Proof; at: Millis; levelThen: Level }

/** The last time the level fell, and what mends it: the source to prove anew, and where; for whoever was cleared, where to begin again. */
export type Lowered = {
  at: Millis
  from: Level
  to: Level
  because: LevelCause
  kind?: EvidenceKind
  page?: string
}

/** What a feature needs, and whether the account may use it now. `until`: when it is shut, if nothing is proven anew. */
export type FeatureHeld = {
  feature: Feature
  neededLevel: number
  maximumAgeMs?: Millis
  decision: GateDecision
  isEnough: boolean
  until?: Millis
}

export type Explained = {
  now: Millis
  proven: Proven
  proofs: readonly Proof[]
  ladder: readonly Rung[]
  nextEnd?: NextEnd
  lowered?: Lowered
  features: readonly FeatureHeld[]
  /** Apart from the level: what else they told of themselves. It opens and shuts nothing. */
  trust: Trust
  /** On which page each part of it is told, where that is offered here. */
  trustPages: TrustPages
  occupation?: Occupation
}

/** That the account became nobody, from which level. */
export type Cleared = { at: Millis; from: Level }

/** What is known of an account; `since`: when it became who it is (epoch ms). */
export type Known = { standing: Standing; cleared?: Cleared | undefined; further: Further; since?: Millis | undefined }

const above = [1, 2, 3, 4] as const

/** In which order they are told of: what takes a minute first, people last. */
const preferred: readonly Source[] = ['carrier', 'document', 'bank', 'police', 'review']

const ranked = ({ steps }: Way): number => Math.max(...steps.map(({ source }) => preferred.indexOf(source)))

const rungOf = (level: Level, proofs: readonly Proof[], offered: Offered, now: Millis): Rung => {
  if (levelOf(proofs, now).level >= level) return { level, isHeld: true, ways: [] }
  const ways = waysTo(level, proofs, now).map((sources): Way => {
    const inTurn = preferred.filter((source) => sources.includes(source))
    const steps = inTurn.map(
      (source): Step => ({
        ...{ source, page: pageFor(source, offered) },
        personPage: personPageFor(source),
      }),
    )
    return { steps, isOpen: steps.every(({ page }) => page !== undefined) }
  })
  // Those that can be gone first, and of them the shortest.
  const inOrder = ways.toSorted(
    (one, other) =>
      Number(other.isOpen) - Number(one.isOpen) || one.steps.length - other.steps.length || ranked(one) - ranked(other),
  )
  return { level, isHeld: false, ways: inOrder }
}

const nextEndOf = (proofs: readonly Proof[], now: Millis): NextEnd | undefined => {
  const ending = proofs.filter((proof) => proof.validUntil !== undefined && isValid(proof, now))
  const [proof] = ending.toSorted((one, other) => (one.validUntil ?? 0) - (other.validUntil ?? 0))
  const at = proof?.validUntil
  return proof && at !== undefined ? { proof, at, levelThen: levelOf(proofs, at).level } : undefined
}

const loweredOf = ({ standing: { proofs }, cleared }: Known, offered: Offered, now: Millis): Lowered | undefined => {
  const fall = lastFall(proofs, now)
  if (fall) {
    const { proof, ...rest } = fall
    const { kind, ended = 'expired' } = proof
    return { ...rest, because: ended, kind, page: pageFor(sourceOf[kind], offered) }
  }
  if (!cleared || proofs.length > 0 || cleared.from === 0) return undefined
  return { ...cleared, to: 0, because: 'cleared', page: pageFor('carrier', offered) }
}

const featureHeld = (feature: Feature, standing: Standing, terms: GateTerms, now: Millis): FeatureHeld => {
  const demand = terms.demands[feature]
  const isEnough = shortOf(demand, standing.proofs, now) === undefined
  const { until } = isEnough ? passedWith(demand, standing.proofs, now) : {}
  const decision = gate(feature, standing, terms, now)
  return { feature, neededLevel: demand.level, maximumAgeMs: demand.maximumAgeMs, decision, isEnough, until }
}

/** X3 the level of an account explained: what it rests on, what raises it, what ends next, what lowered it, and what it is good for. */
export const explainLevel = (
  known: Known,
  terms: GateTerms,
  { offered, trustPages }: { offered: Offered; trustPages: TrustPages },
  now: Millis,
): Explained => {
  const { standing, further, since } = known
  const { proofs } = standing
  return {
    now,
    proven: levelOf(proofs, now),
    proofs,
    ladder: above.map((level) => rungOf(level, proofs, offered, now)),
    nextEnd: nextEndOf(proofs, now),
    lowered: loweredOf(known, offered, now),
    features: features.map((feature) => featureHeld(feature, standing, terms, now)),
    trust: trustOf(further, since, now),
    trustPages,
    ...(further.occupation && { occupation: further.occupation }),
  }
}
