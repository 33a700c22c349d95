import { describe, expect, it } from 'vitest'
import { refusedField, refusedValue } from '../../../shared/kernel/outcome.ts'

describe('a refusal that blames one field', () => {
  it('says which, for which problem, and what would be right where the problem does not say it', () => {
    expect(refusedField('/code', 'sms_code_wrong').refusal).toStrictEqual({
      code: 'sms_code_wrong',
      fields: [{ pointer: '/code', code: 'sms_code_wrong' }],
    })
    const expected = { minimum: 1880, maximum: 1899, unit: 'year' } as const
    expect(refusedField('/idNumber', 'id_number_birth_year', expected).refusal).toStrictEqual({
      code: 'id_number_birth_year',
      fields: [{ pointer: '/idNumber', code: 'id_number_birth_year', expected }],
    })
  })

  it('of a value that has no problem of its own says what it should be', () => {
    const expected = { type: 'integer', minimum: 1 } as const
    expect(refusedValue('/limit', expected)).toStrictEqual({
      ok: false,
      refusal: { code: 'invalid_request', fields: [{ pointer: '/limit', code: 'invalid_field', expected }] },
    })
  })
})
