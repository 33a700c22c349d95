import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appealRoute } from '../../functions/account/appeal.route.ts'
import { holdsIdNumber } from '../../functions/person/id-number-in-text.ts'
import { misfit } from '../http-event.ts'
import { person } from '../world.ts'
import { numbersOf } from './typed.ts'

const number = person('match').idNumber

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
