import type { LedgerEntry } from '../../payment/ledger/ledger.ts'

/** Sums by account, in the unit of one ledger. */
export type Sums = Map<string, number>

/** Adds a transaction's entries to the sums. Only transactions of one unit may ever meet here. */
export const addEntries = (sums: Sums, entries: readonly LedgerEntry[]): void => {
  for (const { account, fen } of entries) sums.set(account, (sums.get(account) ?? 0) + fen)
}

/** One line of a balance sheet. `accounts` and `open` on a family: how many accounts it stands for, and how many are not at zero. */
export type SheetLine = { account: string; amount: number; accounts?: number; open?: number }

/** Accounts that exist once per payment or per user; the sheet shows each family as one line. */
const FAMILY = /^(?:deposit|refund-payable|paid-twice|points):/

const lineOf = (account: string, amounts: readonly number[]): SheetLine => {
  const amount = amounts.reduce((sum, one) => sum + one, 0)
  if (!account.endsWith('*')) return { account, amount }
  return { account, amount, accounts: amounts.length, open: amounts.filter((one) => one !== 0).length }
}

/** The balance sheet of those sums, by account name. `total` is the sum of everything and must be 0. */
export const sheetOf = (sums: Sums): { lines: SheetLine[]; total: number } => {
  const accounts = Map.groupBy([...sums.keys()].sort(), (account) => {
    const family = FAMILY.exec(account)?.[0]
    return family ? `${family}*` : account
  })
  const lines = [...accounts].map(([name, all]) =>
    lineOf(
      name,
      all.map((account) => Number(sums.get(account))),
    ),
  )
  return { lines, total: lines.reduce((sum, { amount }) => sum + amount, 0) }
}
