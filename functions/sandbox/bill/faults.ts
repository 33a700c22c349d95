/** How a whole bill can be wrong although the channel answers as if it were right. */
export const fileFaults = ['damaged', 'wrong_hash', 'wrong_totals'] as const
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
