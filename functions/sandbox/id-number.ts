const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/** The check digit of GB 11643 (ISO 7064 MOD 11-2) for the first 17 digits. */
export const checkDigit = (body: string): string => {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return CHECK_DIGITS.charAt(sum % 11)
}

const isDate = (yyyymmdd: string): boolean => {
  const iso = `${yyyymmdd.slice(0, 4)}-${yyyymmdd.slice(4, 6)}-${yyyymmdd.slice(6, 8)}`
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso)
}

/** 18 characters, a date that exists and the right check digit. A lower-case x is wrong, as it is at the vendor. */
export const isIdNumber = (text: string): boolean =>
  /^\d{17}[\dX]$/.test(text) && isDate(text.slice(6, 14)) && checkDigit(text.slice(0, 17)) === text.charAt(17)
