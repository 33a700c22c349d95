import { describe, expect, it } from 'vitest'
import { people } from '../../../functions/sandbox/people.ts'
import { readTyped, type Typed } from '../../../functions/verification/papers/typed-person.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'

const RULES = { birthYearFrom: 1880, birthYearTo: 1899, minimumAge: 14 }
const [someone] = people

const passport: Typed = {
  document: 'passport',
  name: 'Anna Example',
  number: 'e 1234567',
  nationality: 'usa',
  birthDate: '1890-02-28',
  validUntil: '2099-12-31',
}

const read = (typed: Partial<Typed>, rules = RULES) => readTyped({ ...passport, ...typed }, rules, NOON)

const fieldsOf = (typed: Partial<Typed>, rules = RULES): string[] => {
  const answer = read(typed, rules)
  return answer.ok ? [] : (answer.refusal.fields ?? []).map(({ pointer, code }) => `${pointer} ${code}`)
}

describe('P10 papers as they are typed', () => {
  it('are read in the form that is compared and sealed', () => {
    expect(valueIn(read({}))).toMatchObject({
      ...{
        name: 'Anna Example',
        number: 'E1234567',
        nationality: 'USA',
        birthDate: '1890-02-28',
        validUntil: '2099-12-31',
      },
    })
  })

  it('take the day of birth from a number that has one', () => {
    const { idNumber = '', name = '' } = someone ?? {}
    const typed = { document: 'resident_id', name, number: idNumber, birthDate: undefined, validUntil: null } as const
    const day = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
    expect(valueIn(read(typed))).toMatchObject({ birthDate: day, validUntil: null, nationality: '' })
  })

  it.each<[string, Partial<Typed>, string[]]>([
    ['a name of nobody', { name: '123' }, ['/name invalid_name']],
    ['a number that is none', { number: 'no' }, ['/number invalid_document_number']],
    ['a country that is none', { nationality: 'America' }, ['/nationality invalid_nationality']],
    ['no country', { nationality: undefined }, ['/nationality invalid_nationality']],
    ['a day that there is not', { birthDate: '1890-02-30' }, ['/birthDate invalid_birth_date']],
    ['a day to come', { birthDate: '2099-01-01' }, ['/birthDate invalid_birth_date']],
    ['no day of birth', { birthDate: undefined }, ['/birthDate invalid_birth_date']],
    ['a year of nobody here', { birthDate: '1950-01-01' }, ['/birthDate id_number_birth_year']],
    ['an end that is over', { validUntil: '2020-01-01' }, ['/validUntil document_expired']],
    ['an end that is none', { validUntil: 'never' }, ['/validUntil invalid_document_end']],
    ['no end said', { validUntil: undefined }, ['/validUntil invalid_document_end']],
    [
      'everything at once',
      { name: '', number: '', nationality: '', validUntil: '' },
      [
        '/name invalid_name',
        '/number invalid_document_number',
        '/nationality invalid_nationality',
        '/validUntil invalid_document_end',
      ],
    ],
    [
      'a resident’s number as that of a residence permit',
      { document: 'residence_permit', number: someone?.idNumber ?? '' },
      ['/number document_number_differs'],
    ],
    [
      'a permit’s number of another form',
      { document: 'home_return_permit', number: 'Q12' },
      ['/number invalid_document_number'],
    ],
    [
      'a Latin name on a resident ID',
      { document: 'resident_id', number: someone?.idNumber ?? '' },
      ['/name invalid_name'],
    ],
  ])('%s is refused at its field', (_what, typed, fields) => {
    expect(fieldsOf(typed)).toEqual(fields)
  })

  it('expire after their last day, and not on it', () => {
    const today = new Date(NOON + 8 * 3_600_000).toISOString().slice(0, 10)
    const before = new Date(NOON + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10)
    expect([codeOf(read({ validUntil: today })), codeOf(read({ validUntil: before }))]).toEqual([
      'ok',
      'document_expired',
    ])
  })

  it('of a child need a guardian who is of age', () => {
    const rules = { ...RULES, minimumAge: 200 }
    const { name = '', idNumber = '' } = people[1] ?? {}
    const guardian = { name, idNumber, relation: 'parent' } as const
    expect(fieldsOf({}, rules)).toEqual(['/guardian guardian_needed'])
    expect(fieldsOf({ guardian: { ...guardian, idNumber: '1' } }, rules)).toEqual(['/guardian invalid_guardian'])
    expect(valueIn(read({ guardian }, rules)).guardian).toMatchObject({ relation: 'parent' })
    expect(valueIn(read({ guardian })).guardian).toBeUndefined()
  })
})
