import type { Fen } from '../../../shared/kernel/money.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Change } from '../world/record.ts'
import type { World } from '../world/world.ts'

/** What a ledger item moved. */
export const entriesOf = (item: Item): { account: string; fen: Fen }[] =>
  Array.isArray(item.entries)
    ? item.entries.flatMap((entry) =>
        typeof entry === 'object' && entry !== null && 'account' in entry && 'fen' in entry
          ? [{ account: String(entry.account), fen: Number(entry.fen) }]
          : [],
      )
    : []

/** Balances of every account in the ledger, or only of those booked with one order. Debits are positive. */
export const balances = (world: World, pk?: string): Map<string, Fen> => {
  const found = new Map<string, Fen>()
  for (const item of world.items.values()) {
    if (!item.sk.startsWith('LEDGER#') || (pk !== undefined && item.pk !== pk)) continue
    for (const { account, fen } of entriesOf(item)) found.set(account, (found.get(account) ?? 0) + fen)
  }
  return found
}

/** Every transaction sums to zero and is never changed; nobody's deposit and no refund payable is overdrawn. */
export const ledgerFaults = (world: World, { key, before, after }: Change): string[] => {
  if (before || !after) return ['a ledger transaction was changed']
  const sum = entriesOf(after).reduce((total, { fen }) => total + fen, 0)
  const overdrawn = [...balances(world, key.pk)].filter(
    ([account, fen]) => fen > 0 && (account.startsWith('deposit:') || account.startsWith('refund-payable:')),
  )
  return [
    ...(sum === 0 ? [] : [`${key.sk} does not sum to zero`]),
    ...overdrawn.map(([account, fen]) => `${account} is overdrawn by ${fen} after ${key.sk}`),
  ]
}
