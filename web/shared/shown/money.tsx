import type { Fen } from '../../../shared/kernel/money.ts'
import { moneyText } from './money.ts'

/** An amount of money. */
export const Money = ({ fen }: { fen: Fen }) => <span className="number">{moneyText(fen)}</span>
