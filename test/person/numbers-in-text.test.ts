import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appealRoute } from '../../functions/account/appeal.route.ts'
import { kindsIn, maskNumbers, numbersIn } from '../../functions/person/numbers-in-text.ts'
import { routes } from '../../functions/routes.ts'
import { expectationOf } from '../../shared/http/expectation.ts'
import { refusalOf } from '../../shared/http/misfit.ts'
import { parse } from '../../shared/http/request.ts'
import { misfit } from '../http-event.ts'
import { person } from '../world.ts'
import { numbersOf } from './typed.ts'

const number = person('match').idNumber

const holdsIdNumber = (text: string): boolean => kindsIn(text).has('id_number')

/** The number with its digits in another row of them. */
const inDigits = (zero: number): string =>
  [...number].map((one) => (one === 'X' ? one : String.fromCodePoint(zero + Number(one)))).join('')

const spelled = (digits: string): string => [...number].map((one) => [...digits][Number(one)] ?? one).join('')

describe('P11 an ID number in a text that is kept readable', () => {
  it.each([
    ['as it is', number],
    ['in a sentence', `我的身份证是${number}。`],
    ['with a small x', `${number.slice(0, 17)}x`],
    ['with a Greek chi', `${number.slice(0, 17)}Χ`],
    ['with a Roman ten', `${number.slice(0, 17)}Ⅹ`],
    ['with a typing error', `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`],
    ['full-width', inDigits(0xff10)],
    ['in Arabic digits', inDigits(0x0660)],
    ['in Devanagari digits', inDigits(0x0966)],
    ['in mathematical digits', inDigits(0x1d7ec)],
    ['in Thai digits', inDigits(0x0e50)],
    ['in Pa’O Karen digits', inDigits(0x116d0)],
    ['in Eastern Pwo Karen digits, whose row begins where that one ends', inDigits(0x116da)],
    ['in Chinese digits', spelled('零一二三四五六七八九')],
    ['in Chinese digits with a ring', spelled('〇一二三四五六七八九')],
    ['in the digits of accountants', spelled('零壹贰叁肆伍陆柒捌玖')],
    ['in groups', `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`],
    ['with hyphens', `${number.slice(0, 6)}-${number.slice(6, 14)}-${number.slice(14)}`],
    ['with dashes in blanks', `${number.slice(0, 6)} — ${number.slice(6, 14)} — ${number.slice(14)}`],
    ['with dots', [...number].join('.')],
    ['with commas', [...number].join('，')],
    ['with blanks', [...number].join('  ')],
    ['with line breaks', [...number].join('\n')],
    ['with zero-width characters', [...number].join('\u200b\u2060')],
    ['with many of them', [...number].join('\u200b'.repeat(5))],
    ['with three signs between', [...number].join('---')],
    ['with combining marks', [...number].join('\u0332')],
    ['behind another number', `13800138000 ${number}`],
    ['before another number', `${number} 13800138000`],
  ])('is found %s', (_how, text) => {
    expect(holdsIdNumber(text)).toBe(true)
  })

  it.each([
    '',
    '13800138000',
    '订单 4200001234202611200000000001',
    `订单 00${number}`,
    `${number}00`,
    '2026-11-20 12:00:00 支付 100 元，电话 13800138000',
    '单号 20261120 1234567890',
    '于 2026年11月20日 支付 1234567890 元',
    '6222020200112233445',
    `${number.slice(0, 10)}号${number.slice(10)}`,
    '九十九个一百零一',
    [...number].join('----'),
    `${number[0]}----${number.slice(1)}`,
    number.slice(1),
  ])('is not seen in %j', (text) => {
    expect(holdsIdNumber(text)).toBe(false)
  })

  it('is found wherever it stands, however it is grouped', () => {
    const filler = fc.constantFrom('', '我的号码：', 'id ', '（', '\n')
    const between = fc.constantFrom('', ' ', '-', '\u200d', ' · ')
    fc.assert(
      fc.property(numbersOf('110101', '810000', '440305'), between, filler, filler, (one, sign, before, after) => {
        expect(holdsIdNumber(`${before}${[...one].join(sign)}${after}`)).toBe(true)
      }),
    )
  })

  it('is refused at its field', () => {
    expect(misfit(appealRoute, { body: { text: `我的身份证是${[...number].join(' ')}。` } })).toEqual({
      code: 'id_number_in_text',
      fields: [{ pointer: '/text', code: 'id_number_in_text' }],
    })
    expect(misfit(appealRoute, { body: { text: '不是我' } })).toBeUndefined()
  })

  it('is looked for in linear time', () => {
    const started = process.threadCpuUsage()
    const marks = '\u0344\u0327'.repeat(100_000)
    for (const text of ['1 '.repeat(20_000), '1'.repeat(40_000), '٠'.repeat(20_000), '1-x'.repeat(10_000), marks])
      expect(holdsIdNumber(text)).toBe(false)
    expect(process.threadCpuUsage(started).user).toBeLessThan(20_000_000)
  })
})

describe('P11 other numbers of a person in a text', () => {
  const seventeen = number.slice(0, 17)
  const fifteen = `${number.slice(0, 6)}${number.slice(8, 17)}`

  it.each([
    ['id_number', `少了一位：${seventeen}`, seventeen],
    ['id_number', `${seventeen.slice(0, 6)} ${seventeen.slice(6, 14)} ${seventeen.slice(14)}`, seventeen],
    ['id_number', `旧证 ${fifteen}。`, fifteen],
    ['id_number', `${fifteen.slice(0, 6)} ${fifteen.slice(6, 12)} ${fifteen.slice(12)}`, fifteen],
    ['phone', '电话13800138000，', '13800138000'],
    ['phone', '138 0013 8000', '13800138000'],
    ['phone', '138-0013-8000', '13800138000'],
    ['phone', '１３８００１３８０００', '13800138000'],
    ['phone', '一三八〇〇一三八〇〇〇', '13800138000'],
    ['phone', '1 3 8 0 0 1 3 8 0 0 0', '13800138000'],
    ['phone', 'x13800138000x', '13800138000'],
    ['phone', '+86 13800138000', '13800138000'],
    ['phone', '+8613800138000', '8613800138000'],
    ['phone', '008613800138000', '008613800138000'],
    ['bank_card', '张三 6222 0212 3456 7890 123', '6222021234567890123'],
    ['bank_card', '4111-1111-1111-1111', '4111111111111111'],
    ['passport', '护照 E12345678', 'E12345678'],
    ['passport', '护照ｅ１２３４５６７８', 'E12345678'],
    ['passport', '回乡证 H0123456789', 'H0123456789'],
    ['passport', 'EA1234567。', 'EA1234567'],
  ])('%s: %s', (kind, text, seen) => {
    expect(numbersIn(text).map((one) => [one.kind, one.number])).toEqual([[kind, seen]])
  })

  it.each([
    '订单 4200001234202611200000000001',
    '2026-11-20 12:00:00 退款 100 元',
    '20261120120000 起 3 天',
    '13 15:30:00.123',
    '工单 TK20261120，CS20261120001',
    '12800138000',
    '1380013800',
    '138001380001',
    '4111 1111 1111 1112',
    'f13800138000abcdef0123456789abcd',
    `${'0'.repeat(20)}e12345678aaaa`,
    '渠道已恢复 9 成',
  ])('are not seen in %s', (text) => {
    expect(numbersIn(text)).toEqual([])
  })

  it('are masked where a text is shown, each as everywhere else; the rest stays as it was written', () => {
    expect(
      maskNumbers(`我是赵可心，身份证 ${number} 电话138 0013 8000，卡6222021234567890123 护照E12345678，退钱！`),
    ).toBe(
      `我是赵可心，身份证 ${number[0]}${'*'.repeat(16)}${number[17]} 电话138****8000，卡${'*'.repeat(15)}0123 护照E********，退钱！`,
    )
    expect(maskNumbers('没有号码 🙂')).toBe('没有号码 🙂')
  })

  it('are masked with an ID number between them, which nothing beside it hides', () => {
    const text = maskNumbers(`6222 ${number} 0212`)
    expect(text).toBe(`6222 ${number[0]}${'*'.repeat(16)}${number[17]} 0212`)
  })

  it('leave nothing that is seen once more', () => {
    const parts = fc.constantFrom(
      number,
      seventeen,
      '13800138000',
      '6222021234567890123',
      'E12345678',
      ' ',
      '，',
      '1',
      'a',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (of) => {
        const shown = maskNumbers(of.join(' '))
        expect(numbersIn(shown)).toEqual([])
        expect(shown).not.toContain(number)
      }),
    )
  })
})

describe('P11 what an operator writes about a deed', () => {
  const deeds = routes.filter(
    ({ caller, body }) => caller === 'operator' && body && expectationOf(body, []).properties?.includes('reason'),
  )

  it('is asked for by many routes', () => {
    expect(deeds.length).toBeGreaterThan(10)
  })

  it.each(deeds.map((one) => [`${one.method} ${one.path}`, one] as const))(
    '%s refuses the numbers of people, and says which',
    (_name, route) => {
      const body = route.body ?? expect.fail()
      const codes = (text: string): string[] => {
        const parsed = parse(body, { reason: text, words: text }, route.problems)
        const found = parsed.ok || !parsed.refusal.misfit ? [] : (refusalOf(parsed.refusal.misfit).fields ?? [])
        const at = expectationOf(body, []).properties?.includes('words') ? '/words' : '/reason'
        return found.filter(({ pointer }) => pointer === at).map(({ code }) => code)
      }
      expect(codes(`他是 ${number}`)).toEqual(['id_number_in_text'])
      expect(codes('电话 138 0013 8000')).toEqual(['phone_in_text'])
      expect(codes('卡 6222 0212 3456 7890 123')).toEqual(['bank_card_in_text'])
      expect(codes('护照 E12345678')).toEqual(['passport_in_text'])
      expect(codes(`护照 E12345678，电话 138 0013 8000，${number}`)).toEqual(['id_number_in_text'])
      expect(codes('渠道已恢复，订单 4200001234202611200000000001')).toEqual([])
    },
  )
})
