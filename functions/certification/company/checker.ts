import type { DataItem, Permit } from '../../consent/permit.ts'
import type { Billed } from '../../verification/check/checker.ts'

/**
 * What is compared, normalised, in the memory of whoever checks: that these four belong together. `legalRepresentative` and `idNumber`:
 * the name and number of whoever the licence names, of a sole trader the trader.
 */
export const companyFields = ['creditCode', 'companyName', 'legalRepresentative', 'idNumber'] as const
export type CompanyField = (typeof companyFields)[number]
export type CompanyAsked = Record<CompanyField, string>

/** What is handed on of a person: code and name of a company stand in a public register. */
export const itemsHandedOn: readonly DataItem[] = ['name', 'id_number']

/** What the register says of the company today. `moved`: to another authority, whose register has it since. `withdrawn`: its registration was undone. */
export const operatingStatuses = ['operating', 'moved', 'cancelled', 'revoked', 'withdrawn', 'closed', 'other'] as const
export type OperatingStatus = (typeof operatingStatuses)[number]

/** Of these a company is none any more, or may not trade: nothing can be certified for it. */
export const endedStatuses = ['cancelled', 'revoked', 'withdrawn', 'closed'] as const
export type EndedStatus = (typeof endedStatuses)[number]

/** Those of which the register alone does not say whether the company trades: people look. */
export const doubtfulStatuses = ['moved', 'other'] as const satisfies readonly OperatingStatus[]

/** Until when a company is registered, as a Beijing day YYYYMMDD; `open`: without an end. Absent where the register does not say it. */
export type RegisteredUntil = string | 'open'

/** What one call told, and how it is found again. `requestId`: the vendor's own number of it. */
type Told = { billed: Billed; vendorCode: string; requestId?: string; registeredUntil?: RegisteredUntil }

/**
 * What a register said.
 * `consistent`: all four belong together, and the company has not ended; `status` is `operating`, or one of the doubtful: `other` too where the vendor
 * said none. `differs`: which fields do not belong to the rest; a company that ended and differs is this. `no_record`: neither the code nor the name is known:
 * wrong, or registered or changed so lately that the vendor's copy (a week old and more) has it not yet. `not_operating`: all belong together, and the
 * company has ended.
 */
export type CompanyVerdict =
  | { verdict: 'consistent'; status: 'operating' | 'moved' | 'other' }
  | { verdict: 'differs'; fields: readonly CompanyField[]; status?: OperatingStatus }
  | { verdict: 'no_record' }
  | { verdict: 'not_operating'; status: EndedStatus }

/** Why a vendor cannot answer at all: it takes no such data (a form it does not know), or for another reason that nobody here understands. */
export const companyRefusals = ['data_unsupported', 'vendor_refused'] as const
export type CompanyRefusal = (typeof companyRefusals)[number]

/**
 * How one call ended, as of the checks of people. `not_executed`: documented or provable that nothing was looked up and nothing is charged, so asking once
 * more is allowed; `notSent`: not even the data left us. `refused`: answered, but not the question; asking again does not help. `unknown`: possibly
 * executed, never asked again. `needsRepair`: the vendor refuses us, whoever is checked, until a person mends something on our side.
 */
export type CompanyCheckResult =
  | (Told & { kind: 'verdict' } & CompanyVerdict)
  | { kind: 'not_executed'; vendorCode: string; notSent?: true; needsRepair?: true }
  | {
      kind: 'refused'
      because: CompanyRefusal
      billed: Billed
      vendorCode: string
      requestId?: string
      needsRepair?: true
    }
  | { kind: 'unknown'; vendorCode: string; requestId?: string }

/**
 * A vendor that looks companies up. One call, never a retry; never throws for what the vendor or network does. Throws, and sends nothing,
 * without a permit for this vendor and `itemsHandedOn`. `reference`: 32 letters and digits that tell this call from every other, and nothing
 * of anybody.
 */
export type CompanyChecker = {
  vendor: string
  check(asked: CompanyAsked, call: { reference: string }, permit: Permit): Promise<CompanyCheckResult>
}
