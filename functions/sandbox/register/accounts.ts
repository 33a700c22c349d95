/**
 * What the bank of the sandbox does with a transfer to an account. `arrives`, `comes_back`: takes it on, and it is booked, or returned. `unknown`: there is no
 * such account. `in_doubt`: does not say whether it took it on; it did.
 */
export const accountDeeds = ['arrives', 'comes_back', 'unknown', 'in_doubt'] as const
export type AccountDeed = (typeof accountDeeds)[number]

/** The published accounts, of a range that no bank numbers in; every other number is of no account, so that nobody's real one gets a transfer. */
export const accounts: readonly { number: string; deed: AccountDeed; note: string }[] = [
  { number: '99990000000000001', deed: 'arrives', note: '打款 1 分，到账' },
  { number: '99990000000000002', deed: 'comes_back', note: '受理后被退回' },
  { number: '99990000000000003', deed: 'unknown', note: '账户不存在或户名不符' },
  { number: '99990000000000004', deed: 'in_doubt', note: '银行没有答复是否受理，实际到账' },
]

/** What it does with a transfer to that number. */
export const accountDeed = (number: string): AccountDeed =>
  accounts.find((one) => one.number === number)?.deed ?? 'unknown'
