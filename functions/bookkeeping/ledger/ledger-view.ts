import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { ledgerUnits } from '../../payment/ledger/ledger.ts'
import type { Booked } from '../../payment/ledger/ledger-store.ts'
import type { Balances, LedgerPage } from './read-ledger.ts'

const time = z.iso.datetime()
const optionalText = z.optional(z.string())

/** A ledger transaction: a debit is positive, a credit negative, in its unit. `orderId` is missing where it belongs to no order. */
export const transactionShown = z.strictObject({
  id: z.string(),
  orderId: optionalText,
  at: time,
  unit: z.enum(ledgerUnits),
  entries: z.array(z.strictObject({ account: z.string(), amount: z.int() })),
})

export const showTransaction = (booking: Booked): z.infer<typeof transactionShown> => ({
  id: booking.id,
  ...(booking.orderId && { orderId: booking.orderId }),
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
      accounts: z.optional(z.int()),
      open: z.optional(z.int()),
    }),
  ),
  total: z.int(),
  balanced: z.boolean(),
})

export const showBalances = (balances: Balances): z.infer<typeof balancesShown> => ({
  ...balances,
  balanced: balances.total === 0,
})
