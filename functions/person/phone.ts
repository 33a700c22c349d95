import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import { ungrouped } from './typed-digits.ts'

const MAINLAND_MOBILE = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/

/**
 * A mainland mobile number as typed → its 11 digits, or `invalid_phone`. Takes +86 or 0086 in front, brackets around it, spaces,
 * hyphens and full-width digits. The carrier is never inferred: numbers have been portable since 2019.
 */
export const normalisePhone = (typed: string): Outcome<string> => {
  const digits = MAINLAND_MOBILE.exec(ungrouped(typed).replace(/[()]/g, ''))?.[1]
  return digits ? ok(digits) : refused('invalid_phone')
}
