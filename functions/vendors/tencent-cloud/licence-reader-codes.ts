import type { LicenceDoubt, LicenceUnreadable } from '../../certification/company/licence-reader.ts'
import { errorCodes } from './card-reader-codes.ts'

type ErrorRow = { code: string } & (
  | { kind: 'refused'; because: LicenceUnreadable; charged?: true }
  | { kind: 'unavailable'; turnedAway?: true; repair?: true }
)

const ofPicture = (code: string, because: LicenceUnreadable) =>
  ({ code: `FailedOperation.${code}`, kind: 'refused', because }) as const

/**
 * `Response.Error.Code` of BizLicenseOCR 2018-11-19 (866/36215): of pictures what the product's error centre says of licences, then all that its other
 * actions refuse with and is about no card.
 */
export const licenceErrorCodes: readonly ErrorRow[] = [
  ofPicture('ImageBlur', 'blurred'),
  ofPicture('ImageNoText', 'not_a_licence'),
  ofPicture('ImageNoSpecifiedCard', 'not_a_licence'),
  ofPicture('MultiCardError', 'not_a_licence'),
  ofPicture('LicenseMultiCardError', 'not_a_licence'),
  ofPicture('LicenseCardSideError', 'not_a_licence'),
  ofPicture('ImageSizeTooLarge', 'too_big'),
  ofPicture('ImageDecodeFailed', 'decode_failed'),
  // nothing is on it
  { ...ofPicture('EmptyImageError', 'decode_failed'), charged: true },
  { code: 'InvalidParameter.EngineImageDecodeFailed', kind: 'refused', because: 'decode_failed' },
  { code: 'LimitExceeded.TooLargeFileError', kind: 'refused', because: 'too_big' },
  ...errorCodes.flatMap((row): ErrorRow[] => (row.kind === 'unavailable' ? [row] : [])),
]

/** `RecognizeWarnCode`: other numbers than those of cards. */
export const licenceWarnings: readonly { code: number; means: LicenceDoubt }[] = [
  // WARN_COPY_CARD
  { code: -9102, means: 'copy' },
  // WARN_RESHOOT_CARD
  { code: -9104, means: 'screen' },
]
