import { describe, expect, it } from 'vitest'
import { type EvidenceKind, evidenceKinds, type Proof, sources } from '../../functions/evidence/evidence.ts'
import { lastsUntil, levelOf, waysTo } from '../../functions/evidence/level.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'
import { type Known, type Knowns, ladderSays, sourceFor } from './ladder.ts'
import { allShapes, levelsOf, type Shaped } from './shapes.ts'

/** Every combination of what may be known of each source, by one kind of it. Several kinds of one source: level-table.deep.test.ts. */
const combinations = function* (from: readonly (keyof Knowns)[]): Generator<Shaped> {
  const [first, ...others] = from
  if (first === undefined) {
    yield {}
    return
  }
  const kinds = evidenceKinds.filter((kind) => sourceFor[kind] === first)
  for (const rest of combinations(others)) {
    yield rest
    for (const kind of kinds)
      for (const shape of allShapes.filter((one) => one !== 'absent')) yield { ...rest, [kind]: shape }
  }
}

describe('X3 the level table', () => {
  it('is the ladder, for every combination of evidence, possession and age', () => {
    let tried = 0
    const reached = new Set<number>()
    for (const of of combinations(sources)) {
      const { is, said } = levelsOf(of)
      if (said.join() !== is.join()) expect.fail(`${JSON.stringify(of)} is ${is}, and the ladder says ${said}`)
      reached.add(is[0] ?? -1)
      tried += 1
    }
    // Of bank and police there are two kinds each, in five shapes, or none.
    expect(tried).toBe(6 ** 3 * 11 ** 2)
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
