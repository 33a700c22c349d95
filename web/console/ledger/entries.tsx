import { useTexts } from '../../shared/language.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { ledgerTexts } from './texts.ts'

type Entry = { account: string; amount: number }

/** Hundredths of a fen: list prices of vendors are finer than money is. */
const PER_YUAN = 10_000

/** An amount in the unit of its ledger. */
const amountText = (amount: number, unit: string): string => {
  if (unit === 'fen') return moneyText(amount)
  if (unit === 'yuan_10000th') return `${amount < 0 ? '-' : ''}¥${(Math.abs(amount) / PER_YUAN).toFixed(4)}`
  return String(amount)
}

/** What moved from which account to which: debits first. */
export const Entries = ({ of: { entries, unit } }: { of: { entries: readonly Entry[]; unit: string } }) => {
  const texts = useTexts(ledgerTexts)
  const sides = [
    { name: texts.debit, of: entries.filter(({ amount }) => amount > 0) },
    { name: texts.credit, of: entries.filter(({ amount }) => amount < 0) },
  ]
  return (
    <ul className="entries">
      {sides.flatMap(({ name, of }) =>
        of.map(({ account, amount }) => (
          <li key={account}>
            <span className="quiet">{name}</span>
            <code>{account}</code>
            <span className="number">{amountText(Math.abs(amount), unit)}</span>
          </li>
        )),
      )}
    </ul>
  )
}
