import { type CodeRow, differing, ofCard, said, takenFromNobody, tooOften, turnedAway } from '../check-codes.ts'

/** The actions of faceid 2018-03-01 that are called. */
export type FaceIdAction = 'PhoneVerification' | 'IdCardVerification' | 'BankCard4EVerification'

/** What was asked about belongs together. `-0`: the same, as some pages print it. */
const matches = [said('0', 'match'), said('-0', 'match')]

const noRecord = (code: string): CodeRow => ({ code, kind: 'verdict', verdict: 'no_record', billed: 'no' })

/** The vendor's own source of answers is out of order, for which it documents to ask again, free. */
const busy = (code: string): CodeRow => ({ code, kind: 'not_executed', billed: 'no' })

/**
 * `Result` of each action, in the detailed mode with `ResultDetail` behind the dot: cloud.tencent.com/document/api/1007, pages 39765,
 * 33188 and 35775. The same number means something else elsewhere, also in the checks of two and three elements of a bank card, which
 * are shifted by one or two.
 */
export const resultCodes: Readonly<Record<FaceIdAction, readonly CodeRow[]>> = {
  PhoneVerification: [
    ...matches,
    said('-4', 'mismatch'),
    // phone and name belong together
    differing('-4.PhoneIdCardMismatch', 'idNumber'),
    // phone and number belong together
    differing('-4.PhoneNameMismatch', 'name'),
    // name and number are both not those of the phone's holder: it is somebody else's
    differing('-4.PhoneNameIdCardMismatch', 'phone'),
    // whichever of the two is wrong
    differing('-4.NameIdCardMismatch', 'name', 'idNumber'),
    // differs in another way
    said('-4.OtherMismatch', 'mismatch'),
    noRecord('-9'),
    // not a phone number
    takenFromNobody('-6'),
    // not an ID number
    takenFromNobody('-7'),
    // not a name
    takenFromNobody('-8'),
    busy('-11'),
    tooOften('-12'),
    takenFromNobody('-13', 'number_segment_unsupported'),
  ],
  IdCardVerification: [
    ...matches,
    said('-1', 'mismatch'),
    noRecord('-5'),
    // not an ID number
    takenFromNobody('-2'),
    // not a name
    takenFromNobody('-3'),
    // the register is out of order
    busy('-4'),
    // the register is being upgraded
    busy('-6'),
    tooOften('-7'),
  ],
  BankCard4EVerification: [
    ...matches,
    said('-1', 'mismatch'),
    // the holder is somebody else
    differing('-6', 'name', 'idNumber'),
    // not a name
    takenFromNobody('-2'),
    // not an ID number
    takenFromNobody('-3'),
    // not the number of a card
    takenFromNobody('-4'),
    // not a phone number
    takenFromNobody('-5'),
    // another kind of document than the resident ID card
    takenFromNobody('-20'),
    // not open for payments without the card
    ofCard('-7', 'not_for_online_payment'),
    // withdrawn
    ofCard('-8', 'withdrawn'),
    // not a valid card
    ofCard('-9', 'not_valid'),
    // no bank that issued it
    ofCard('-10', 'no_issuing_bank'),
    // never used, or asleep
    ofCard('-11', 'asleep'),
    // known for fraud
    ofCard('-12', 'known_for_fraud'),
    // lost
    ofCard('-13', 'lost'),
    // expired
    ofCard('-14', 'expired'),
    // restricted
    ofCard('-15', 'restricted'),
    // too many wrong passwords
    ofCard('-16', 'locked_by_passwords'),
    // the bank does not take part
    ofCard('-17', 'bank_takes_no_part'),
    // the state of the card is not normal
    ofCard('-21', 'abnormal'),
    busy('-18'),
    tooOften('-19'),
  ],
}

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
