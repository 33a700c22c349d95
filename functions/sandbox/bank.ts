import { accountDeed } from './register/accounts.ts'

/** How its numbers of transfers begin, which say how they end: the bank keeps nothing. */
const ARRIVES = 'A'
const COMES_BACK = 'B'

type Taken = { result: 'taken' | 'account_unknown' | 'in_doubt'; reference: string | null }

/** Takes a transfer on, or not, by the number of the account. */
export const transferAtBank = ({ reference, accountNumber }: { reference: string; accountNumber: string }): Taken => {
  switch (accountDeed(accountNumber)) {
    case 'arrives':
      return { result: 'taken', reference: `${ARRIVES}${reference}` }
    case 'comes_back':
      return { result: 'taken', reference: `${COMES_BACK}${reference}` }
    case 'unknown':
      return { result: 'account_unknown', reference: null }
    case 'in_doubt':
      return { result: 'in_doubt', reference: null }
  }
}

/** How one stands that was taken on. */
export const lookAtTransfer = ({ reference }: { reference: string }) => {
  if (reference.startsWith(ARRIVES)) return { status: 'arrived' as const }
  return { status: reference.startsWith(COMES_BACK) ? ('failed' as const) : ('unknown' as const) }
}
