import type { DataItem, Permit } from '../../consent/permit.ts'

/** What whoever transfers is handed: the number of the company's account; its name stands in a public register. */
export const accountHandedOn: readonly DataItem[] = ['company_account']

/** To whose account at which bank how much is transferred. `bankCode`: twelve digits, where it was said. `fen`: 1 to 99. */
export type TransferAsked = { companyName: string; accountNumber: string; bankCode?: string; fen: number }

/**
 * What became of a transfer that was asked for. `begun`: under way, charged, and found again by the vendor's own `reference`. `not_executed`: documented or
 * provable that nothing was transferred and nothing is charged; `account`: there is no such account, or not of that company; `vendor`: for no fault of the
 * account; `notSent`: not even the data left us; `needsRepair`: it refuses us, whosever account it is, until a person mends something on our side. `unknown`:
 * possibly transferred, and never asked for again.
 */
export type TransferBegun =
  | { kind: 'begun'; reference: string }
  | { kind: 'not_executed'; because: 'account' }
  | { kind: 'not_executed'; because: 'vendor'; vendorCode: string; notSent?: true; needsRepair?: true }
  | { kind: 'unknown' }

/** How a transfer stands that is under way. `failed`: it certainly came back. `unknown`: nobody could say. */
export const transferStandings = ['under_way', 'arrived', 'failed', 'unknown'] as const
export type TransferStanding = (typeof transferStandings)[number]

/**
 * Transfers a small amount to the account of a company, so that whoever sees its statement can say how much. One call each, never a retry; never throws for
 * what the vendor or the network does. `begin` throws, and sends nothing, without a permit for this vendor and `accountHandedOn`. `call`: 32 letters and digits
 * that tell this transfer from every other.
 */
export type CompanyAccountProver = {
  vendor: string
  /** How many fen are transferred, drawn before the call, so that an answer that is lost loses nothing. */
  draw(): number
  begin(asked: TransferAsked, call: { reference: string }, permit: Permit): Promise<TransferBegun>
  read(reference: string): Promise<TransferStanding>
}
