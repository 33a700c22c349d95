import { describe, expect, it } from 'vitest'
import { bankHint, bankNames, banks } from '../../../functions/wallet/cards/banks.ts'
import { hasCheckDigit, lastFourOf, readCardNumber } from '../../../functions/wallet/cards/card-number.ts'
import { codeOf, valueIn } from '../../kit.ts'

describe('X2 the number of a bank card', () => {
  it.each([
    ['6200000000000005'],
    ['6200 0000 0000 0005'],
    ['6200-0000-0000-0005'],
    ['６２００　００００　００００　０００５'],
    [' 6200\u00a00000 00000005 '],
  ])('is compared without what people type between its digits: %s', (typed) => {
    expect(valueIn(readCardNumber(typed))).toBe('6200000000000005')
    expect(hasCheckDigit(typed)).toBe(true)
  })

  it('has 13 to 19 digits and nothing else', () => {
    for (const length of [13, 16, 19]) expect(readCardNumber('6'.repeat(length)).ok).toBe(true)
    for (const typed of [
      '',
      '6'.repeat(12),
      '6'.repeat(20),
      '620000000000000x',
      '6200000000000005.',
      '٦٢٠٠٠٠٠٠٠٠٠٠٠٠٠٥',
    ])
      expect(codeOf(readCardNumber(typed)), typed).toBe('invalid_card_number')
  })

  it('without the right check digit is a number all the same, of which it is told', () => {
    expect(readCardNumber('6200000000000006').ok).toBe(true)
    expect(hasCheckDigit('6200 0000 0000 0006')).toBe(false)
  })

  it('is shown by its last four', () => {
    expect(lastFourOf('6216261000000000018')).toBe('0018')
  })
})

describe('the bank that first digits hint at', () => {
  it.each([
    ['6228480000000000000', 'abc', 'debit'],
    ['622202', 'icbc', 'debit'],
    ['955880', 'icbc', 'debit'],
    // Of two that fit the longer one tells: debit and credit cards of one bank share their beginning.
    ['622836', 'abc', 'credit'],
    ['436742', 'ccb', 'debit'],
    ['436718', 'ccb', 'credit'],
    ['622575', 'cmb', 'credit'],
  ])('%s: %s, %s', (digits, bank, kind) => {
    expect(bankHint(digits)).toEqual({ bank, kind })
  })

  it('is none where the table does not know, also of test cards', () => {
    for (const digits of ['', '6', '6200000000000005', '6205500000000000004', '0000000000000'])
      expect(bankHint(digits)).toBeUndefined()
  })

  it('is one of twenty, each with its name in both languages', () => {
    expect(bankNames).toHaveLength(20)
    for (const name of bankNames) {
      expect(banks[name].zh).toMatch(/^\p{Script=Han}+银行$/u)
      expect(banks[name].en).toMatch(/^[A-Z]/)
    }
  })
})
