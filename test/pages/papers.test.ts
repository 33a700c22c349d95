import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { papersPictures } from '../../functions/verification/papers/papers-kinds.ts'
import { readTyped } from '../../functions/verification/papers/typed-person.ts'
import { submitPapersRoute } from '../../functions/verification/papers.route.ts'
import { formDraft, type TypedDraft } from '../../web/user/papers/draft/draft-form.ts'
import { papersOf } from '../../web/user/papers/draft/typed.ts'

const NOON = Date.parse('2026-11-20T04:00:00Z')
const RULES = { birthYearFrom: 1880, birthYearTo: 2100, minimumAge: 14 }

const passport: TypedDraft = {
  ...{ document: 'passport', name: 'Anna Example', number: 'e1234567', nationality: 'usa', birthDate: '19900131' },
  ...{ validUntil: '2030-12-31', hasNoEnd: false, guardianName: '', guardianNumber: '', guardianRelation: '' },
  ...{ said: '', agreedTo: '', byBank: false },
}
const resident: TypedDraft = { ...passport, document: 'resident_id', name: '沈青禾', number: '110101188506152031' }
const guardian = { guardianName: '沈青禾', guardianNumber: '110101188506152031', guardianRelation: 'parent' }

const handed = (of: TypedDraft, isChild = false) =>
  papersOf(formDraft(of, papersPictures), {
    ...{ isChild, notice: 'papers-1', pictures: { document_page: '0193471a5e007cc1b3f20a6d5c4e1b0c' } },
  })

describe('P10 papers as the page hands them in', () => {
  it.each([
    ['a passport', handed(passport)],
    ['a resident, with words', handed({ ...resident, said: ' 生僻字 ' })],
    ['without an end', handed({ ...resident, hasNoEnd: true, validUntil: '' })],
    ['a child', handed({ ...passport, ...guardian, birthDate: '2019年5月1日' }, true)],
  ])('are what the route takes and the rules accept: %s', (_name, body) => {
    const parsed = z.safeParse(submitPapersRoute.body, body)
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(readTyped(body, RULES, NOON)).toMatchObject({ ok: true })
  })
})
