import type { BillSource } from '../../../bookkeeping/reconciliation/bill.ts'
import { type AccountParts, accountOf } from '../account.ts'
import { wechatPayBills } from './bill-source.ts'

/** The largest bill that is read: some 100,000 payments of one day, at about 350 bytes a row. */
const MAX_BILL = 32 * 1024 * 1024

/**
 * Makes the source from the merchant's secret; throws when the secret has another form. `limits` must leave time for a whole
 * file, which takes longer than an answer.
 */
export const wechatPayBillsFrom =
  (parts: AccountParts) =>
  (secret: unknown): BillSource => {
    const { config, deps } = accountOf(parts, MAX_BILL, secret)
    return wechatPayBills(config, deps)
  }
