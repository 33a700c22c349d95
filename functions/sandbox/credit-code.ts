const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

const CODE = /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/

/** The last character of GB 32100 for the first 17. */
const checkCharacter = (first17: string): string => {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(first17.charAt(at)), 0)
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** The last digit of GB 11714 for eight digits. */
const organisationCheck = (first8: string): string => {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, at) => total + weight * Number(first8.charAt(at)), 0)
  const rest = 11 - (sum % 11)
  if (rest === 10) return 'X'
  return rest === 11 ? '0' : String(rest)
}

/** There is no such place: provinces end with 82, and 99 is given to none. */
const NOWHERE = '990000'

/** A code with both its sums right that nobody can have; `kind`: its first two characters. */
export const testCode = (kind: '91' | '92' | '11', eightDigits: string): string => {
  const first17 = `${kind}${NOWHERE}${eightDigits}${organisationCheck(eightDigits)}`
  return first17 + checkCharacter(first17)
}

/** 18 characters of those that codes have, with the right one at the end. */
export const isCreditCode = (text: string): boolean =>
  CODE.test(text) && checkCharacter(text.slice(0, 17)) === text.charAt(17)
