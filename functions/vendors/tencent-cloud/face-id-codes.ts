import { type CodeRow, takenFromNobody, turnedAway } from '../check-codes.ts'

/** `Result` of PhoneVerification 2018-03-01: cloud.tencent.com/document/api/1007/39765. Other actions use other numbers. */
export const resultCodes: readonly CodeRow[] = [
  // the three belong together
  { code: '0', kind: 'verdict', verdict: 'match', billed: 'yes' },
  // the same, as some pages print it
  { code: '-0', kind: 'verdict', verdict: 'match', billed: 'yes' },
  // the three do not belong together
  { code: '-4', kind: 'verdict', verdict: 'mismatch', billed: 'yes' },
  // no record of the three
  { code: '-9', kind: 'verdict', verdict: 'no_record', billed: 'no' },
  // not a phone number
  takenFromNobody('-6'),
  // not an ID number
  takenFromNobody('-7'),
  // not a name
  takenFromNobody('-8'),
  // verification centre busy
  { code: '-11', kind: 'not_executed', billed: 'no' },
  // daily limit of this identity; good again the next day
  { code: '-12', kind: 'refused', because: 'vendor_daily_limit', billed: 'no' },
  // number segment not supported
  takenFromNobody('-13', 'number_segment_unsupported'),
]

/** Ours to mend too, but no document says that nothing ran or that it is free. */
const refusedUs = (code: string): CodeRow => ({
  code,
  kind: 'refused',
  billed: 'unknown',
  repair: true,
})

/**
 * `Response.Error.Code`: a row for one code, or for a family (what stands before the dot): the common codes of API 3.0, and those of
 * faceid 2018-03-01. Signature, rights, action, version and address are judged by the gateway, before any data is looked up;
 * product/1007/47911 lists InvalidParameter and UnauthorizedOperation as free.
 */
export const errorCodes: readonly CodeRow[] = [
  // turned away by the gateway: rate limit
  { code: 'RequestLimitExceeded', kind: 'not_executed', billed: 'no' },
  // key, signature, clock, or no right by policy
  turnedAway('AuthFailure'),
  // arrears, not activated, no right
  turnedAway('UnauthorizedOperation'),
  // a parameter is missing: ours, as every call has the same
  turnedAway('MissingParameter'),
  // a parameter is not known: ours, as every call has the same
  turnedAway('UnknownParameter'),
  // no such action
  turnedAway('InvalidAction'),
  // the form of the request
  turnedAway('InvalidRequest'),
  // the action was withdrawn
  turnedAway('ActionOffline'),
  // no such product
  turnedAway('NoSuchProduct'),
  // no such version
  turnedAway('NoSuchVersion'),
  // neither GET nor POST, or plain HTTP
  turnedAway('UnsupportedProtocol'),
  // the region
  turnedAway('UnsupportedRegion'),
  // our address is blocked
  turnedAway('IpInBlacklist'),
  // our address is not allowed
  turnedAway('IpNotInWhitelist'),
  // the request is too large
  turnedAway('RequestSizeLimitExceeded'),
  // a quota of our account is used up
  refusedUs('LimitExceeded'),
  // the operation is denied to us
  refusedUs('OperationDenied'),
  // what our account has bought is not enough
  refusedUs('ResourceInsufficient'),
  // what our account has bought cannot be used: arrears, package used up
  refusedUs('ResourceUnavailable'),
  // what our account should have is not there
  refusedUs('ResourceNotFound'),
  // the operation is not for our account
  refusedUs('UnsupportedOperation'),
  // our account gave the service no role
  refusedUs('FailedOperation.StsUnAuthErrError'),
  // a parameter is wrong, perhaps only for these data
  {
    code: 'InvalidParameter',
    kind: 'refused',
    billed: 'no',
  },
  // a value is wrong, perhaps only of these data
  {
    code: 'InvalidParameterValue',
    kind: 'refused',
    billed: 'no',
  },
  // not said to be unexecuted
  { code: 'FailedOperation', kind: 'unknown', billed: 'unknown' },
  // free, but not said to be unexecuted
  { code: 'FailedOperation.UnKnown', kind: 'unknown', billed: 'unknown' },
  // not said to be unexecuted
  { code: 'ResourceInUse', kind: 'unknown', billed: 'unknown' },
  // executed, and its answer was too large
  {
    code: 'ResponseSizeLimitExceeded',
    kind: 'unknown',
    billed: 'unknown',
  },
  // not said to be unexecuted
  { code: 'ServiceUnavailable', kind: 'unknown', billed: 'unknown' },
  // not said to be unexecuted
  { code: 'InternalError', kind: 'unknown', billed: 'unknown' },
  // we never ask for a dry run
  { code: 'DryRunOperation', kind: 'unknown', billed: 'unknown' },
]
