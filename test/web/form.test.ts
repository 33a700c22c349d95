import { describe, expect, it } from 'vitest'
import { asked, type Checks, formOf, isFilledIn, left, refusedBy, sent, typed } from '../../web/shared/controls/form.ts'

type Values = { name: string; phone: string; agreed: boolean }
const checks: Checks<Values> = {
  phone: (phone) => (phone.length === 11 ? undefined : 'eleven digits'),
  agreed: (agreed) => (agreed ? undefined : 'agree first'),
}
const empty = formOf<Values>({ name: '', phone: '', agreed: false })

describe('a form while it is filled in', () => {
  it('judges a field when it is left, and not while it is empty', () => {
    expect(left(empty, checks, 'phone').errors).toEqual({})
    // Left by the very press that sends it.
    const tried = sent(empty, checks).form
    expect(left(tried, checks, 'phone').errors).toEqual(tried.errors)
    expect(tried.errors).toHaveProperty('phone')
    expect(left(typed(empty, 'phone', '138'), checks, 'phone').errors).toEqual({ phone: 'eleven digits' })
  })

  it('says nothing of a field while it is corrected', () => {
    const wrong = left(typed(empty, 'phone', '138'), checks, 'phone')
    expect(typed(wrong, 'phone', '1380')).toMatchObject({ values: { phone: '1380' }, errors: {} })
  })

  it('keeps what is said of other fields', () => {
    const wrong = left(typed(empty, 'phone', '138'), checks, 'phone')
    expect(left(typed(wrong, 'name', 'A'), checks, 'name').errors).toEqual({ phone: 'eleven digits' })
  })

  it('says nothing more of a field that another makes right, but what the service said of it', () => {
    const either: Checks<Values> = {
      phone: (phone, { agreed }) => (agreed || phone !== '' ? undefined : 'one of both'),
    }
    const { form } = sent(empty, either)
    expect(form.errors).toEqual({ phone: 'one of both' })
    expect(typed(form, 'name', 'A', either).errors).toEqual({ phone: 'one of both' })
    expect(typed(form, 'agreed', true, either).errors).toEqual({})
    const told = refusedBy(form, { errors: [{ pointer: '/phone', detail: 'is taken' }], text: 'x' })
    expect(typed(told, 'agreed', true, either).errors).toEqual({ phone: 'is taken' })
  })
})

describe('a field that something is done with alone', () => {
  it('is judged also while it is empty, and nothing else is', () => {
    expect(asked(empty, checks, 'phone')).toMatchObject({ form: { errors: { phone: 'eleven digits' } }, isGood: false })
    const right = asked(typed(empty, 'phone', '13800138000'), checks, 'phone')
    expect(right).toMatchObject({ form: { errors: {}, attempt: 0 }, isGood: true })
  })
})

describe('a form that may be gone on from', () => {
  it('is one of which nothing is wrong', () => {
    expect(isFilledIn({ name: '', phone: '13800138000', agreed: true }, checks)).toBe(true)
    expect(isFilledIn({ name: 'A', phone: '138', agreed: true }, checks)).toBe(false)
  })
})

describe('a form that is sent', () => {
  it('says everything that is wrong, and counts the attempt', () => {
    const { form, isGood } = sent(empty, checks)
    expect(isGood).toBe(false)
    expect(form).toMatchObject({ errors: { phone: 'eleven digits', agreed: 'agree first' }, attempt: 1 })
    expect(sent(form, checks).form.attempt).toBe(2)
  })

  it('goes when nothing is wrong', () => {
    const filled = { ...empty, values: { name: '', phone: '13800138000', agreed: true } }
    expect(sent(filled, checks)).toEqual({ form: { ...filled, fault: undefined }, isGood: true })
  })
})

describe('a form that the service refuses', () => {
  it('has the errors at its fields, also those of another name', () => {
    const errors = [
      { pointer: '/phone', detail: 'no such number' },
      { pointer: '/consent/agreed', detail: 'agree' },
    ]
    const refused = refusedBy(empty, { errors, text: 'no such number' }, { 'consent/agreed': 'agreed' })
    expect(refused).toMatchObject({ errors: { phone: 'no such number', agreed: 'agree' }, attempt: 1 })
    expect(refused.fault).toBeUndefined()
  })

  it('says of the whole what is about none of its fields', () => {
    const refused = refusedBy(empty, { errors: [{ pointer: '/toString', detail: 'x' }], text: 'too often' })
    expect(refused).toMatchObject({ errors: {}, fault: 'too often', attempt: 1 })
    expect(refusedBy(empty, { errors: [], text: 'busy' }).fault).toBe('busy')
  })
})
