import { type Draft, formDraft, type TypedDraft } from '../../../web/user/papers/draft/draft-form.ts'
import type { Judging } from '../../../web/user/papers/draft/judging.ts'
import type { Terms } from '../../../web/user/papers/draft/wanted.ts'
import type { PictureKind, PictureState } from '../../../web/user/pictures/picture.ts'

export const NOON = Date.parse('2026-11-20T04:00:00Z')

export const KINDS: readonly PictureKind[] = [
  'document_page',
  'document_back',
  'holder',
  'guardian_document',
  'guardian_letter',
  'household_register',
  'bank_proof',
]

/** Somebody with a passport, as typed. */
export const passport = (of: Partial<TypedDraft> = {}): Draft =>
  formDraft(
    {
      ...{ document: 'passport', name: 'Anna Example', number: 'e1234567', nationality: 'usa', birthDate: '19900131' },
      ...{ validUntil: '2030-12-31', hasNoEnd: false, guardianName: '', guardianNumber: '', guardianRelation: '' },
      ...{ said: '', agreedTo: '1 zh', byBank: false, ...of },
    },
    KINDS,
  )

/** Somebody with a resident ID card. */
export const resident = (of: Partial<TypedDraft> = {}): Draft =>
  passport({
    document: 'resident_id',
    name: '沈青禾',
    number: '110101188506152031',
    nationality: '',
    birthDate: '',
    ...of,
  })

/** A child with a passport, and who answers for it. */
export const child = (of: Partial<TypedDraft> = {}): Draft =>
  passport({
    ...{ birthDate: '2019年5月1日', guardianName: '沈青禾', guardianNumber: '110101188506152031' },
    ...{ guardianRelation: 'parent', ...of },
  })

export const RULES = { birthYearFrom: 1880, birthYearTo: 2100, minimumAge: 14 }

const most = { needs: ['document_page', 'holder'], takes: ['document_back'] } as const

/** As the service tells them. */
export const kinds: Terms['kinds'] = [
  { kind: 'papers_document', needs: [...most.needs], takes: [...most.takes] },
  {
    kind: 'papers_minor',
    needs: ['document_page', 'guardian_document', 'guardian_letter'],
    takes: ['household_register'],
  },
  { kind: 'papers_automated_result', needs: [...most.needs], takes: [...most.takes] },
  { kind: 'papers_level', needs: ['document_page', 'document_back', 'holder'], takes: [] },
  { kind: 'papers_bank', needs: ['document_page', 'document_back', 'holder', 'bank_proof'], takes: [] },
]

/** Judged so, with pictures in these states; all others were never begun. */
export const judging = (
  states: Partial<Record<PictureKind, PictureState>> = {},
  of: Partial<Judging> = {},
): Judging => ({
  ...{ rules: RULES, documents: ['resident_id', 'passport'], agreedTo: '1 zh', language: 'zh', now: () => NOON },
  ...{ kinds: KINDS, wanted: () => ({ needs: most.needs, takes: most.takes }) },
  pictureState: (kind) => states[kind] ?? { is: 'none' },
  ...of,
})
