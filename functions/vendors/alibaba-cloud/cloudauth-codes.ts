import type { CardState } from '../../verification/check/checker.ts'
import { type CodeRow, differing, ofCard, said, takenFromNobody, tooOften, turnedAway } from '../check-codes.ts'

/** The actions of Cloudauth 2019-03-07 that are called. */
export type CloudauthAction =
  | 'Mobile3MetaSimpleVerify'
  | 'Mobile3MetaDetailVerify'
  | 'Id2MetaVerify'
  | 'BankMetaVerify'
  | 'MobileRecycledMetaVerify'

/** Its documents for abroad call this one free; those for here do not say it, so the statement has to. */
const noRecord = (code: string): CodeRow => ({ code, kind: 'verdict', verdict: 'no_record', billed: 'unknown' })

/** The bank did not answer the question. */
const ofBank = (
  code: string,
  because: 'card_unusable' | 'data_unsupported' | 'vendor_refused',
  card?: CardState,
): CodeRow => ({ code, kind: 'refused', because, billed: 'unknown', ...(card && { card }) })

const together = [said('1', 'match'), said('2', 'mismatch'), noRecord('3')]

/**
 * `BizCode` of each action, with `SubCode` behind the dot where the action has one: help.aliyun.com/zh/id-verification/
 * information-verification/developer-reference, pages vatsl9lfmbwe74iv, rmzw1b9yiux29e5g, esf1ff158mxowkk6, bank-card-verification.
 */
export const bizCodes: Readonly<Record<CloudauthAction, readonly CodeRow[]>> = {
  Mobile3MetaSimpleVerify: together,
  Mobile3MetaDetailVerify: [
    said('1.101', 'match'),
    // name and number are both not those of the phone's holder: it is somebody else's
    differing('2.201', 'phone'),
    // phone and name belong together
    differing('2.202', 'idNumber'),
    // phone and number belong together
    differing('2.203', 'name'),
    // differs in another way
    said('2.204', 'mismatch'),
    noRecord('3.301'),
  ],
  Id2MetaVerify: together,
  // Of this one the types of the vendor's own SDK say what the codes mean, and that 1 is a result that was found.
  MobileRecycledMetaVerify: [
    // the day is not before the number was last given to somebody: it is still theirs
    said('1.101', 'match'),
    // the day is before that: it was given to somebody else since
    said('1.102', 'mismatch'),
    // there may be somebody else by now, whom the register does not know yet
    { code: '1.103', kind: 'verdict', verdict: 'no_record', billed: 'yes' },
    // the data are not in order, or nobody has the number
    noRecord('3.301'),
  ],
  BankMetaVerify: [
    said('1.101', 'match'),
    // the holder is somebody else
    differing('2.201', 'name', 'idNumber'),
    // not open for payments that are authenticated
    ofCard('2.202', 'not_for_online_payment'),
    // expired
    ofCard('2.203', 'expired'),
    // restricted
    ofCard('2.204', 'restricted'),
    // withdrawn
    ofCard('2.205', 'withdrawn'),
    // not a valid card
    ofCard('2.206', 'not_valid'),
    // no bank that issued it
    ofCard('2.207', 'no_issuing_bank'),
    // asleep
    ofCard('2.208', 'asleep'),
    // known for fraud
    ofCard('2.209', 'known_for_fraud'),
    // lost
    ofCard('2.210', 'lost'),
    // too many wrong passwords
    ofCard('2.211', 'locked_by_passwords'),
    // the bank does not take part
    ofCard('2.212', 'bank_takes_no_part'),
    // the state of the card is not normal
    ofCard('2.213', 'abnormal'),
    // the bank knows no phone of the holder
    differing('2.214', 'phone'),
    // password, end or security code wrong, none of which was sent
    said('2.215', 'mismatch'),
    // another state of the card
    ofCard('2.216', 'abnormal'),
    // the bank does not offer this
    ofBank('3.301', 'card_unusable', 'not_offered_by_bank'),
    // the bank refused
    ofBank('3.302', 'card_unusable', 'refused_by_bank'),
    // the bank does not compare phones
    ofBank('3.303', 'card_unusable', 'not_offered_by_bank'),
    // the number of the card is wrong
    ofBank('3.304', 'data_unsupported'),
    // anything else
    ofBank('3.305', 'vendor_refused'),
  ],
}

/** `Code` of every action, 200 aside: page error-code-info-check of the same documents. */
const returned: readonly CodeRow[] = [
  // a parameter is empty: ours, as every call has the same
  turnedAway('400'),
  // a parameter does not have the form of one, as a name with digits
  takenFromNobody('401'),
  // the register is out of order
  { code: '402', kind: 'not_executed', billed: 'no' },
  tooOften('403'),
  // our account has not opened the service
  turnedAway('410'),
  // our key has no right to it
  turnedAway('411'),
  // our account is in arrears
  turnedAway('412'),
  // not said to be unexecuted
  { code: '500', kind: 'unknown', billed: 'unknown' },
]

/** The number segment is one the vendor is not connected to. Where pictures are taken the same code is about their form. */
const ofPhones = [...returned, takenFromNobody('405', 'number_segment_unsupported')]

export const returnCodes: Readonly<Record<CloudauthAction, readonly CodeRow[]>> = {
  Mobile3MetaSimpleVerify: ofPhones,
  Mobile3MetaDetailVerify: ofPhones,
  MobileRecycledMetaVerify: ofPhones,
  Id2MetaVerify: returned,
  BankMetaVerify: returned,
}

/**
 * What the gateway of all APIs says, with HTTP 4xx: a row for one code, or for a family (what stands before the dot). It judges key,
 * signature, clock, action, version and the number of calls before it hands anything on to an action.
 */
export const gatewayCodes: readonly CodeRow[] = [
  // turned away: rate limit
  { code: 'Throttling', kind: 'not_executed', billed: 'no' },
  // no such key, or one that is disabled
  turnedAway('InvalidAccessKeyId'),
  turnedAway('InvalidAccessKeySecret'),
  turnedAway('SignatureDoesNotMatch'),
  // the form of the signature
  turnedAway('IncompleteSignature'),
  turnedAway('InvalidSignature'),
  // our clock
  turnedAway('InvalidTimeStamp'),
  // the form of the request
  turnedAway('MissingParameter'),
  turnedAway('InvalidAction'),
  turnedAway('InvalidVersion'),
  turnedAway('InvalidProduct'),
  turnedAway('InvalidProtocol'),
  turnedAway('UnsupportedHTTPMethod'),
  // no right by policy
  turnedAway('Forbidden'),
  turnedAway('NoPermission'),
  // a parameter is wrong, perhaps only for these data
  { code: 'InvalidParameter', kind: 'refused', billed: 'unknown' },
  // the very request came before, from whoever repeated it on the way, and that one may have been executed
  { code: 'SignatureNonceUsed', kind: 'unknown', billed: 'unknown' },
  // not said to be unexecuted
  { code: 'ServiceUnavailable', kind: 'unknown', billed: 'unknown' },
  // not said to be unexecuted
  { code: 'InternalError', kind: 'unknown', billed: 'unknown' },
]
