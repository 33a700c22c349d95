import { moneyText } from '../../shared/shown/money.ts'

/** List prices of vendors are finer than fen: they are kept in hundredths of one. */
const PER_YUAN = 10_000
const DIGITS = 4

/** An amount in the unit of its ledger: `fen`, `point` or `yuan_10000th`. */
export const amountText = (amount: number, unit: string): string => {
  if (unit === 'fen') return moneyText(amount)
  if (unit !== 'yuan_10000th') return String(amount)
  return `${amount < 0 ? '-' : ''}¥${(Math.abs(amount) / PER_YUAN).toFixed(DIGITS)}`
}
