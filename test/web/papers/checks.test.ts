import { describe, expect, it } from 'vitest'
import { type Checks, formOf, sent } from '../../../web/shared/controls/form.ts'
import { checksOf, checksUpTo, type PapersStep } from '../../../web/user/papers/draft/checks.ts'
import type { Draft } from '../../../web/user/papers/draft/draft-form.ts'
import { dueStep } from '../../../web/user/papers/draft/step.ts'
import { withCheckDigit } from '../../person/typed.ts'
import { child, judging, passport, resident } from './typed.ts'

const wrongIn = (values: Draft, checks: Checks<Draft>): Partial<Record<keyof Draft, string>> =>
  sent(formOf(values), checks).form.errors

const wrong = (values: Draft, step: PapersStep, ...how: Parameters<typeof judging>) =>
  wrongIn(values, checksOf(judging(...how))[step])

describe('P10 what the form says of typed papers without the service', () => {
  it('is nothing of what the service takes, however it is typed', () => {
    for (const values of [passport(), resident(), child()]) expect(wrong(values, 'data')).toEqual({})
    expect(wrong(passport({ number: ' Ｅ1234567 ', nationality: ' UsA', birthDate: '1990.1.31' }), 'data')).toEqual({})
    expect(wrong(passport({ validUntil: '', hasNoEnd: true }), 'data')).toEqual({})
  })

  it('asks for what is missing, and for nothing that the document has no place for', () => {
    const empty = { name: '', number: '', nationality: '', birthDate: '', validUntil: '' }
    expect(Object.keys(wrong(passport(empty), 'data'))).toEqual([
      'name',
      'number',
      'nationality',
      'birthDate',
      'validUntil',
    ])
    expect(Object.keys(wrong(resident(empty), 'data'))).toEqual(['name', 'number', 'validUntil'])
    expect(wrong(passport(empty), 'data', {}, { language: 'en' }).name).toBe('Give the name.')
    expect(wrong(passport({ document: '' }), 'document').document).toBe('请选择证件。')
    expect(wrong(passport({ document: 'library_card' }), 'document').document).toBe('请选择证件。')
  })

  it('is what the service would say, at the field it would say it of', () => {
    expect(wrong(passport({ number: '???' }), 'data').number).toContain('按证件上印的')
    expect(wrong(passport({ nationality: 'D' }), 'data').nationality).toContain('三位字母')
    expect(wrong(passport({ birthDate: '2026-12-01' }), 'data').birthDate).toContain('出生日期')
    expect(wrong(passport({ birthDate: '1990-02-30' }), 'data').birthDate).toContain('出生日期')
    expect(wrong(passport({ validUntil: '2026-11-19' }), 'data').validUntil).toContain('过有效期')
    expect(wrong(passport({ validUntil: 'soon' }), 'data').validUntil).toContain('最后一天')
    expect(wrong(resident({ number: '110101188506152032' }), 'data').number).toContain('校验位')
    expect(wrong(resident({ number: 'E1234567' }), 'data').number).toContain('不符')
    expect(Object.keys(wrong(resident({ name: 'Shen Qinghe' }), 'data'))).toEqual(['name'])
  })

  it('says of the number what is wrong with the birth date in it', () => {
    const rules = { birthYearFrom: 1900, birthYearTo: 2100, minimumAge: 14 }
    expect(wrong(resident(), 'data', {}, { rules }).number).toContain('出生年份')
    expect(wrong(passport({ birthDate: '1890-01-01' }), 'data', {}, { rules }).birthDate).toContain('出生年份')
  })

  it('asks who answers for a child, and for nobody else', () => {
    const none = { guardianName: '', guardianNumber: '', guardianRelation: '' }
    expect(Object.keys(wrong(child(none), 'data'))).toEqual(['guardianName', 'guardianNumber', 'guardianRelation'])
    expect(wrong(passport(none), 'data')).toEqual({})
    expect(wrong(child({ guardianNumber: '110101188506152032' }), 'data').guardianNumber).toContain('校验位')
    expect(wrong(child({ guardianNumber: 'E1234567' }), 'data').guardianNumber).toContain('监护人')
    expect(wrong(child({ guardianName: 'A1' }), 'data').guardianName).toContain('姓名')
    // A child of 13 cannot answer for another.
    const young = withCheckDigit('11010120130615201')
    expect(wrong(child({ guardianNumber: young }), 'data').guardianNumber).toContain('满 18 周岁')
  })

  it('tells which picture is missing, is not through, or cannot be used', () => {
    expect(wrong(passport(), 'pictures')).toEqual({
      document_page: '还缺少：证件的资料页（有照片和号码的一面）',
      holder: '还缺少：本人手持证件的照片',
    })
    const stored = { is: 'stored', id: 'm' } as const
    expect(wrong(passport(), 'pictures', { document_page: stored, holder: stored })).toEqual({})
    const half = wrong(passport(), 'pictures', {
      document_page: { is: 'sending', share: 0.5 },
      holder: stored,
      document_back: { is: 'refused', because: 'blurred' },
    })
    expect(half.document_page).toContain('请稍等')
    expect(half.document_back).toContain('还不能使用')
    // What nobody asks for is in nobody's way.
    const failed = { is: 'failed', error: undefined } as const
    expect(
      wrong(passport(), 'pictures', { document_page: stored, holder: stored, household_register: failed }),
    ).toEqual({})
  })

  it('takes a consent for the very notice that is shown, and no more words than the service', () => {
    expect(wrong(passport(), 'send')).toEqual({})
    expect(wrong(passport(), 'send', {}, { agreedTo: '2 zh' }).agreedTo).toContain('勾选')
    expect(wrong(passport({ said: '字'.repeat(501) }), 'send').said).toContain('500')
    expect(wrong(passport({ said: `${'𠮷'.repeat(500)}  ` }), 'send')).toEqual({})
  })
})

describe('the steps', () => {
  const nothing = passport({ document: '', name: '', number: '', nationality: '', birthDate: '', validUntil: '' })

  it('judge nothing that comes later', () => {
    const checks = checksOf(judging())
    const upTo = (step: PapersStep) =>
      Object.keys(
        wrongIn(
          nothing,
          checksUpTo(checks, () => step),
        ),
      )
    expect(upTo('document')).toEqual(['document'])
    expect(upTo('data')).not.toContain('holder')
    expect(upTo('send')).toEqual(expect.arrayContaining(['document', 'name', 'holder']))
  })

  it('lead to the first that is not filled in, whatever the address says', () => {
    const stored = { is: 'stored', id: 'm' } as const
    expect(dueStep('send', nothing, checksOf(judging()))).toBe('document')
    expect(dueStep('send', passport({ name: '' }), checksOf(judging()))).toBe('data')
    expect(dueStep('send', passport(), checksOf(judging()))).toBe('pictures')
    expect(dueStep('send', passport(), checksOf(judging({ document_page: stored, holder: stored })))).toBe('send')
    expect(dueStep('document', passport(), checksOf(judging()))).toBe('document')
  })
})
