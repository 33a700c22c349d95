import { describe, expect, it } from 'vitest'
import { type EvidenceKind, evidenceKinds } from '../../functions/evidence/evidence.ts'
import { allShapes, levelsOf, type Shaped } from './shapes.ts'

/** Every combination of the shapes, one of each kind. */
const combinations = function* (kinds: readonly EvidenceKind[]): Generator<Shaped> {
  const [first, ...others] = kinds
  if (first === undefined) {
    yield {}
    return
  }
  for (const rest of combinations(others)) for (const shape of allShapes) yield { ...rest, [first]: shape }
}

describe('X3 the level table, where a source has several kinds of evidence', () => {
  it('is the ladder, for every combination of evidence, possession and age', () => {
    let tried = 0
    for (const of of combinations(evidenceKinds)) {
      const { is, said } = levelsOf(of)
      if (said.join() !== is.join()) expect.fail(`${JSON.stringify(of)} is ${is}, and the ladder says ${said}`)
      tried += 1
    }
    expect(tried).toBe(6 ** evidenceKinds.length)
  })
})
