import type { Millis } from '../../shared/kernel/time.ts'
import { type Proof, type Source, sourceOf, sources } from './evidence.ts'

/** How much is proven of an account, by its name; a level's number is its place here. */
export const levels = ['none', 'basic', 'documented', 'strong', 'full'] as const
export type Level = 0 | 1 | 2 | 3 | 4

/** One of these sources; `possession`: that shows that whoever proved it is the person. */
type Need = { from: readonly Source[]; possession?: true }

const base: Need = { from: ['carrier', 'bank', 'review'], possession: true }
const second: Need = { from: ['document', 'carrier', 'bank'] }
// A live face and an attended review are equal paths.
const live: Need = { from: ['police', 'review'] }
const another: Need = { from: sources }

/** X3 the ladder: what each level needs, every need met by a source of its own, beside what the levels below it need. */
const ladder: readonly { level: Level; needs: readonly Need[] }[] = [
  { level: 1, needs: [base] },
  { level: 2, needs: [base, second] },
  { level: 3, needs: [base, second, live] },
  { level: 4, needs: [{ from: ['bank'] }, live, another, another] },
]

type Known = Pick<Proof, 'kind' | 'possession'>

const meets = ({ from, possession }: Need, proof: Known): boolean =>
  from.includes(sourceOf[proof.kind]) && (possession === undefined || proof.possession)

/** Whether every need is met by another of these. */
const areMet = ([need, ...others]: readonly Need[], proofs: readonly Known[]): boolean =>
  need === undefined ||
  proofs.some(
    (proof, at) =>
      meets(need, proof) &&
      areMet(
        others,
        proofs.filter((_one, other) => other !== at),
      ),
  )

/** One proof of each source, or a source would count twice. Any that shows possession comes before one that does not. */
const oncePerSource = (proofs: readonly Known[]): Known[] =>
  sources.flatMap((source) => {
    const ofIt = proofs.filter(({ kind }) => sourceOf[kind] === source)
    return ofIt.find(({ possession }) => possession) ?? ofIt[0] ?? []
  })

const reached = (proofs: readonly Known[]): Level => {
  const known = oncePerSource(proofs)
  const missed = ladder.find(({ needs }) => !areMet(needs, known))
  return missed ? ((missed.level - 1) as Level) : 4
}

/** How much is proven, and until when that lasts, where it does not last for ever (epoch ms). */
export type Proven = { level: Level; until?: Millis }

/** Until when a proof counts where only what was proven in the last `maximumAgeMs` does; infinite for ever. */
const endOf = ({ at, validUntil = Number.POSITIVE_INFINITY }: Proof, maximumAgeMs?: Millis): Millis =>
  Math.min(validUntil, maximumAgeMs === undefined ? validUntil : at + maximumAgeMs)

/** Those of them that count at that time. */
const counting = (proofs: readonly Proof[], time: Millis, maximumAgeMs?: Millis): Proof[] =>
  proofs.filter((proof) => time < endOf(proof, maximumAgeMs))

/** When these proofs no longer come to that level, if nothing is proven anew (epoch ms); undefined for never. */
export const lastsUntil = (proofs: readonly Proof[], level: number, maximumAgeMs?: Millis): Millis | undefined =>
  proofs
    .map((proof) => endOf(proof, maximumAgeMs))
    .filter((end) => Number.isFinite(end))
    .sort((one, other) => one - other)
    .find((end) => reached(counting(proofs, end, maximumAgeMs)) < level)

/**
 * The level that evidence comes to at `now`; with `maximumAgeMs`, from what was proven in that time alone. `until`: when it falls, if
 * nothing is proven anew.
 */
export const levelOf = (proofs: readonly Proof[], now: Millis, maximumAgeMs?: Millis): Proven => {
  const level = reached(counting(proofs, now, maximumAgeMs))
  const until = lastsUntil(proofs, level, maximumAgeMs)
  return { level, ...(until !== undefined && { until }) }
}

/** The level that evidence came to while all of it counted. */
export const levelEver = (proofs: readonly Proof[]): Level => reached(proofs)

const subsets = <T>([first, ...others]: readonly T[]): T[][] => {
  if (first === undefined) return [[]]
  const without = subsets(others)
  return [...without, ...without.map((some) => [first, ...some])]
}

const anyOf: Record<Source, Proof['kind']> = {
  carrier: 'carrier_three_element',
  bank: 'bank_card_four_element',
  police: 'face',
  document: 'id_document',
  review: 'attended_review',
}

/**
 * What leads to a level, where only what was proven in the last `maximumAgeMs` counts: each way is the sources that have to be proven (anew)
 * for it, and none of them more than it needs. Where the level is held, that is nothing: one way without a source.
 */
export const waysTo = (level: number, proofs: readonly Proof[], now: Millis, maximumAgeMs?: Millis): Source[][] => {
  const valid: Known[] = counting(proofs, now, maximumAgeMs)
  const leads = (way: readonly Source[]): boolean =>
    reached([...valid, ...way.map((source) => ({ kind: anyOf[source], possession: true }))]) >= level
  // Every way comes after those that it has more than.
  const ways = subsets(sources).filter(leads)
  return ways.filter((way, at) => !ways.slice(0, at).some((shorter) => shorter.every((source) => way.includes(source))))
}

/** What would raise the level by one at least. Empty at the highest level. */
export const waysUp = (proofs: readonly Proof[], now: Millis): Source[][] =>
  waysTo(levelOf(proofs, now).level + 1, proofs, now)
