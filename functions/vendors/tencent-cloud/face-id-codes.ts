import type { Billed, RefusedBecause } from '../../verification/check/checker.ts'

/**
 * One code of the vendor. Everything without a row is `unknown`: possibly executed, never a match, never asked again.
 * `not_executed` needs a document that says both "free" and "try again"; "free" alone does not say that nothing ran.
 */
export type CodeRow = { code: string; billed: Billed; note: string } & (
  | { kind: 'verdict'; verdict: 'match' | 'mismatch' | 'no_record' }
  | { kind: 'refused'; because?: RefusedBecause }
  | { kind: 'not_executed' | 'unknown' }
)

/** `Result` of PhoneVerification 2018-03-01: cloud.tencent.com/document/api/1007/39765. Other actions use other numbers. */
export const resultCodes: readonly CodeRow[] = [
  { code: '0', kind: 'verdict', verdict: 'match', billed: 'yes', note: 'the three belong together' },
  { code: '-0', kind: 'verdict', verdict: 'match', billed: 'yes', note: 'the same, as some pages print it' },
  { code: '-4', kind: 'verdict', verdict: 'mismatch', billed: 'yes', note: 'the three do not belong together' },
  { code: '-9', kind: 'verdict', verdict: 'no_record', billed: 'no', note: 'no record of the three' },
  { code: '-6', kind: 'refused', billed: 'no', note: 'not a phone number' },
  { code: '-7', kind: 'refused', billed: 'no', note: 'not an ID number' },
  { code: '-8', kind: 'refused', billed: 'no', note: 'not a name' },
  { code: '-11', kind: 'not_executed', billed: 'no', note: 'verification centre busy' },
  {
    code: '-12',
    kind: 'refused',
    because: 'vendor_daily_limit',
    billed: 'no',
    note: 'daily limit of this identity; good again the next day',
  },
  {
    code: '-13',
    kind: 'refused',
    because: 'number_segment_unsupported',
    billed: 'no',
    note: 'number segment not supported',
  },
]

/**
 * `Response.Error.Code`: a row for one code, or for a family (what stands before the dot). The refused ones are decided before
 * the data is looked up; product/1007/47911 lists InvalidParameter and UnauthorizedOperation as free.
 */
export const errorCodes: readonly CodeRow[] = [
  { code: 'RequestLimitExceeded', kind: 'not_executed', billed: 'no', note: 'turned away by the gateway: rate limit' },
  { code: 'AuthFailure', kind: 'refused', billed: 'no', note: 'configuration: key, signature or clock' },
  {
    code: 'UnauthorizedOperation',
    kind: 'refused',
    billed: 'no',
    note: 'configuration: arrears, not activated, no right',
  },
  { code: 'InvalidParameter', kind: 'refused', billed: 'no', note: 'a parameter is wrong' },
  { code: 'InvalidParameterValue', kind: 'refused', billed: 'no', note: 'a parameter value is wrong' },
  { code: 'MissingParameter', kind: 'refused', billed: 'no', note: 'a parameter is missing' },
  { code: 'UnknownParameter', kind: 'refused', billed: 'no', note: 'a parameter is not known' },
  { code: 'InvalidAction', kind: 'refused', billed: 'no', note: 'configuration: no such action' },
  { code: 'ActionOffline', kind: 'refused', billed: 'no', note: 'configuration: the action was withdrawn' },
  { code: 'NoSuchVersion', kind: 'refused', billed: 'no', note: 'configuration: no such version' },
  { code: 'UnsupportedRegion', kind: 'refused', billed: 'no', note: 'configuration: the region' },
  { code: 'IpInBlacklist', kind: 'refused', billed: 'no', note: 'configuration: our address is blocked' },
  { code: 'IpNotInWhitelist', kind: 'refused', billed: 'no', note: 'configuration: our address is not allowed' },
  { code: 'FailedOperation.UnKnown', kind: 'unknown', billed: 'unknown', note: 'free, but not said to be unexecuted' },
  { code: 'InternalError', kind: 'unknown', billed: 'unknown', note: 'not said to be unexecuted' },
]
