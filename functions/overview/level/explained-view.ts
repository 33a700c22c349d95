import * as z from 'zod/mini'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { evidenceKinds, sources } from '../../evidence/evidence.ts'
import { levels } from '../../evidence/level.ts'
import { levelCauses } from '../../evidence/level-change.ts'
import { features, gateRefusals, shortfalls } from '../../gate/gate.ts'
import { occupations } from '../../profile/occupations.ts'
import { type TrustPart, trustParts } from '../../profile/trust.ts'
import { evidenceShown, showEvidence } from '../evidence-view.ts'
import type { Explained, FeatureHeld, Lowered, Rung } from './explain-level.ts'
import { HELP_PAGE } from './pages.ts'

const time = z.iso.datetime()

/** What there is to do to come to a level, one way of possibly many. */
const wayShown = z.strictObject({
  /** Whether each step can be taken here. */
  open: z.boolean(),
  steps: z.array(
    z.strictObject({
      source: z.enum(sources),
      /** Where; null where it is not offered here. */
      page: z.nullable(z.string()),
      /** Where a person looks at what shows the same; null where there is no such page besides. */
      personPage: z.nullable(z.string()),
    }),
  ),
})

/** The level of an account, explained. */
export const explainedShown = z.strictObject({
  level: z.int(),
  levelName: z.enum(levels),
  /** When it falls, if nothing is proven anew; null where nothing of it ends. */
  levelUntil: z.nullable(time),
  evidence: z.array(evidenceShown),
  /** The levels above none, each with whether it is held and, if not, the ways to it: open ones first. */
  ladder: z.array(
    z.strictObject({ level: z.int(), levelName: z.enum(levels), held: z.boolean(), ways: z.array(wayShown) }),
  ),
  /** What ends next; null where nothing does. */
  nextEnd: z.nullable(z.strictObject({ kind: z.enum(evidenceKinds), at: time, levelThen: z.int() })),
  /** The last time the level fell for something that is not mended; null where there is no such time. */
  lowered: z.nullable(
    z.strictObject({
      at: time,
      from: z.int(),
      to: z.int(),
      because: z.enum(levelCauses),
      /** What ended; null where the account was cleared. */
      kind: z.nullable(z.enum(evidenceKinds)),
      /** Where that is mended; null where it is not offered here. */
      page: z.nullable(z.string()),
    }),
  ),
  features: z.array(
    z.strictObject({
      feature: z.enum(features),
      neededLevel: z.int(),
      /** How old the evidence for it may be, in ms; null for any age. */
      maximumAgeMs: z.nullable(z.int()),
      /** Whether what is proven is enough for it. */
      enough: z.boolean(),
      /** Whether the account may use it now: before the enforcement date also without. */
      allowed: z.boolean(),
      code: z.nullable(z.enum(gateRefusals)),
      shortfall: z.nullable(z.enum(shortfalls)),
      /** When it is enough no more; null where it is not, or nothing ends. */
      until: z.nullable(time),
    }),
  ),
  /** Further information that nobody has to give: shown apart from the level, and of no consequence for it. */
  trust: z.strictObject({
    score: z.int(),
    parts: z.array(
      z.strictObject({
        part: z.enum(Object.keys(trustParts) as [TrustPart, ...TrustPart[]]),
        points: z.int(),
        held: z.boolean(),
        /** When it counts no more; null where it is not held, or does not end. */
        until: z.nullable(time),
        /** Where it is told; null where this deployment does not offer it. */
        page: z.nullable(z.string()),
      }),
    ),
    /** What they said they do; null where nothing was said. */
    occupation: z.nullable(z.enum(occupations)),
  }),
  /** Where a person helps, whatever stands in the way of the others. */
  helpPage: z.string(),
})

type Shown = z.infer<typeof explainedShown>

const showRung = ({ level, isHeld, ways }: Rung): Shown['ladder'][number] => ({
  level,
  levelName: levels[level],
  held: isHeld,
  ways: ways.map(({ isOpen, steps }) => ({
    open: isOpen,
    steps: steps.map(({ source, page, personPage }) => ({
      ...{ source, page: page ?? null, personPage: personPage ?? null },
    })),
  })),
})

const showLowered = ({ at, from, to, because, kind, page }: Lowered): NonNullable<Shown['lowered']> => ({
  ...{ at: rfc3339(at), from, to, because },
  ...{ kind: kind ?? null, page: page ?? null },
})

const showFeature = (of: FeatureHeld): Shown['features'][number] => {
  const { feature, neededLevel, maximumAgeMs, decision, isEnough, until } = of
  return {
    ...{ feature, neededLevel, maximumAgeMs: maximumAgeMs ?? null, enough: isEnough, allowed: decision.allowed },
    code: decision.allowed ? null : decision.because,
    shortfall: 'shortfall' in decision ? decision.shortfall : null,
    until: rfc3339If(until),
  }
}

/** As GET /v1/account/level answers it. */
export const showExplained = ({
  now,
  proven,
  proofs,
  ladder,
  nextEnd,
  lowered,
  features: all,
  trust,
  trustPages,
  occupation,
}: Explained): Shown => ({
  level: proven.level,
  levelName: levels[proven.level],
  levelUntil: rfc3339If(proven.until),
  evidence: proofs.map((proof) => showEvidence(proof, now)),
  ladder: ladder.map(showRung),
  nextEnd: nextEnd ? { kind: nextEnd.proof.kind, at: rfc3339(nextEnd.at), levelThen: nextEnd.levelThen } : null,
  lowered: lowered ? showLowered(lowered) : null,
  features: all.map(showFeature),
  trust: {
    score: trust.score,
    parts: trust.parts.map(({ part, points, isHeld, until }) => ({
      ...{ part, points, held: isHeld, until: rfc3339If(until), page: trustPages[part] ?? null },
    })),
    occupation: occupation ?? null,
  },
  helpPage: HELP_PAGE,
})
