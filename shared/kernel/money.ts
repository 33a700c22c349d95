/** Whole fen. 100 fen = 1 yuan. Never a fraction, never a float of yuan. */
export type Fen = number

/** `9.00` for 900 fen: how amounts are written for people and for Alipay, by whole-number arithmetic. */
export const yuan = (fen: Fen): string => {
  const sign = fen < 0 ? '-' : ''
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
