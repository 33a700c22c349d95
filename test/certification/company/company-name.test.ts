import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeCompanyName, normaliseCompanyName } from '../../../functions/certification/company/company-name.ts'

describe('W2 names of companies', () => {
  it.each([
    ['甲乙(北京)科技有限公司', '甲乙（北京）科技有限公司'],
    [' 甲乙 科技\t有限公司\n', '甲乙科技有限公司'],
    ['甲乙\u200b科技有限公司\ufe0f', '甲乙科技有限公司'],
    ['ＡＢＣ科技（１２３）有限公司', 'ABC科技（123）有限公司'],
    ['A B 科技有限公司', 'A B科技有限公司'],
    ['买买提•吐尔逊商店', '买买提·吐尔逊商店'],
    ['⼤海贸易⾏', '大海贸易行'],
  ])('makes of %j what licences print', (typed, name) => {
    expect(normaliseCompanyName(typed)).toBe(name)
  })

  it('changes nothing twice, and cuts off what no name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const once = normaliseCompanyName(typed)
        expect(normaliseCompanyName(once)).toBe(once)
      }),
    )
    expect(normaliseCompanyName('甲'.repeat(100_000))).toHaveLength(400)
  })

  it.each([
    '甲乙科技有限公司',
    '甲乙（中国）有限责任公司北京分公司',
    '甲乙科技集团股份有限公司',
    '甲乙会计师事务所（特殊普通合伙）',
    '甲乙股权投资中心（有限合伙）',
    '甲乙五金厂',
    'TCL科技股份有限公司',
    '甲乙银行北京支行',
    '甲乙（中国（上海））有限公司',
    '丙国甲乙公司上海代表处',
  ])('takes %s for a company', (name) => {
    expect(judgeCompanyName(name, 'company')).toEqual({ verdict: 'right' })
  })

  it('says what is wrong, and where', () => {
    const wrongOf = (name: string) => judgeCompanyName(name, 'company')
    expect(wrongOf('甲')).toEqual({ verdict: 'wrong', wrong: { because: 'too_short' } })
    expect(wrongOf('甲'.repeat(101))).toEqual({ verdict: 'wrong', wrong: { because: 'too_long' } })
    expect(wrongOf('甲\ue000科技有限公司')).toEqual({ verdict: 'wrong', wrong: { because: 'unreadable' } })
    expect(wrongOf('甲乙★科技有限公司')).toEqual({ verdict: 'wrong', wrong: { because: 'characters', at: 3 } })
    expect(wrongOf('𠮷乙@有限公司')).toEqual({ verdict: 'wrong', wrong: { because: 'characters', at: 3 } })
    for (const name of ['甲乙（北京科技有限公司', '甲乙）北京（科技有限公司', '甲（（乙）有限公司'])
      expect(wrongOf(name)).toEqual({ verdict: 'wrong', wrong: { because: 'brackets' } })
    expect(wrongOf('Jia Yi Ltd')).toEqual({ verdict: 'wrong', wrong: { because: 'no_chinese' } })
  })

  it('lets people look at a company that is not called one', () => {
    expect(judgeCompanyName('甲乙科技', 'company')).toEqual({ verdict: 'people', because: 'unusual_ending' })
  })

  it('lets a sole trader and bodies that others founded be called anything', () => {
    for (const as of ['sole_trader', 'public_institution', undefined] as const)
      expect(judgeCompanyName('甲乙张三', as)).toEqual({ verdict: 'right' })
  })
})
