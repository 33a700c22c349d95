/** The three elements a check compares: as typed, normalised, or in plaintext in the memory of the check worker. */
export type Elements = { name: string; idNumber: string; phone: string }

/** Whether the vendor charges for the call. */
export const billedAnswers = ['yes', 'no', 'unknown'] as const
export type Billed = (typeof billedAnswers)[number]

/**
 * Why a vendor cannot answer the question at all. `data_unsupported`: it does not take these very data (the form of a name or
 * number). `vendor_refused`: for another reason, which nobody here understands.
 */
export const refusals = [
  'number_segment_unsupported',
  'data_unsupported',
  'vendor_daily_limit',
  'vendor_refused',
] as const
export type RefusedBecause = (typeof refusals)[number]

/**
 * How one call to an identity vendor ended. `requestId` is the vendor's own number of it, where an answer was read.
 * `verdict`: the vendor answered the question. `not_executed`: documented or provable that nothing was done and nothing is
 * charged, so asking once more is allowed. `refused`: answered, but the question cannot be answered for this evidence
 * (number segment not supported, daily limit) or for us; asking again does not help.
 * `unknown`: possibly executed, never asked again.
 * `needsRepair`: the vendor refuses us, whoever is to be checked, until a person mends something on our side (balance, key,
 * permission, clock): alarm, and a pause for everybody.
 */
export type CheckResult =
  | {
      kind: 'verdict'
      verdict: 'match' | 'mismatch' | 'no_record'
      billed: Billed
      vendorCode: string
      requestId?: string
    }
  | { kind: 'not_executed'; vendorCode: string; needsRepair?: true }
  | {
      kind: 'refused'
      because: RefusedBecause
      billed: Billed
      vendorCode: string
      requestId?: string
      needsRepair?: true
    }
  | { kind: 'unknown'; vendorCode: string; requestId?: string }

/** The vendor refuses us, and not only these data. */
export const refusesUs = ({ needsRepair }: { kind: string; needsRepair?: true }): boolean => needsRepair === true

/** A vendor of the carrier three-element check. One call, never a retry; never throws for what the vendor or network does. */
export type IdentityChecker = { vendor: string; check(evidence: Elements): Promise<CheckResult> }
