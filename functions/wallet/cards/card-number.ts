import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { hasRightSum } from '../../person/right-sum.ts'

/** What is typed between groups of digits, also by Chinese keyboards. */
const BETWEEN = /[\s\u3000\u00a0-]/g
const DIGITS = /^\d{13,19}$/

/** Full-width digits are digits. */
const plain = (typed: string): string =>
  typed.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(BETWEEN, '')

/**
 * X2 the number of a bank card as it is compared: 13 to 19 digits, typed in groups or not. Refuses with `invalid_card_number`. Whether its
 * check digit fits is a warning alone (`hasCheckDigit`): cards of old do not have it.
 */
export const readCardNumber = (typed: string): Outcome<string> => {
  const number = plain(typed)
  return DIGITS.test(number) ? ok(number) : refused('invalid_card_number')
}

/** Whether the last digit is the check digit of the others (Luhn). Cards without it exist, so that nobody is refused for it. */
export const hasCheckDigit = (typed: string): boolean => hasRightSum(plain(typed))

/** Four digits that tell a person which card is meant. */
export const lastFourOf = (number: string): string => number.slice(-4)
