import { describe, expect, it } from 'vitest'
import { mayAskAnother } from '../../../functions/account/codes/sms-choice.ts'
import { rowFor } from '../../../functions/vendors/answer-codes.ts'
import { smsResultOf, undelivered } from '../../../functions/vendors/sms-codes.ts'
import { receiptCodes, smsCodes } from '../../../functions/vendors/tencent-cloud/sms-codes.ts'

/** Of every documented code what it means for the text: why it was not taken, or that it is in doubt; `…` with another vendor asked at once. */
const means = (code: string): string => {
  const result = smsResultOf(rowFor(smsCodes, code), code)
  const said = result.kind === 'not_taken' ? result.because : result.kind
  return mayAskAnother(result) ? `${said} …` : said
}

/** Every code of SendSms 2021-01-11 (cloud.tencent.com/document/api/382/52075) but those of sign names and templates being edited. */
const documented: Record<string, string> = {
  'FailedOperation.ContainSensitiveWord': 'blocked …',
  'FailedOperation.FailResolvePacket': 'needs_repair …',
  'FailedOperation.InsufficientBalanceInSmsPackage': 'needs_repair …',
  'FailedOperation.JsonParseFail': 'needs_repair …',
  'FailedOperation.MarketingSendTimeConstraint': 'needs_repair …',
  'FailedOperation.MissingSignature': 'needs_repair …',
  'FailedOperation.MissingSignatureList': 'needs_repair …',
  'FailedOperation.MissingTemplateList': 'needs_repair …',
  'FailedOperation.NotEnterpriseCertification': 'needs_repair …',
  'FailedOperation.OtherError': 'in_doubt',
  'FailedOperation.ParametersOtherError': 'in_doubt',
  'FailedOperation.PhoneNumberInBlacklist': 'blocked …',
  'FailedOperation.PhoneNumberParseFail': 'bad_number',
  'FailedOperation.ProhibitSubAccountUse': 'needs_repair …',
  'FailedOperation.SignatureIncorrectOrUnapproved': 'needs_repair …',
  'FailedOperation.TemplateIdNotExist': 'needs_repair …',
  'FailedOperation.TemplateIncorrectOrUnapproved': 'needs_repair …',
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate': 'needs_repair …',
  'FailedOperation.TemplateUnapprovedOrNotExist': 'needs_repair …',
  FailedOperation: 'in_doubt',
  'InternalError.JsonParseFail': 'needs_repair …',
  'InternalError.OtherError': 'in_doubt',
  'InternalError.ParseBackendResponseFail': 'in_doubt',
  'InternalError.RequestTimeException': 'needs_repair …',
  'InternalError.RestApiInterfaceNotExist': 'needs_repair …',
  'InternalError.SendAndRecvFail': 'in_doubt',
  'InternalError.SigFieldMissing': 'needs_repair …',
  'InternalError.SigVerificationFail': 'needs_repair …',
  'InternalError.Timeout': 'in_doubt',
  'InternalError.UnknownError': 'in_doubt',
  InternalError: 'in_doubt',
  InvalidParameter: 'needs_repair …',
  'InvalidParameter.AppidAndBizId': 'needs_repair …',
  'InvalidParameter.DirtyWordFound': 'blocked …',
  'InvalidParameter.InvalidParameters': 'needs_repair …',
  InvalidParameterValue: 'needs_repair …',
  'InvalidParameterValue.BeginTimeVerifyFail': 'needs_repair …',
  'InvalidParameterValue.ContentLengthLimit': 'needs_repair …',
  'InvalidParameterValue.EndTimeVerifyFail': 'needs_repair …',
  'InvalidParameterValue.IncorrectPhoneNumber': 'bad_number',
  'InvalidParameterValue.LimitVerifyFail': 'needs_repair …',
  'InvalidParameterValue.OffsetVerifyFail': 'needs_repair …',
  'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter': 'needs_repair …',
  'InvalidParameterValue.SdkAppIdNotExist': 'needs_repair …',
  'InvalidParameterValue.TemplateParameterFormatError': 'needs_repair …',
  'InvalidParameterValue.TemplateParameterLengthLimit': 'needs_repair …',
  LimitExceeded: 'number_limited',
  'LimitExceeded.AppCountryOrRegionDailyLimit': 'needs_repair …',
  'LimitExceeded.AppCountryOrRegionInBlacklist': 'needs_repair …',
  'LimitExceeded.AppDailyLimit': 'needs_repair …',
  'LimitExceeded.AppGlobalDailyLimit': 'needs_repair …',
  'LimitExceeded.AppMainlandChinaDailyLimit': 'needs_repair …',
  'LimitExceeded.DailyLimit': 'needs_repair …',
  'LimitExceeded.DeliveryFrequencyLimit': 'number_limited',
  'LimitExceeded.PhoneNumberCountLimit': 'needs_repair …',
  'LimitExceeded.PhoneNumberDailyLimit': 'number_limited',
  'LimitExceeded.PhoneNumberOneHourLimit': 'number_limited',
  'LimitExceeded.PhoneNumberSameContentDailyLimit': 'number_limited',
  'LimitExceeded.PhoneNumberThirtySecondLimit': 'number_limited',
  MissingParameter: 'needs_repair …',
  'MissingParameter.EmptyPhoneNumberSet': 'needs_repair …',
  'UnauthorizedOperation.IndividualUserMarketingSmsPermissionDeny': 'needs_repair …',
  'UnauthorizedOperation.RequestIpNotInWhitelist': 'needs_repair …',
  'UnauthorizedOperation.RequestPermissionDeny': 'needs_repair …',
  'UnauthorizedOperation.SdkAppIdIsDisabled': 'needs_repair …',
  'UnauthorizedOperation.SerivceSuspendDueToArrears': 'needs_repair …',
  'UnauthorizedOperation.SmsSdkAppIdVerifyFail': 'needs_repair …',
  'UnsupportedOperation.': 'needs_repair …',
  'UnsupportedOperation.ChineseMainlandTemplateToGlobalPhone': 'needs_repair …',
  'UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber': 'needs_repair …',
  'UnsupportedOperation.GlobalTemplateToChineseMainlandPhone': 'needs_repair …',
  'UnsupportedOperation.UnsuportedRegion': 'blocked …',
  // common to all products
  ActionOffline: 'needs_repair …',
  AuthFailure: 'needs_repair …',
  'AuthFailure.InvalidAuthorization': 'needs_repair …',
  'AuthFailure.InvalidSecretId': 'needs_repair …',
  'AuthFailure.MFAFailure': 'needs_repair …',
  'AuthFailure.SecretIdNotFound': 'needs_repair …',
  'AuthFailure.SignatureExpire': 'needs_repair …',
  'AuthFailure.SignatureFailure': 'needs_repair …',
  'AuthFailure.TokenFailure': 'needs_repair …',
  'AuthFailure.UnauthorizedOperation': 'needs_repair …',
  InvalidAction: 'needs_repair …',
  InvalidRequest: 'needs_repair …',
  IpInBlacklist: 'needs_repair …',
  IpNotInWhitelist: 'needs_repair …',
  NoSuchProduct: 'needs_repair …',
  NoSuchVersion: 'needs_repair …',
  RequestLimitExceeded: 'turned_away …',
  'RequestLimitExceeded.GlobalRegionUinLimitExceeded': 'turned_away …',
  'RequestLimitExceeded.IPLimitExceeded': 'turned_away …',
  'RequestLimitExceeded.UinLimitExceeded': 'turned_away …',
  RequestSizeLimitExceeded: 'needs_repair …',
  ResourceUnavailable: 'turned_away …',
  ServiceUnavailable: 'turned_away …',
  UnauthorizedOperation: 'needs_repair …',
  UnknownParameter: 'needs_repair …',
  UnsupportedOperation: 'needs_repair …',
  UnsupportedProtocol: 'needs_repair …',
  UnsupportedRegion: 'needs_repair …',
}

describe('M5 what each code of Tencent Cloud SMS means', () => {
  it.each(Object.entries(documented))('%s: %s', (code, meaning) => {
    expect(means(code)).toBe(meaning)
  })

  it('has no row that is not said here, and none twice', () => {
    const codes = smsCodes.map(({ code }) => code)
    expect(codes.filter((code) => !Object.hasOwn(documented, code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('is in doubt of whatever is in no document', () => {
    for (const code of ['SomethingNew', 'Ok', 'OK', 'unlisted_code', '']) expect(means(code)).toBe('in_doubt')
  })
})

describe('M5 why a text of Tencent Cloud did not arrive', () => {
  const of = { '002': 'unreachable', EXPIRED: 'unreachable', UNDELIV: 'unreachable', REJECTD: 'blocked' }
  it('is one reason for each, and the carrier’s own where it is in no document', () => {
    const said = Object.fromEntries(receiptCodes.map((row) => [row.code, row.because]))
    expect(said).toEqual({ ...of, '-106': 'refused_text' })
    const row = receiptCodes.find(({ code }) => code === '-106')
    expect(undelivered(row, '-106')).toMatchObject({ needsRepair: true })
    expect(undelivered(undefined, 'MK:0001')).toEqual({ kind: 'undelivered', because: 'carrier', code: 'MK:0001' })
  })
})
