import {
  badNumber,
  blocked,
  blockedHere,
  inDoubt,
  numberLimited,
  type ReceiptRow,
  refusedText,
  refusesUs,
  type SmsCodeRow,
  turnsAway,
  unreachable,
} from '../sms-codes.ts'

/**
 * Codes of SendSms and PullSmsSendStatusByPhoneNumber 2021-01-11, per number and of the whole call: cloud.tencent.com/document/api/382/
 * 55981, /55976, /52075, /59177. All texts are alike but for number and digits, so a parameter that is wrong is wrong for everybody, unless its row
 * says that it is the number.
 */
export const smsCodes: readonly SmsCodeRow[] = [
  // of the number: 30 seconds, an hour, a day, same content
  ...numberLimited(
    'LimitExceeded.DeliveryFrequencyLimit',
    'LimitExceeded.PhoneNumberThirtySecondLimit',
    'LimitExceeded.PhoneNumberOneHourLimit',
    'LimitExceeded.PhoneNumberDailyLimit',
    'LimitExceeded.PhoneNumberSameContentDailyLimit',
    'LimitExceeded',
  ),
  // of our app or account
  ...refusesUs(
    'LimitExceeded.AppDailyLimit',
    'LimitExceeded.AppMainlandChinaDailyLimit',
    'LimitExceeded.AppGlobalDailyLimit',
    'LimitExceeded.AppCountryOrRegionDailyLimit',
    'LimitExceeded.AppCountryOrRegionInBlacklist',
    'LimitExceeded.DailyLimit',
    'LimitExceeded.PhoneNumberCountLimit',
  ),
  // unsubscribed, or blocked by the carrier
  ...blockedHere('FailedOperation.PhoneNumberInBlacklist'),
  // the digits together with the template look like something else
  ...blockedHere('FailedOperation.ContainSensitiveWord', 'InvalidParameter.DirtyWordFound'),
  // no texts to this region (spelt so)
  ...blockedHere('UnsupportedOperation.UnsuportedRegion'),
  ...badNumber('InvalidParameterValue.IncorrectPhoneNumber', 'FailedOperation.PhoneNumberParseFail'),
  // package used up
  ...refusesUs('FailedOperation.InsufficientBalanceInSmsPackage'),
  // sign name
  ...refusesUs(
    'FailedOperation.SignatureIncorrectOrUnapproved',
    'FailedOperation.MissingSignature',
    'FailedOperation.MissingSignatureList',
  ),
  // template, or not our two variables
  ...refusesUs(
    'FailedOperation.TemplateIncorrectOrUnapproved',
    'FailedOperation.TemplateUnapprovedOrNotExist',
    'FailedOperation.TemplateIdNotExist',
    'FailedOperation.TemplateParamSetNotMatchApprovedTemplate',
    'FailedOperation.MissingTemplateList',
    'FailedOperation.MarketingSendTimeConstraint',
  ),
  // the form of the request
  ...refusesUs(
    'FailedOperation.FailResolvePacket',
    'FailedOperation.JsonParseFail',
    'InternalError.JsonParseFail',
    'InternalError.RestApiInterfaceNotExist',
    'InvalidRequest',
    'MissingParameter',
    'UnknownParameter',
    'InvalidAction',
    'ActionOffline',
    'NoSuchProduct',
    'NoSuchVersion',
    'UnsupportedProtocol',
    'RequestSizeLimitExceeded',
  ),
  // app id, template, a variable of it
  ...refusesUs('InvalidParameterValue', 'InvalidParameter'),
  // not for our account or template, or not in our region
  ...refusesUs('UnsupportedOperation', 'UnsupportedRegion', 'FailedOperation.NotEnterpriseCertification'),
  // key, signature, clock
  ...refusesUs(
    'AuthFailure',
    'InternalError.RequestTimeException',
    'InternalError.SigFieldMissing',
    'InternalError.SigVerificationFail',
  ),
  // arrears, app id, app disabled, our address, no right
  ...refusesUs('UnauthorizedOperation', 'IpInBlacklist', 'IpNotInWhitelist', 'FailedOperation.ProhibitSubAccountUse'),
  // by the gateway
  ...turnsAway('RequestLimitExceeded', 'ResourceUnavailable', 'ServiceUnavailable'),
  // what came after our request is not known
  ...inDoubt(
    'FailedOperation',
    'FailedOperation.OtherError',
    'FailedOperation.ParametersOtherError',
    'InternalError',
    'InternalError.OtherError',
    'InternalError.ParseBackendResponseFail',
    'InternalError.SendAndRecvFail',
    'InternalError.Timeout',
    'InternalError.UnknownError',
  ),
]

/**
 * `Description` of a receipt that is no SUCCESS: cloud.tencent.com/document/product/382/3771, and the words of SMPP. Each carrier has
 * hundreds of codes of its own besides, which change; of those it is only known that the text did not arrive.
 */
export const receiptCodes: readonly ReceiptRow[] = [
  // off, out of service, cannot be connected, out of reach
  ...unreachable('002'),
  // not kept any longer for a phone that did not answer, or that cannot have texts
  ...unreachable('EXPIRED', 'UNDELIV'),
  ...blocked('REJECTD'),
  // a word in it
  ...refusedText('-106'),
]
