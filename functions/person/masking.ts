const stars = (count: number): string => '*'.repeat(Math.max(0, count))

/**
 * `张三` → `*三`, `买买提·吐尔逊` → `***·**逊`: all but the last code point, so that people recognise their own account without
 * the family name being shown. Separators and spaces stay. A single character is hidden.
 */
export const maskName = (name: string): string => {
  const points = [...name]
  const hidden = points.map((point) => (point === '·' || point === ' ' ? point : '*'))
  return points.length < 2 ? stars(points.length) : [...hidden.slice(0, -1), points.at(-1)].join('')
}

/**
 * `110101188506152031` → `1****************1`: first and last character, as Alipay and WeChat show it. More would undo the mask: the
 * first six and last four leave only the birth date open, and the last four are what a returning phone number must prove.
 */
export const maskIdNumber = (number: string): string =>
  number.length < 15 ? stars(number.length) : `${number[0]}${stars(number.length - 2)}${number.at(-1)}`

/** `zhang@example.com` → `z***@example.com`: how much of it there is before the @ is not told. */
export const maskEmail = (address: string): string => {
  const at = address.lastIndexOf('@')
  return `${at > 1 ? address[0] : ''}***${address.slice(at)}`
}

/** `13800138000` → `138****8000`, the form every carrier and shop uses. */
export const maskPhone = (phone: string): string =>
  phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(7)}` : stars(phone.length)
