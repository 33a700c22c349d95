import { describe, expect, it } from 'vitest'
import { session } from '../../../web/shared/state/session.ts'
import { askedBy } from '../../../web/user/papers/draft/asked.ts'
import { papersDraft } from '../../../web/user/papers/draft/draft.ts'
import { formDraft, isTyped } from '../../../web/user/papers/draft/draft-form.ts'
import { forgetKept, keepFor, keptFor } from '../../../web/user/papers/draft/kept.ts'
import { addressOf, stepAfter, stepBefore, stepNamed } from '../../../web/user/papers/draft/step.ts'
import { dayTyped, isChild, papersOf, typedOf } from '../../../web/user/papers/draft/typed.ts'
import type { Found } from '../../../web/user/papers/find-papers.ts'
import { isOpenPapers } from '../../../web/user/papers/handing/open-case.ts'
import { barIn, corrected, fieldsFor, picturesIn, stepOf } from '../../../web/user/papers/handing/refused.ts'
import { withinText } from '../../../web/user/papers/steps/within-text.ts'
import { canBeLookedAt } from '../../../web/user/result/outcome.ts'
import { child, KINDS, kinds, NOON, passport, RULES, resident } from './typed.ts'

const found = (of: { results?: Found['results']; leftToday?: number; machines?: string[] } = {}) =>
  ({
    terms: { kinds, minimumAge: 14 },
    account: { verification: { checks: { leftToday: of.leftToday ?? 3, leftEver: 9, nextAt: null } } },
    offers: { verification: { idNumberRules: { ...RULES, kinds: of.machines ?? ['resident_id'] } } },
    results: of.results ?? [],
  }) as unknown as Found

const asked = (
  of: Parameters<typeof found>[0] = {},
  corrections: Parameters<typeof askedBy>[1] = { more: [], less: [] },
) => askedBy(found(of), corrections, () => NOON)

describe('typed papers', () => {
  it.each([
    ['1990-01-31', '1990-01-31'],
    ['19900131', '1990-01-31'],
    ['1990-1-3', '1990-01-03'],
    ['1990.1.3', '1990-01-03'],
    ['1990/01/31', '1990-01-31'],
    ['1990年1月31日', '1990-01-31'],
    [' １９９０－０１－３１ ', '1990-01-31'],
    ['31.1.1990', '31.1.1990'],
    ['soon', 'soon'],
    ['', ''],
  ])('a day is read however it is typed: %s', (typed, day) => {
    expect(dayTyped(typed)).toBe(day)
  })

  it('hold what their document has a place for, and no more', () => {
    expect(Object.keys(typedOf(passport(), false))).toEqual([
      ...['document', 'name', 'number', 'nationality', 'birthDate', 'validUntil'],
    ])
    expect(Object.keys(typedOf(resident(), false))).toEqual(['document', 'name', 'number', 'validUntil'])
    expect(typedOf(resident({ hasNoEnd: true, validUntil: 'x' }), false).validUntil).toBeNull()
    const handed = papersOf(child({ said: '  ' }), { isChild: true, pictures: { holder: 'm' }, notice: 'v' })
    expect(handed).toMatchObject({
      birthDate: '2019-05-01',
      guardian: { name: '沈青禾', relation: 'parent' },
      pictures: { holder: 'm' },
      consent: { notice: 'v', agreed: true },
    })
    expect(handed).not.toHaveProperty('said')
  })

  it('are of a child as soon as number or birth date says so, whatever else is missing', () => {
    expect(isChild(child({ name: '', guardianName: '' }), RULES, NOON)).toBe(true)
    expect(isChild(passport(), RULES, NOON)).toBe(false)
    expect(isChild(passport({ birthDate: '' }), RULES, NOON)).toBe(false)
    expect(isChild(passport({ birthDate: '2012-11-20' }), RULES, NOON)).toBe(false)
    expect(isChild(passport({ birthDate: '2012-11-21' }), RULES, NOON)).toBe(true)
  })
})

describe('P10 what is asked for', () => {
  it('is said before anything is uploaded, by the very rule of the service', () => {
    expect(asked().reason(passport())).toBe('papers_document')
    expect(asked().reason(child())).toBe('papers_minor')
    expect(asked().reason(resident())).toBeUndefined()
    expect(asked({ results: ['mismatch'] }).reason(resident())).toBe('papers_automated_result')
    expect(asked({ leftToday: 0 }).reason(resident())).toBe('papers_tries_used_up')
    expect(asked({ machines: [] }).reason(resident())).toBe('papers_document')
    expect(asked().reason(passport({ name: '' }))).toBeUndefined()
  })

  it.each([
    ...['awaiting_payment', 'queued', 'checking', 'verified', 'mismatch', 'no_record', 'identity_in_use'],
    ...['undetermined', 'expired', 'cancelled'],
  ] as Found['results'])('is offered beside a result exactly where the service looks at it: %s', (status) => {
    const isTaken = asked({ results: [status] }).reason(resident()) !== undefined
    expect(canBeLookedAt({ status })).toBe(isTaken)
  })

  it('are the pictures of that reason; a passport has no other side', () => {
    expect(asked().wanted(child())).toEqual({
      needs: ['document_page', 'guardian_document', 'guardian_letter'],
      takes: ['household_register'],
    })
    expect(asked().wanted(passport())).toEqual({ needs: ['document_page', 'holder'], takes: [] })
    expect(asked({ results: ['no_record'] }).wanted(resident()).takes).toEqual(['document_back'])
    // Not typed yet, but known to be a child's.
    expect(asked().wanted(child({ name: '' })).needs).toContain('guardian_letter')
  })

  it('follows what the service says instead', () => {
    const errors = [
      { pointer: '/pictures/household_register', code: 'picture_needed' },
      { pointer: '/pictures/holder', code: 'picture_not_asked' },
    ] as const
    const corrections = corrected({ more: [], less: [] }, errors, KINDS)
    expect(corrections).toEqual({ more: ['household_register'], less: ['holder'] })
    expect(asked({}, corrections).wanted(passport()).needs).toEqual(['document_page', 'household_register'])
    const back = corrected(corrections, [{ pointer: '/pictures/holder', code: 'picture_needed' }], KINDS)
    expect(back).toEqual({ more: ['household_register', 'holder'], less: [] })
    expect(picturesIn(errors, 'picture_needed', KINDS)).toEqual(['household_register'])
  })
})

describe('what was typed', () => {
  it('stays for its visitor and for nobody else, and is not overwritten by what is known from elsewhere', () => {
    session.began('a')
    papersDraft.keep({ ...papersDraft.get(), name: 'Anna Example' })
    papersDraft.startWith({ document: 'passport', name: '沈青禾', number: 'E1234567' })
    expect(papersDraft.get()).toMatchObject({ document: 'passport', name: 'Anna Example', number: 'E1234567' })
    expect(isTyped(papersDraft.get())).toBe(true)
    session.began('b')
    expect(isTyped(papersDraft.get())).toBe(false)
    papersDraft.startWith({ name: 'x' })
    papersDraft.forget()
    expect(isTyped(papersDraft.get())).toBe(false)
  })

  it('outlives no reload: of it only the document and the ids of pictures do, and only for their account', () => {
    const items = new Map<string, string>()
    const tab = {
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, text: string) => void items.set(name, text),
      removeItem: (name: string) => void items.delete(name),
    }
    const id = '0193471a5e007cc1b3f20a6d5c4e1b0c'
    keepFor('a', { document: 'passport', pictures: { holder: id } }, tab)
    expect(keptFor('a', KINDS, tab)).toEqual({ document: 'passport', pictures: { holder: id } })
    expect(keptFor('b', KINDS, tab)).toEqual({ document: '', pictures: {} })
    forgetKept(tab)
    expect([...items]).toEqual([])
    for (const text of ['', 'x', '[]', '{"account":"a","document":7,"pictures":{"holder":"no id","other":"x"}}']) {
      items.set('shiming-papers', text)
      expect(keptFor('a', KINDS, tab), text).toEqual({ document: '', pictures: {} })
    }
  })

  it('is no trouble where a browser keeps nothing', () => {
    const deny = () => {
      throw new Error('denied')
    }
    const tab = { getItem: deny, setItem: deny, removeItem: deny }
    expect(keptFor('a', KINDS, tab)).toEqual({ document: '', pictures: {} })
    keepFor('a', { document: 'passport', pictures: {} }, tab)
    forgetKept(tab)
  })

  it('begins with a field for every picture, of which nothing is kept', () => {
    const form = formDraft(papersDraft.get(), KINDS)
    expect(KINDS.every((kind) => form[kind] === '')).toBe(true)
  })
})

describe('what the service refuses', () => {
  it('leads to a page of its own where no other way of typing helps', () => {
    const bar = (code: string, retryAt?: Date) => barIn({ code: code as 'papers_open', retryAt, next: [] })
    expect(bar('papers_not_needed')).toEqual({ code: 'papers_not_needed', until: undefined, next: [] })
    expect(bar('too_many_papers', new Date(NOON))?.until).toBe('2026-11-20T04:00:00.000Z')
    expect(bar('papers_open')?.code).toBe('papers_open')
    expect(bar('invalid_name')).toBeUndefined()
  })

  it('leads to the first step with a field to blame', () => {
    const at = (...pointers: string[]) =>
      stepOf(pointers.map((pointer) => ({ pointer, code: 'invalid_name' as const })))
    expect(at('/consent/notice', '/pictures/holder')).toBe('pictures')
    expect(at('/pictures/holder', '/guardian')).toBe('data')
    expect(at('/document')).toBe('document')
    expect(at('/said')).toBe('send')
    expect(at()).toBeUndefined()
  })

  it('is said of the field that the form has for it', () => {
    expect(fieldsFor('passport', KINDS)).toMatchObject({ 'pictures/holder': 'holder', guardian: 'guardianNumber' })
    expect(fieldsFor('resident_id', KINDS).birthDate).toBe('number')
    expect(fieldsFor('passport', KINDS).birthDate).toBeUndefined()
  })
})

describe('the way', () => {
  it('has an address for each step', () => {
    expect(stepNamed('pictures')).toBe('pictures')
    expect(stepNamed(null)).toBe('document')
    expect(stepNamed('elsewhere')).toBe('document')
    expect([addressOf('document'), addressOf('send')]).toEqual(['/papers', '/papers?step=send'])
    expect([stepAfter('send'), stepBefore('document'), stepAfter('document')]).toEqual([undefined, undefined, 'data'])
  })

  it('ends at an open case of papers, and at no other', () => {
    expect(isOpenPapers({ kind: 'papers_minor', status: 'waiting' })).toBe(true)
    expect(isOpenPapers({ kind: 'papers_minor', status: 'decided' })).toBe(false)
    expect(isOpenPapers({ kind: 'help', status: 'open' })).toBe(false)
  })

  it('takes as long as people say', () => {
    const hour = 3_600_000
    expect([withinText(48 * hour, 'zh'), withinText(72 * hour, 'zh')]).toEqual(['48 小时', '3 天'])
    expect([withinText(hour, 'en'), withinText(120 * hour, 'en')]).toEqual(['1 hour', '5 days'])
  })
})
