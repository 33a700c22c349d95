import { describe, expect, it } from 'vitest'
import { type EvidenceKind, evidenceKinds, type Proof } from '../../functions/evidence/evidence.ts'
import { lastsUntil, levelEver, levelOf, waysTo } from '../../functions/evidence/level.ts'
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
type Shape = keyof typeof shapes
const allShapes = Object.keys(shapes) as Shape[]

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

/** Every combination of the shapes, one of each kind: seven kinds in six shapes. */
const combinations = function* (kinds: readonly EvidenceKind[]): Generator<Partial<Record<EvidenceKind, Shape>>> {
  const [first, ...others] = kinds
  if (first === undefined) {
    yield {}
    return
  }
  for (const rest of combinations(others)) for (const shape of allShapes) yield { ...rest, [first]: shape }
}

const proofsOf = (of: Partial<Record<EvidenceKind, Shape>>): Proof[] =>
  Object.entries(of).flatMap(([kind, shape]) => {
    const proof = shapes[shape as Shape]
    return proof ? [{ kind: kind as EvidenceKind, ...proof }] : []
  })

/** The better of two pieces from one source. */
const better = (one: Known, other: Known): Known => {
  const order: readonly Known[] = ['no', 'unshown', 'shown']
  return order.indexOf(one) > order.indexOf(other) ? one : other
}

const knownsOf = (of: Partial<Record<EvidenceKind, Shape>>, which: 0 | 1 | 2): Knowns => {
  const knowns: Knowns = { carrier: 'no', bank: 'no', police: 'no', document: 'no', review: 'no' }
  for (const [kind, shape] of Object.entries(of)) {
    const source = sourceFor[kind as EvidenceKind]
    knowns[source] = better(knowns[source], known[shape as Shape][which])
  }
  return knowns
}

describe('X3 the level table', () => {
  it('is the ladder, for every combination of evidence, possession and age', () => {
    let tried = 0
    const reached = new Set<number>()
    for (const of of combinations(evidenceKinds)) {
      const proofs = proofsOf(of)
      const said = [0, 1, 2].map((which) => ladderSays(knownsOf(of, which as 0 | 1 | 2)))
      const is = [levelOf(proofs, NOON).level, levelOf(proofs, NOON, YOUNG).level, levelEver(proofs)]
      if (said.join() !== is.join()) expect.fail(`${JSON.stringify(of)} is ${is}, and the ladder says ${said}`)
      reached.add(is[0] ?? -1)
      tried += 1
    }
    expect(tried).toBe(6 ** 7)
    expect([...reached].sort()).toEqual([0, 1, 2, 3, 4])
  })

  it('says when it falls: to the millisecond, for every combination of what ends tomorrow and what lasts', () => {
    const lasting = { at: NOON, possession: true } as const
    const ending = { ...lasting, validUntil: NOON + DAY } as const
    for (let nth = 0; nth < 3 ** evidenceKinds.length; nth += 1) {
      const proofs = evidenceKinds.flatMap((kind, at): Proof[] => {
        const shape = Math.trunc(nth / 3 ** at) % 3
        return shape === 0 ? [] : [{ kind, ...(shape === 1 ? lasting : ending) }]
      })
      const { level, until } = levelOf(proofs, NOON)
      const then = levelOf(proofs, NOON + DAY).level
      expect(until).toBe(then < level ? NOON + DAY : undefined)
      expect(levelOf(proofs, NOON + DAY - 1).level).toBe(level)
      for (const needed of [1, 2, 3, 4].filter((one) => one <= level))
        expect(lastsUntil(proofs, needed)).toBe(then < needed ? NOON + DAY : undefined)
    }
  })

  it('names for every level each way to it and no other, of everything that may be known', () => {
    const all: readonly (keyof Knowns)[] = ['carrier', 'bank', 'police', 'document', 'review']
    const kindFor = { ...Object.fromEntries(evidenceKinds.map((kind) => [sourceFor[kind], kind])), police: 'face' }
    const subsets = Array.from({ length: 32 }, (_none, bits) => all.filter((_one, at) => bits & (1 << at)))
    for (const held of subsets)
      for (const level of [1, 2, 3, 4]) {
        const kinds = held.map((source) => (kindFor as Record<string, EvidenceKind>)[source] as EvidenceKind)
        const proofs = kinds.map((kind): Proof => ({ kind, at: NOON, possession: true }))
        const saysWith = (way: readonly string[]): number => {
          const isKnown = (source: keyof Knowns): Known => ([...held, ...way].includes(source) ? 'shown' : 'no')
          return ladderSays(Object.fromEntries(all.map((one) => [one, isKnown(one)])) as Knowns)
        }
        const leading = subsets.filter((way) => saysWith(way) >= level)
        const least = leading.filter(
          (way) => !leading.some((less) => less.length < way.length && less.every((one) => way.includes(one))),
        )
        const named = waysTo(level, proofs, NOON).map((way) => way.toSorted().join('+'))
        expect(named.toSorted()).toEqual(least.map((way) => way.toSorted().join('+')).toSorted())
      }
  })
})
