import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'

/** What people put between the digits of a number. */
const BETWEEN = /[\s-]/g

/** The number of an account at a bank, as typed, as its digits: 8 to 32 of them; banks number as they like. Refuses with `invalid_account_number`. */
export const readAccountNumber = (typed: string): Outcome<string> => {
  const digits = typed.normalize('NFKC').replace(BETWEEN, '')
  return /^\d{8,32}$/.test(digits)
    ? ok(digits)
    : refused('invalid_account_number', { fields: [{ pointer: '/accountNumber', code: 'invalid_account_number' }] })
}

/** The twelve digits of a bank's branch (大额支付行号), as typed. Refuses with `invalid_bank_code`. */
export const readBankCode = (typed: string | undefined): Outcome<string | undefined> => {
  const digits = typed?.normalize('NFKC').replace(BETWEEN, '')
  return digits === undefined || /^\d{12}$/.test(digits)
    ? ok(digits)
    : refused('invalid_bank_code', { fields: [{ pointer: '/bankCode', code: 'invalid_bank_code' }] })
}
