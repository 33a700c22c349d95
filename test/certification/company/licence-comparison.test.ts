import { describe, expect, it } from 'vitest'
import { unlikeLicence } from '../../../functions/certification/company/licence-comparison.ts'

const typed = {
  creditCode: '91110000600037341L',
  companyName: '测试长风科技（北京）有限公司',
  legalRepresentative: '林知夏',
}

describe('W2 what was typed, beside the licence', () => {
  it('is like it where all is the same, however it is written', () => {
    expect(unlikeLicence(typed, typed)).toEqual([])
    const written = { creditCode: '9111 0000 6000 37341l', companyName: '测试长风科技(北京) 有限公司' }
    expect(unlikeLicence({ ...typed, ...written, legalRepresentative: '林 知 夏' }, typed)).toEqual([])
  })

  it('is not blamed for what could not be read', () => {
    expect(unlikeLicence({}, typed)).toEqual([])
    expect(unlikeLicence({ creditCode: typed.creditCode }, typed)).toEqual([])
  })

  it('is unlike it in each field that says otherwise', () => {
    expect(unlikeLicence({ ...typed, creditCode: '91310110666007217T' }, typed)).toEqual(['creditCode'])
    expect(unlikeLicence({ ...typed, legalRepresentative: '林知秋' }, typed)).toEqual(['legalRepresentative'])
    const other = { creditCode: '91310110666007217T', companyName: '别的有限公司', legalRepresentative: '别人' }
    expect(unlikeLicence(other, typed)).toEqual(['creditCode', 'companyName', 'legalRepresentative'])
  })

  it('may have a name of a company read wrong in one character of five, and none lost', () => {
    expect(unlikeLicence({ companyName: '测试长凤科技（北京）有限公司' }, typed)).toEqual([])
    expect(unlikeLicence({ companyName: '测式长凤科技（北京）有限公司' }, typed)).toEqual([])
    expect(unlikeLicence({ companyName: '侧式长凤科技（北京）有限公司' }, typed)).toEqual(['companyName'])
    expect(unlikeLicence({ companyName: '测试长风科技（北京）有限公' }, typed)).toEqual(['companyName'])
    expect(unlikeLicence({ companyName: '甲乙丙店' }, { ...typed, companyName: '甲乙丁店' })).toEqual(['companyName'])
  })
})
