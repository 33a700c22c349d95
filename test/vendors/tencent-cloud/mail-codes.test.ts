import { describe, expect, it } from 'vitest'
import { rowFor } from '../../../functions/vendors/answer-codes.ts'
import { mailResultOf } from '../../../functions/vendors/mail-codes.ts'
import { mailCodes } from '../../../functions/vendors/tencent-cloud/mail-codes.ts'

/** Of every documented code what it means for the e-mail: why it was not taken, or that it is in doubt. */
const means = (code: string): string => {
  const result = mailResultOf(rowFor(mailCodes, code), code)
  return result.kind === 'not_taken' ? result.because : result.kind
}

/** Every code of SendEmail 2020-10-02 (cloud.tencent.com/document/api/1288/51034 and /51057) but those of attachments, and the common ones. */
const documented: Record<string, string> = {
  ActionOffline: 'needs_repair',
  AuthFailure: 'needs_repair',
  'AuthFailure.SecretIdNotFound': 'needs_repair',
  'AuthFailure.SignatureExpire': 'needs_repair',
  'AuthFailure.SignatureFailure': 'needs_repair',
  'AuthFailure.UnauthorizedOperation': 'needs_repair',
  FailedOperation: 'in_doubt',
  'FailedOperation.EmailAddrInBlacklist': 'blocked',
  'FailedOperation.ExceedSendLimit': 'needs_repair',
  'FailedOperation.FrequencyLimit': 'address_limited',
  'FailedOperation.HighRejectionRate': 'needs_repair',
  'FailedOperation.IncorrectEmail': 'bad_address',
  'FailedOperation.IncorrectSender': 'needs_repair',
  'FailedOperation.InsufficientBalance': 'needs_repair',
  'FailedOperation.InsufficientQuota': 'needs_repair',
  'FailedOperation.InvalidTemplateID': 'needs_repair',
  'FailedOperation.MissingEmailContent': 'needs_repair',
  'FailedOperation.NotAuthenticatedSender': 'needs_repair',
  'FailedOperation.ProtocolCheckErr': 'needs_repair',
  'FailedOperation.ReceiverHasUnsubscribed': 'blocked',
  'FailedOperation.RejectedByRecipients': 'blocked',
  'FailedOperation.SendEmailErr': 'in_doubt',
  'FailedOperation.ServiceNotAvailable': 'in_doubt',
  'FailedOperation.TemporaryBlocked': 'turned_away',
  'FailedOperation.UnsupportMailType': 'needs_repair',
  'FailedOperation.WithOutPermission': 'needs_repair',
  'FailedOperation.WrongContentJson': 'needs_repair',
  InternalError: 'in_doubt',
  InvalidAction: 'needs_repair',
  InvalidParameter: 'needs_repair',
  InvalidParameterValue: 'needs_repair',
  'InvalidParameterValue.EmailAddressIsNULL': 'needs_repair',
  'InvalidParameterValue.IllegalEmailAddress': 'bad_address',
  'InvalidParameterValue.IllegalSenderName': 'needs_repair',
  'InvalidParameterValue.NoSuchSender': 'needs_repair',
  'InvalidParameterValue.NotExistDomain': 'needs_repair',
  'InvalidParameterValue.ReceiverEmailInvalid': 'bad_address',
  'InvalidParameterValue.SubjectLengthError': 'needs_repair',
  'InvalidParameterValue.TemplateDataError': 'needs_repair',
  'InvalidParameterValue.TemplateDataInconsistent': 'needs_repair',
  'InvalidParameterValue.TemplateNotExist': 'needs_repair',
  InvalidRequest: 'needs_repair',
  IpInBlacklist: 'needs_repair',
  IpNotInWhitelist: 'needs_repair',
  LimitExceeded: 'needs_repair',
  MissingParameter: 'needs_repair',
  NoSuchProduct: 'needs_repair',
  NoSuchVersion: 'needs_repair',
  OperationDenied: 'needs_repair',
  'OperationDenied.DomainNotVerified': 'needs_repair',
  'OperationDenied.SendAddressStatusError': 'needs_repair',
  'OperationDenied.TemplateStatusError': 'needs_repair',
  RequestLimitExceeded: 'turned_away',
  'RequestLimitExceeded.UinLimitExceeded': 'turned_away',
  RequestSizeLimitExceeded: 'needs_repair',
  ResourceInsufficient: 'turned_away',
  ResourceNotFound: 'needs_repair',
  ResourceUnavailable: 'turned_away',
  ServiceUnavailable: 'turned_away',
  UnauthorizedOperation: 'needs_repair',
  'UnauthorizedOperation.ArrearsStop': 'needs_repair',
  UnknownParameter: 'needs_repair',
  UnsupportedOperation: 'needs_repair',
  UnsupportedProtocol: 'needs_repair',
  UnsupportedRegion: 'needs_repair',
}

describe('M5 what each code of Tencent Cloud SES means', () => {
  it.each(Object.entries(documented))('%s: %s', (code, meaning) => {
    expect(means(code)).toBe(meaning)
  })

  it('has no row that is not said here, and none twice', () => {
    const codes = mailCodes.map(({ code }) => code)
    expect(codes.filter((code) => !Object.hasOwn(documented, code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('is in doubt of whatever is in no document', () => {
    for (const code of ['SomethingNew', 'Ok', 'unlisted_code', '', 'FailedOperation.SomethingNew'])
      expect(means(code)).toBe('in_doubt')
  })
})
