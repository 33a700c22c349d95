import type { BillSource } from '../../../bookkeeping/reconciliation/bill.ts'
import { type AccountParts, accountOf } from '../account.ts'
import { alipayBills } from './bill-source.ts'

/** The largest package that is read: some hundred thousand rows, packed. */
const MAX_PACKAGE = 16 * 1024 * 1024

/**
 * Makes the source from the app's secret; throws when the secret has another form. `limits` must leave time for a whole file,
 * which takes longer than an answer.
 */
export const alipayBillsFrom =
  (parts: AccountParts) =>
  (secret: unknown): BillSource => {
    const { config, deps } = accountOf(parts, MAX_PACKAGE, secret)
    return alipayBills(config, deps)
  }
