import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type EvidenceKind,
  evidenceKinds,
  type Proof,
  provenWith,
  sourceOf,
} from '../../functions/evidence/evidence.ts'
import { levelEver, levelOf, waysUp } from '../../functions/evidence/level.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'

const proven = (...of: EvidenceKind[]): Proof[] => of.map((kind) => ({ kind, at: NOON, possession: true }))

const [carrier, bank, face, netId, document, review] = [
  'carrier_three_element',
  'bank_card_four_element',
  'face',
  'net_id',
  'id_document',
  'attended_review',
] as const

const proof: fc.Arbitrary<Proof> = fc.record(
  {
    kind: fc.constantFrom(...evidenceKinds),
    at: fc.integer({ min: NOON - 900 * DAY, max: NOON }),
    validUntil: fc.integer({ min: NOON - 100 * DAY, max: NOON + 900 * DAY }),
    possession: fc.boolean(),
  },
  { requiredKeys: ['kind', 'at', 'possession'] },
)
const proofs = fc.array(proof, { maxLength: 7 })
const age = fc.option(fc.integer({ min: 1, max: 900 * DAY }), { nil: undefined })

describe('X3 the ladder', () => {
  it.each<[level: number, of: EvidenceKind[]]>([
    [0, []],
    [1, [carrier]],
    [1, [bank]],
    [1, [review]],
    [0, [face]],
    [0, [netId]],
    [0, [document]],
    [0, [face, document]],
    [1, [carrier, face]],
    [2, [carrier, document]],
    [2, [carrier, bank]],
    [2, [review, document]],
    [2, [review, carrier]],
    [3, [carrier, document, face]],
    [3, [carrier, document, review]],
    [3, [carrier, bank, face]],
    [3, [carrier, bank, netId]],
    [3, [review, document, face]],
    [3, [carrier, document, face, review]],
    [4, [bank, carrier, document, face]],
    [4, [bank, carrier, document, review]],
    [4, [bank, document, face, review]],
    [3, [bank, document, face]],
    [4, [...evidenceKinds]],
  ])('is %i for %j', (level, of) => {
    expect(levelOf(proven(...of), NOON)).toStrictEqual({ level })
  })

  it('begins with who shows that they are the person: without that, nothing else counts', () => {
    const shown = proven(...evidenceKinds).map((one) => ({ ...one, possession: false }))
    expect(levelOf(shown, NOON).level).toBe(0)
    expect(levelOf([...shown.slice(1), { kind: carrier, at: NOON, possession: true }], NOON).level).toBe(4)
  })

  it('lasts until the first of what it needs ends, and falls to what is left', () => {
    const ending = { kind: face, at: NOON, validUntil: NOON + 365 * DAY, possession: true } as const
    const all = [...proven(carrier, document), ending]
    expect(levelOf(all, NOON)).toEqual({ level: 3, until: NOON + 365 * DAY })
    expect(levelOf(all, NOON + 365 * DAY - 1).level).toBe(3)
    expect(levelOf(all, NOON + 365 * DAY)).toEqual({ level: 2 })
  })

  it('does not end with what it does not need', () => {
    const ending = { kind: face, at: NOON, validUntil: NOON + DAY, possession: true } as const
    expect(levelOf([...proven(carrier), ending], NOON)).toEqual({ level: 1 })
  })

  it('counts of a maximum age only what was proven since, and says until when', () => {
    const old = [{ kind: carrier, at: NOON - 10 * DAY, possession: true }] as const
    expect(levelOf(old, NOON, 10 * DAY)).toEqual({ level: 0 })
    expect(levelOf(old, NOON, 10 * DAY + 1)).toEqual({ level: 1, until: NOON + 1 })
  })
})

describe('X3 a level', () => {
  it('never falls by more evidence', () => {
    fc.assert(
      fc.property(proofs, proof, age, (of, more, maximum) => {
        expect(levelOf([...of, more], NOON, maximum).level).toBeGreaterThanOrEqual(levelOf(of, NOON, maximum).level)
      }),
    )
  })

  it('never rises by time alone, and falls exactly when it says', () => {
    fc.assert(
      fc.property(proofs, age, fc.nat(900 * DAY), (of, maximum, later) => {
        const now = levelOf(of, NOON, maximum)
        const then = levelOf(of, NOON + later, maximum).level
        if (now.until !== undefined && NOON + later >= now.until) expect(then).toBeLessThan(now.level)
        else expect(then).toBe(now.level)
      }),
    )
  })

  it('is the same by a live face as by an attended review, wherever the face raises it', () => {
    fc.assert(
      fc.property(proofs, (all) => {
        const of = all.filter(({ kind }) => !['police', 'review'].includes(sourceOf[kind]))
        const [without, byFace, byReview] = [[], [face], [review]].map(
          (more) => levelOf([...of, ...proven(...(more as EvidenceKind[]))], NOON).level,
        )
        if (byFace !== without) expect(byReview).toBe(byFace)
        expect(byReview).toBeGreaterThanOrEqual(byFace ?? 0)
      }),
    )
  })

  it('counts a source once, however often and by whatever it was asked', () => {
    fc.assert(
      fc.property(proofs, fc.nat(6), (of, nth) => {
        const again = of[nth % Math.max(1, of.length)]
        if (again) expect(levelOf([...of, again], NOON)).toEqual(levelOf(of, NOON))
      }),
    )
    expect(levelOf(proven(carrier, document, face, netId), NOON)).toEqual(
      levelOf(proven(carrier, document, face), NOON),
    )
  })

  it('does not depend on the order of what is proven', () => {
    fc.assert(
      fc.property(proofs, age, (of, maximum) => {
        expect(levelOf(of.toReversed(), NOON, maximum)).toEqual(levelOf(of, NOON, maximum))
      }),
    )
  })
})

describe('X3 what leads up', () => {
  const ways = (...of: EvidenceKind[]) => waysUp(proven(...of), NOON)

  it('is any one of what would do, and more together only where it takes that', () => {
    expect(ways()).toEqual([['review'], ['bank'], ['carrier']])
    expect(ways(carrier)).toEqual([['review'], ['document'], ['bank']])
    expect(ways(carrier, document)).toEqual([['review'], ['police']])
    expect(ways(carrier, document, face)).toEqual([['bank']])
    expect(ways(face)).toEqual([['review'], ['bank'], ['carrier']])
    expect(ways(...evidenceKinds)).toEqual([])
  })

  it('is proving anew what has ended', () => {
    const ended = { kind: carrier, at: NOON - DAY, validUntil: NOON, possession: true } as const
    expect(waysUp([ended], NOON)).toContainEqual(['carrier'])
    expect(levelEver([ended])).toBe(1)
  })

  it('raises the level, and nothing less of it does', () => {
    fc.assert(
      fc.property(proofs, (of) => {
        const { level } = levelOf(of, NOON)
        const kindOf = (source: string) => evidenceKinds.find((kind) => sourceOf[kind] === source) ?? carrier
        const levelWith = (way: readonly string[]) => levelOf([...of, ...proven(...way.map(kindOf))], NOON).level
        expect(waysUp(of, NOON).length > 0).toBe(level < 4)
        for (const way of waysUp(of, NOON)) {
          expect(levelWith(way)).toBeGreaterThan(level)
          for (const left of way) expect(levelWith(way.filter((one) => one !== left))).toBe(level)
        }
      }),
    )
  })
})

describe('X3 what is proven anew', () => {
  it('takes the place of what was proven from the same source, and of nothing else', () => {
    fc.assert(
      fc.property(proofs, proof, (all, more) => {
        const of = all.reduce<Proof[]>(provenWith, [])
        const next = provenWith(of, more)
        expect(next.filter(({ kind }) => sourceOf[kind] === sourceOf[more.kind])).toEqual([more])
        const isOther = ({ kind }: Proof) => sourceOf[kind] !== sourceOf[more.kind]
        expect(next.filter(isOther)).toEqual(of.filter(isOther))
      }),
    )
  })
})
