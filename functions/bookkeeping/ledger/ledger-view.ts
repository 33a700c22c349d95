import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { ledgerUnits } from '../../payment/ledger/ledger.ts'
import type { Booked } from '../../payment/ledger/ledger-store.ts'
import type { Balances, LedgerPage } from './read-ledger.ts'

const time = z.iso.datetime()

/** A ledger transaction: a debit is positive, a credit negative, in its unit. `orderId` is null where it belongs to no order. */
export const transactionShown = z.strictObject({
  id: z.string(),
  orderId: z.nullable(z.string()),
  at: time,
  unit: z.enum(ledgerUnits),
  entries: z.array(z.strictObject({ account: z.string(), amount: z.int() })),
})

export const showTransaction = (booking: Booked): z.infer<typeof transactionShown> => ({
  id: booking.id,
  orderId: booking.orderId || null,
  at: rfc3339(booking.at),
  unit: booking.unit,
  entries: booking.entries.map(({ account, fen }) => ({ account, amount: fen })),
})

export const ledgerShown = pageShown({ transactions: z.array(transactionShown) })

export const showLedger = ({ transactions, nextCursor }: LedgerPage): z.infer<typeof ledgerShown> => ({
  transactions: transactions.map(showTransaction),
  nextCursor,
})

/** `open` on a line that ends in `*`: how many of its accounts are not at zero. `balanced` says that `total` is 0, as it must be. */
export const balancesShown = z.strictObject({
  from: z.string(),
  until: z.string(),
  unit: z.enum(ledgerUnits),
  transactions: z.int(),
  lines: z.array(
    z.strictObject({
      account: z.string(),
      amount: z.int(),
      accounts: z.nullable(z.int()),
      open: z.nullable(z.int()),
    }),
  ),
  total: z.int(),
  balanced: z.boolean(),
})

export const showBalances = (balances: Balances): z.infer<typeof balancesShown> => ({
  ...balances,
  lines: balances.lines.map(({ accounts = null, open = null, ...line }) => ({ ...line, accounts, open })),
  balanced: balances.total === 0,
})
