/**
 * One code of the vendor, or a family of error codes (what stands before the dot). Everything without a row is `unavailable` and rings,
 * because nobody here knows what it says of a ticket. `failed`: about the ticket. `repair`: refuses us, whoever brings a ticket.
 */
export type CaptchaCodeRow = { code: string; note: string } & (
  | { kind: 'passed' }
  | { kind: 'failed' }
  | { kind: 'unavailable'; repair?: true }
)

const failed = (code: string, note: string): CaptchaCodeRow => ({ code, kind: 'failed', note })
const unavailable = (code: string, note: string): CaptchaCodeRow => ({ code, kind: 'unavailable', note })
const refusesUs = (code: string, note: string): CaptchaCodeRow => ({ code, kind: 'unavailable', repair: true, note })

/**
 * `CaptchaCode` of DescribeCaptchaResult 2019-07-22: cloud.tencent.com/document/product/1110/36926 and 1110/84005; what is marked
 * *older* stood in the vendor's SDKs until 2022 and is no longer listed. Older ones that do not say whose fault they are have no row:
 * 13 (another address than the vendor saw, which somebody with two networks has too), 17 to 20, 22 to 24.
 */
export const ticketCodes: readonly CaptchaCodeRow[] = [
  { code: '1', kind: 'passed', note: 'OK' },
  failed('6', 'older: the length of Randstr'),
  failed('7', 'Randstr is not of this ticket'),
  failed('8', 'older than five minutes'),
  failed('9', 'used before'),
  failed('10', 'older: sequence of the signature'),
  failed('11', 'older: cookie of the widget, not a regular call'),
  failed('12', 'older: length of the signature'),
  failed('15', 'does not decrypt: no ticket'),
  // Pages show the widget with the very app id that is sent, so the ticket is from elsewhere.
  failed('16', 'not of this app'),
  // Anybody can write the widget's own `trerror_…`, so it proves nothing.
  failed('21', 'a risk; or what the widget gives a page that cannot reach the vendor'),
  failed('25', 'older: turned away by policy'),
  unavailable('26', 'older: system busy'),
  refusesUs('100', 'app id and AppSecretKey do not belong together'),
  failed('104', 'older: used before'),
]

/** `Response.Error.Code`: those the action lists, and the common ones of API 3.0. */
export const errorCodes: readonly CaptchaCodeRow[] = [
  unavailable('InternalError', 'the vendor asks to let people through meanwhile: product/1110/72310'),
  unavailable('RequestLimitExceeded', 'turned away by the gateway: rate limit'),
  refusesUs('InvalidParameter', 'the form of the request'),
  refusesUs('MissingParameter', 'the form of the request'),
  refusesUs('AuthFailure', 'key, signature or clock, or no right by policy'),
  refusesUs('UnauthorizedOperation', 'not activated, package used up, arrears'),
]
