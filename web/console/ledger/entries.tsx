import { useTexts } from '../../shared/language.ts'
import { amountText } from '../controls/amounts.ts'
import { shortened } from '../controls/shortened.ts'
import { ledgerTexts } from './texts.ts'

type Entry = { account: string; amount: number }

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
            <code title={account}>{account.split(':').map(shortened).join(':')}</code>
            <span className="number">{amountText(Math.abs(amount), unit)}</span>
          </li>
        )),
      )}
    </ul>
  )
}
