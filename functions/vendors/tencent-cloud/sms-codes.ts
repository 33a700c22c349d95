/**
 * One code of the vendor, or a family of codes (what stands before the dot). Everything without a row is `unavailable`.
 * `rejected`: this number will not get a text now, whatever we do. `unavailable`: the text did not go, or nobody knows.
 * `repair`: this refuses us, whoever is to be texted, until a person mends something on our side.
 */
export type SmsCodeRow = { code: string; note: string } & (
  | { kind: 'rejected' }
  | { kind: 'unavailable'; repair?: true }
)

const rejected = (code: string, note: string): SmsCodeRow => ({ code, kind: 'rejected', note })
const unavailable = (code: string, note: string): SmsCodeRow => ({ code, kind: 'unavailable', note })
const refusesUs = (code: string, note: string): SmsCodeRow => ({ code, kind: 'unavailable', repair: true, note })

/**
 * Codes of SendSms 2021-01-11, per number and of the whole call: cloud.tencent.com/document/api/382/55981. All texts are alike but for
 * number and digits, so a parameter that is wrong is wrong for everybody, unless its row says that it is the number.
 */
export const smsCodes: readonly SmsCodeRow[] = [
  rejected('LimitExceeded', 'a limit of this number: 30 seconds, an hour, a day, same content'),
  refusesUs('LimitExceeded.AppDailyLimit', 'daily limit of our whole app'),
  refusesUs('LimitExceeded.AppMainlandChinaDailyLimit', 'daily limit of our whole app'),
  refusesUs('LimitExceeded.AppGlobalDailyLimit', 'daily limit of our whole app'),
  refusesUs('LimitExceeded.DailyLimit', 'daily limit of our whole account'),
  rejected('FailedOperation.PhoneNumberInBlacklist', 'unsubscribed, or blocked by the carrier'),
  rejected('FailedOperation.ContainSensitiveWord', 'the text is refused'),
  rejected('InvalidParameterValue.IncorrectPhoneNumber', 'not a phone number'),
  rejected('UnsupportedOperation.UnsuportedRegion', 'no texts to this region (spelt so)'),
  refusesUs('FailedOperation.InsufficientBalanceInSmsPackage', 'package used up'),
  refusesUs('FailedOperation.SignatureIncorrectOrUnapproved', 'sign name'),
  refusesUs('FailedOperation.TemplateIncorrectOrUnapproved', 'template'),
  refusesUs('FailedOperation.TemplateUnapprovedOrNotExist', 'template'),
  refusesUs('FailedOperation.TemplateIdNotExist', 'template'),
  refusesUs('FailedOperation.TemplateParamSetNotMatchApprovedTemplate', 'template: not our two variables'),
  refusesUs('InvalidParameterValue', 'app id, template, a variable of it'),
  refusesUs('InvalidParameter', 'app id of another account'),
  refusesUs('MissingParameter', 'the form of the request'),
  refusesUs('UnknownParameter', 'the form of the request'),
  refusesUs('UnsupportedOperation', 'not for our account or template'),
  refusesUs('UnsupportedRegion', 'the region in our account'),
  refusesUs('AuthFailure', 'key, signature or clock'),
  refusesUs('UnauthorizedOperation', 'arrears, app id, app disabled, our address, no right'),
  unavailable('RequestLimitExceeded', 'turned away by the gateway: rate limit'),
  unavailable('InternalError', 'may have been sent or not'),
  refusesUs('InternalError.RequestTimeException', 'our clock'),
  refusesUs('InternalError.SigFieldMissing', 'signature'),
  refusesUs('InternalError.SigVerificationFail', 'signature'),
]
