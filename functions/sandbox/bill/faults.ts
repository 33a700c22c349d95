/**
 * What can be about a whole bill although the channel answers as ever: it is wrong, or other tills on the same merchant account have
 * rows in it (`other_tills`), in the bill of payments and in that of the account.
 */
export const fileFaults = ['damaged', 'wrong_hash', 'wrong_totals', 'other_tills'] as const
export type FileFault = (typeof fileFaults)[number]

/**
 * How a trade bill can tell something else than what happened, by mode of `wechat_pay_bill_row` and `alipay_bill_row`. The
 * subject is the merchant's number in the row. Totals and hash agree with the rows.
 */
export const rowFaults = {
  missing_row: 'missing_row',
  extra_row: 'extra_row',
  amount_differs: 'amount_differs',
} as const
