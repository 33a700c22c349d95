import type { Unreadable } from '../../documents/unreadable.ts'

/**
 * One error of the vendor, or a family of them (what stands before the dot). What has no row is `unavailable`, and nobody knows whether the picture
 * was looked at. `refused`: a better picture can be read; it was looked at. `unavailable`: no fault of the picture's; `turnedAway`: refused at the
 * vendor's door, so that nobody looked; `repair`: refuses us, whoever is read, until a person mends something on our side. `billed`: as
 * cloud.tencent.com/document/product/866/45470 says of failures.
 */
export type ErrorRow = { code: string; billed: 'yes' | 'no' } & (
  | { kind: 'refused'; because: Unreadable }
  | { kind: 'unavailable'; turnedAway?: true; repair?: true }
)

const ofPicture = (code: string, because: Unreadable, billed: ErrorRow['billed'] = 'no'): ErrorRow => ({
  code: `FailedOperation.${code}`,
  kind: 'refused',
  because,
  billed,
})

/** Turned away before anybody looked; ours to mend. */
const ours = (code: string): ErrorRow => ({ code, kind: 'unavailable', turnedAway: true, repair: true, billed: 'no' })

/** Passes by itself. Whether anybody looked is not said. */
const theirs = (code: string): ErrorRow => ({ code, kind: 'unavailable', billed: 'no' })

/**
 * `Response.Error.Code` of IDCardOCR and RecognizeValidIDCardOCR 2018-11-19: the error center of the product (error-center?product=ocr), the lists
 * below both actions (866/33524, 866/112345), and the common ones of API 3.0.
 */
export const errorCodes: readonly ErrorRow[] = [
  ofPicture('ImageBlur', 'blurred'),
  ofPicture('ImageNoIdCard', 'not_a_card'),
  ofPicture('ImageNoText', 'not_a_card'),
  // several cards in one picture
  ofPicture('MultiCardError', 'not_a_card'),
  ofPicture('LicenseMultiCardError', 'not_a_card'),
  ofPicture('ImageNoSpecifiedCard', 'wrong_card_kind'),
  ofPicture('CardSideError', 'wrong_side'),
  ofPicture('LicenseCardSideError', 'wrong_side'),
  // number or name not valid, or missing
  ofPicture('IdCardInfoIllegal', 'number_check_failed'),
  // of few pixels, or the card takes little of the picture
  ofPicture('IdCardTooSmall', 'too_small'),
  ofPicture('ImageSizeTooLarge', 'too_big'),
  ofPicture('ImageDecodeFailed', 'decode_failed'),
  // nothing is on it
  ofPicture('EmptyImageError', 'decode_failed', 'yes'),
  { code: 'InvalidParameter.EngineImageDecodeFailed', kind: 'refused', because: 'decode_failed', billed: 'no' },
  { code: 'LimitExceeded.TooLargeFileError', kind: 'refused', because: 'too_big', billed: 'no' },

  theirs('FailedOperation.DetectFailed'),
  theirs('FailedOperation.OcrFailed'),
  theirs('FailedOperation.UnKnowError'),
  theirs('FailedOperation.EngineRecognizeTimeout'),
  theirs('FailedOperation.DbError'),
  // of an address, and we send none
  theirs('FailedOperation.DownLoadError'),
  theirs('FailedOperation'),
  theirs('InternalError'),
  theirs('ServiceUnavailable'),
  theirs('ResourceInUse'),
  theirs('ResponseSizeLimitExceeded'),
  theirs('DryRunOperation'),
  // so many a second
  { code: 'RequestLimitExceeded', kind: 'unavailable', turnedAway: true, billed: 'no' },

  // arrears
  ours('FailedOperation.ArrearsError'),
  // not opened
  ours('FailedOperation.UnOpenError'),
  // what was bought is used up
  ours('FailedOperation.UserQuotaError'),
  ours('FailedOperation.CountLimitError'),
  // InArrears, ResourcePackageRunOut and the like
  ours('ResourceUnavailable'),
  ours('ResourceInsufficient'),
  ours('ResourceNotFound'),
  // ChargeStatusException
  ours('ResourcesSoldOut'),
  ours('LimitExceeded'),
  // key, signature, clock, or no right by policy
  ours('AuthFailure'),
  ours('UnauthorizedOperation'),
  ours('OperationDenied'),
  ours('UnsupportedOperation'),
  // the form of the request
  ours('InvalidParameter'),
  ours('InvalidParameterValue'),
  ours('MissingParameter'),
  ours('UnknownParameter'),
  ours('InvalidAction'),
  ours('InvalidRequest'),
  ours('RequestSizeLimitExceeded'),
  ours('ActionOffline'),
  ours('NoSuchProduct'),
  ours('NoSuchVersion'),
  ours('UnsupportedProtocol'),
  ours('UnsupportedRegion'),
  ours('IpInBlacklist'),
  ours('IpNotInWhitelist'),
]

/**
 * One warning beside what was read: IDCardOCR's code, or RecognizeValidIDCardOCR's name of a check. What has no row makes the answer unusable, and
 * rings: nobody here knows what it says of a card. `always`: the picture is refused whatever could be read of it. `unread`: this is why, where
 * something could not be read. `read`: of what was read, so after all that is judged here.
 */
export type WarningRow = { code: string; because: Unreadable; counts: 'always' | 'unread' | 'read' }

const always = (code: string, because: Unreadable): WarningRow => ({ code, because, counts: 'always' })

/**
 * In the order in which they are told. A copy, an electronic card and a temporary one are not the card that is asked for; a screen, a watermark
 * and marks of editing are of a picture of a picture.
 */
export const warningCodes: readonly WarningRow[] = [
  // temporary
  always('-9104', 'wrong_card_kind'),
  // electronic
  always('-9110', 'wrong_card_kind'),
  always('ElectronCheck', 'wrong_card_kind'),
  // a copy, of colour or not; one without
  always('-9102', 'wrong_card_kind'),
  always('-9108', 'wrong_card_kind'),
  always('CopyCheck', 'wrong_card_kind'),
  // taken of a screen
  always('-9103', 'not_a_card'),
  always('ReshootCheck', 'not_a_card'),
  // edited
  always('-9106', 'not_a_card'),
  always('PSCheck', 'not_a_card'),
  // a watermark; only where more is asked for than we ask
  always('-9111', 'not_a_card'),
  always('-8001', 'blurred'),
  always('BlurCheck', 'blurred'),
  // an edge is missing
  always('-9101', 'border_incomplete'),
  always('BorderCheck', 'border_incomplete'),
  // something lies on the card
  always('-9105', 'border_incomplete'),
  always('OcclusionCheck', 'border_incomplete'),
  // light on it
  { code: '-9107', because: 'glare', counts: 'unread' },
  { code: 'IsReflect', because: 'glare', counts: 'unread' },
  // part of a field is missing
  { code: 'IsInComplete', because: 'border_incomplete', counts: 'unread' },
  // no validity that cards are issued with: whether it is over is judged here
  { code: '-9100', because: 'blurred', counts: 'read' },
  { code: '-9109', because: 'blurred', counts: 'read' },
]
