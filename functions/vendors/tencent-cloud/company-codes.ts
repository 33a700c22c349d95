import { type CodeRow, takenFromNobody, turnedAway } from '../check-codes.ts'

/** `OperatingStatus` where the vendor has no such company: as its page had it until 2026, and as it has it since. */
export const notFoundStatuses: readonly string[] = ['-10002', '/']

/** Free, by the table of the product; whether anything was looked up is not said. */
const unclear = (code: string): CodeRow => ({ code, kind: 'unknown', billed: 'unknown' })

/**
 * `Response.Error.Code` of VerifyBizLicenseEnterprise4 2018-11-19: the product's errors with what is charged (866/45470) and the common ones of
 * API 3.0 (866/33528), which are judged before an action is reached. Errors of pictures are left out: none is sent. All of them are free.
 */
export const companyErrorCodes: readonly CodeRow[] = [
  // so many a second
  { code: 'RequestLimitExceeded', kind: 'not_executed', billed: 'no' },
  // arrears
  turnedAway('FailedOperation.ArrearsError'),
  // not opened
  turnedAway('FailedOperation.UnOpenError'),
  // what was bought is used up
  turnedAway('FailedOperation.UserQuotaError'),
  turnedAway('FailedOperation.CountLimitError'),
  // InArrears, ResourcePackageRunOut and the like
  turnedAway('ResourceUnavailable'),
  turnedAway('ResourceInsufficient'),
  turnedAway('ResourceNotFound'),
  // ChargeStatusException
  turnedAway('ResourcesSoldOut'),
  turnedAway('LimitExceeded'),
  // key, signature, clock, or no right by policy
  turnedAway('AuthFailure'),
  turnedAway('UnauthorizedOperation'),
  turnedAway('OperationDenied'),
  turnedAway('UnsupportedOperation'),
  // the form of the request, which every call shares
  turnedAway('MissingParameter'),
  turnedAway('UnknownParameter'),
  turnedAway('InvalidAction'),
  turnedAway('InvalidRequest'),
  turnedAway('RequestSizeLimitExceeded'),
  turnedAway('ActionOffline'),
  turnedAway('NoSuchProduct'),
  turnedAway('NoSuchVersion'),
  turnedAway('UnsupportedProtocol'),
  turnedAway('UnsupportedRegion'),
  turnedAway('IpInBlacklist'),
  turnedAway('IpNotInWhitelist'),
  // a value that is none of a code, a name or a number
  takenFromNobody('InvalidParameter'),
  takenFromNobody('InvalidParameterValue'),
  unclear('FailedOperation'),
  unclear('FailedOperation.UnKnowError'),
  unclear('InternalError'),
  unclear('ServiceUnavailable'),
  unclear('ResourceInUse'),
  // executed, and its answer was too large
  unclear('ResponseSizeLimitExceeded'),
  // we never ask for a dry run
  unclear('DryRunOperation'),
]
