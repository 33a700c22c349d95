import { describe, expect, it } from 'vitest'
import { kindFor } from '../../../functions/verification/papers/kind-for.ts'
import type { TypedPerson } from '../../../functions/verification/papers/typed-person.ts'
import type { VerificationStatus } from '../../../functions/verification/verification.ts'

const person: TypedPerson = {
  ...{
    document: 'resident_id',
    name: '林知夏',
    number: '',
    nationality: '',
    birthDate: '1880-01-01',
    validUntil: null,
    age: 40,
  },
}

type Row = [
  what: string,
  of: Partial<TypedPerson>,
  results: VerificationStatus[],
  left: { leftEver: number; leftToday: number },
  kind: string | undefined,
]

const SOME = { leftEver: 9, leftToday: 2 }

describe('P10 why a person looks at papers', () => {
  it.each<Row>([
    ['nothing was checked yet, and a machine can', {}, [], SOME, undefined],
    ['a check is under way, which is no result', {}, ['checking', 'cancelled', 'expired'], SOME, undefined],
    ['a passport', { document: 'passport' }, [], SOME, 'papers_document'],
    ['a permit that no vendor takes', { document: 'residence_permit' }, [], SOME, 'papers_document'],
    ['a child, whatever the document', { age: 13, document: 'passport' }, [], SOME, 'papers_minor'],
    ['fourteen is no child', { age: 14 }, [], SOME, undefined],
    ['a rare character that came back wrong', { name: '李䶮' }, ['mismatch'], SOME, 'papers_rare_characters'],
    ['one outside the first plane', { name: '𠮷庆丰' }, ['no_record'], SOME, 'papers_rare_characters'],
    ['a rare character that nobody checked yet', { name: '李䶮' }, [], SOME, undefined],
    ['no check left ever', {}, ['mismatch'], { leftEver: 0, leftToday: 0 }, 'papers_tries_used_up'],
    ['no check left today', {}, [], { leftEver: 5, leftToday: 0 }, 'papers_tries_used_up'],
    ['a result that is to be looked at', {}, ['verified', 'undetermined'], SOME, 'papers_automated_result'],
  ])('%s', (_what, of, results, left, kind) => {
    expect(
      kindFor(
        { ...person, ...of },
        { machines: ['resident_id'], results, left, isVerified: false, hasBankProof: true, checks: { minimumAge: 14 } },
      ),
    ).toBe(kind)
  })

  it.each<[Partial<TypedPerson>, string]>([
    [{}, 'papers_level'],
    [{ name: '李䶮' }, 'papers_level'],
    [{ document: 'passport' }, 'papers_document'],
    [{ age: 13 }, 'papers_minor'],
  ])('X3 whoever is verified proves more by it: %j', (of, kind) => {
    const known = { machines: ['resident_id'], results: ['mismatch'], left: SOME, isVerified: true } as const
    const more = { ...known, checks: { minimumAge: 14 } }
    expect(kindFor({ ...person, ...of }, { ...more, hasBankProof: false })).toBe(kind)
    const byBank = kind === 'papers_level' ? 'papers_bank' : kind
    expect(kindFor({ ...person, ...of }, { ...more, hasBankProof: true })).toBe(byBank)
  })
})
