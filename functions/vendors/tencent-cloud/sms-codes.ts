/**
 * One code of the vendor, or a family of codes (what stands before the dot). Everything without a row is `unavailable`.
 * `rejected`: this number will not get a text now, whatever we do. `unavailable`: ours or the vendor's to mend.
 */
export type SmsCodeRow = { code: string; kind: 'rejected' | 'unavailable'; note: string }

/** Codes of SendSms 2021-01-11, per number and of the whole call: cloud.tencent.com/document/api/382/55981. */
export const smsCodes: readonly SmsCodeRow[] = [
  { code: 'LimitExceeded', kind: 'rejected', note: 'a limit of this number: 30 seconds, an hour, a day, same content' },
  { code: 'LimitExceeded.AppDailyLimit', kind: 'unavailable', note: 'daily limit of our whole app' },
  { code: 'LimitExceeded.AppMainlandChinaDailyLimit', kind: 'unavailable', note: 'daily limit of our whole app' },
  { code: 'LimitExceeded.AppGlobalDailyLimit', kind: 'unavailable', note: 'daily limit of our whole app' },
  { code: 'LimitExceeded.DailyLimit', kind: 'unavailable', note: 'daily limit of our whole account' },
  { code: 'FailedOperation.PhoneNumberInBlacklist', kind: 'rejected', note: 'unsubscribed, or blocked by the carrier' },
  { code: 'FailedOperation.ContainSensitiveWord', kind: 'rejected', note: 'the text is refused' },
  { code: 'InvalidParameterValue.IncorrectPhoneNumber', kind: 'rejected', note: 'not a phone number' },
  { code: 'UnsupportedOperation.UnsuportedRegion', kind: 'rejected', note: 'no texts to this region (spelt so)' },
  {
    code: 'FailedOperation.InsufficientBalanceInSmsPackage',
    kind: 'unavailable',
    note: 'configuration: package used up',
  },
  { code: 'FailedOperation.SignatureIncorrectOrUnapproved', kind: 'unavailable', note: 'configuration: sign name' },
  { code: 'FailedOperation.TemplateIncorrectOrUnapproved', kind: 'unavailable', note: 'configuration: template' },
  { code: 'InvalidParameterValue.TemplateParameterFormatError', kind: 'unavailable', note: 'configuration: template' },
  { code: 'RequestLimitExceeded', kind: 'unavailable', note: 'turned away by the gateway: rate limit' },
  { code: 'AuthFailure', kind: 'unavailable', note: 'configuration: key, signature or clock' },
  { code: 'UnauthorizedOperation', kind: 'unavailable', note: 'configuration: arrears, app id, no right' },
  { code: 'InternalError', kind: 'unavailable', note: 'may have been sent or not' },
]
