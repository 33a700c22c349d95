import {
  type AttemptRow,
  type BeginRow,
  lastOne,
  nobodyKnows,
  ours,
  passing,
  theirFault,
  tryAgain,
} from '../face-codes.ts'

/**
 * `Text.ErrCode` of GetDetectInfoEnhanced, for WeChat programs and H5 pages, edition Plus: cloud.tencent.com/document/product/1007/31082 and
 * 108625. What is charged differs by edition, so that an attempt is counted as charged by `IsNeedCharge` of its own; these columns are
 * for who reads the table. Until the token is over the person may try again, whatever a code says, unless it is that of the last attempt.
 */
export const attemptCodes: readonly AttemptRow[] = [
  { code: '0', kind: 'confirmed', billed: 'yes', whose: 'person' },
  // the vendor's page was called otherwise than its documents say
  { code: '1', kind: 'unknown', billed: 'no', whose: 'ours' },
  { code: '2', kind: 'unknown', billed: 'no', whose: 'ours' },
  { code: '3', kind: 'unknown', billed: 'no', whose: 'ours' },
  theirFault('4'),
  theirFault('8'),
  theirFault('10'),
  theirFault('12'),
  theirFault('13'),
  // the confirmation is over, which says nothing of how
  { code: '14', kind: 'pending', billed: 'no', whose: 'person' },
  { code: '15', kind: 'expired', billed: 'no', whose: 'person' },
  // no further attempt on this token
  lastOne('16', 'too_often', 'no'),
  { code: '17', kind: 'pending', billed: 'no', whose: 'person' },
  // pictures did not come from WeChat
  theirFault('201'),
  theirFault('202'),
  // our account may not do this, or did not connect its WeChat
  { code: '203', kind: 'unknown', billed: 'no', whose: 'ours' },
  { code: '204', kind: 'unknown', billed: 'no', whose: 'ours' },
  // a card that is photographed, which we never ask for
  tryAgain('301', 'identity_differs'),
  tryAgain('302', 'picture_unusable'),
  tryAgain('303', 'picture_unusable'),
  theirFault('1001'),
  // taken for a recording
  tryAgain('1002', 'not_live', 'yes'),
  tryAgain('1003', 'not_live'),
  tryAgain('1004', 'not_live'),
  tryAgain('1005', 'not_live'),
  theirFault('1006'),
  theirFault('1007'),
  // the person's network
  tryAgain('1008', 'picture_unusable'),
  theirFault('2001'),
  tryAgain('2002', 'identity_differs'),
  tryAgain('2003', 'identity_differs'),
  tryAgain('2004', 'picture_unusable'),
  tryAgain('2005', 'no_photo'),
  tryAgain('2006', 'identity_differs', 'yes'),
  tryAgain('2007', 'no_photo'),
  tryAgain('2008', 'no_photo'),
  tryAgain('2009', 'no_photo'),
  tryAgain('2010', 'picture_unusable'),
  tryAgain('2011', 'not_live'),
  tryAgain('2012', 'picture_unusable'),
  tryAgain('2013', 'picture_unusable'),
  tryAgain('2014', 'picture_unusable'),
  tryAgain('2015', 'other_face'),
  tryAgain('2016', 'other_face', 'yes'),
  // the source is renewed just now
  theirFault('2017'),
  tryAgain('2018', 'too_often'),
]

/** `Response.Error.Code` of DetectAuth: the common codes of API 3.0, and those of faceid 2018-03-01 (error-center?product=faceid). */
export const beginCodes: readonly BeginRow[] = [
  passing('RequestLimitExceeded'),
  // key, signature, clock, or no right by policy
  ours('AuthFailure'),
  // arrears, not activated, no right
  ours('UnauthorizedOperation'),
  ours('MissingParameter'),
  ours('UnknownParameter'),
  ours('InvalidAction'),
  ours('InvalidRequest'),
  ours('ActionOffline'),
  ours('NoSuchProduct'),
  ours('NoSuchVersion'),
  ours('UnsupportedProtocol'),
  ours('UnsupportedRegion'),
  ours('IpInBlacklist'),
  ours('IpNotInWhitelist'),
  ours('RequestSizeLimitExceeded'),
  // no such RuleId
  ours('InvalidParameterValue.RuleIdNotExist'),
  ours('InvalidParameterValue.RuleIdDisabled'),
  // what our account has bought is not enough
  ours('LimitExceeded'),
  ours('OperationDenied'),
  ours('ResourceInsufficient'),
  ours('ResourceUnavailable'),
  ours('ResourceNotFound'),
  ours('UnsupportedOperation'),
  ours('FailedOperation.StsUnAuthErrError'),
  // name or number, which another vendor may take
  { code: 'InvalidParameter', kind: 'refused', because: 'vendor_refused', elsewhere: true },
  { code: 'InvalidParameterValue', kind: 'refused', because: 'vendor_refused', elsewhere: true },
  // this person came too often today
  { code: 'FailedOperation.IdentityAuthLimitExceeded', kind: 'refused', because: 'too_often', elsewhere: true },
  nobodyKnows('FailedOperation'),
  nobodyKnows('ResourceInUse'),
  nobodyKnows('ResponseSizeLimitExceeded'),
  nobodyKnows('ServiceUnavailable'),
  nobodyKnows('InternalError'),
  nobodyKnows('DryRunOperation'),
]

/**
 * The same of GetDetectInfoEnhanced, where it is more than "ask again": the token is known no longer. Everything else leaves the token as
 * it is; `ours` as above.
 */
export const lookCodes: readonly AttemptRow[] = [
  { code: 'InvalidParameterValue.BizTokenExpired', kind: 'expired', billed: 'no', whose: 'person' },
  { code: 'AuthFailure', kind: 'unknown', billed: 'no', whose: 'ours' },
  { code: 'UnauthorizedOperation', kind: 'unknown', billed: 'no', whose: 'ours' },
  { code: 'InvalidParameterValue.BizTokenIllegal', kind: 'unknown', billed: 'no', whose: 'ours' },
  { code: 'InvalidParameterValue.RuleIdNotExist', kind: 'unknown', billed: 'no', whose: 'ours' },
]
