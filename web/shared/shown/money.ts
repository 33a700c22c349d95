import { type Fen, yuan } from '../../../shared/kernel/money.ts'

/** `¥9.00` for 900 fen, `-¥9.00` for what goes the other way. */
export const moneyText = (fen: Fen): string => `${fen < 0 ? '-' : ''}¥${yuan(Math.abs(fen))}`
