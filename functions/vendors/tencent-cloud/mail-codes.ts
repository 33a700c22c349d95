import {
  addressLimited,
  badAddress,
  blockedHere,
  inDoubt,
  type MailCodeRow,
  refusesUs,
  turnsAway,
} from '../mail-codes.ts'

/**
 * Codes of SendEmail 2020-10-02: cloud.tencent.com/document/api/1288/51034 and /51057. All our e-mails are alike but for address and
 * digits, so a parameter that is wrong is wrong for everybody, unless its row says that it is the address.
 */
export const mailCodes: readonly MailCodeRow[] = [
  ...badAddress(
    'FailedOperation.IncorrectEmail',
    'InvalidParameterValue.IllegalEmailAddress',
    'InvalidParameterValue.ReceiverEmailInvalid',
  ),
  ...addressLimited('FailedOperation.FrequencyLimit'),
  // it came back before, its owner wants none, or their provider turns ours away
  ...blockedHere(
    'FailedOperation.EmailAddrInBlacklist',
    'FailedOperation.ReceiverHasUnsubscribed',
    'FailedOperation.RejectedByRecipients',
  ),
  // the provider of that address takes none of ours for ten minutes
  ...turnsAway('FailedOperation.TemporaryBlocked'),
  // what we may send in a day, and money
  ...refusesUs(
    'FailedOperation.ExceedSendLimit',
    'FailedOperation.HighRejectionRate',
    'FailedOperation.InsufficientBalance',
    'FailedOperation.InsufficientQuota',
    'LimitExceeded',
  ),
  // sender, domain, template
  ...refusesUs(
    'FailedOperation.IncorrectSender',
    'FailedOperation.InvalidTemplateID',
    'FailedOperation.MissingEmailContent',
    'FailedOperation.NotAuthenticatedSender',
    'FailedOperation.ProtocolCheckErr',
    'FailedOperation.UnsupportMailType',
    'FailedOperation.WithOutPermission',
    'FailedOperation.WrongContentJson',
    'OperationDenied',
    'ResourceNotFound',
  ),
  // the form of the request
  ...refusesUs(
    'InvalidParameter',
    'InvalidParameterValue',
    'MissingParameter',
    'UnknownParameter',
    'UnsupportedOperation',
    'UnsupportedRegion',
    'InvalidAction',
    'InvalidRequest',
    'ActionOffline',
    'NoSuchProduct',
    'NoSuchVersion',
    'UnsupportedProtocol',
    'RequestSizeLimitExceeded',
  ),
  // key, signature, clock, right, arrears, our address
  ...refusesUs('AuthFailure', 'UnauthorizedOperation', 'IpInBlacklist', 'IpNotInWhitelist'),
  // by the gateway
  ...turnsAway('RequestLimitExceeded', 'ResourceInsufficient', 'ResourceUnavailable', 'ServiceUnavailable'),
  // what came after our request is not known
  ...inDoubt('FailedOperation', 'FailedOperation.SendEmailErr', 'FailedOperation.ServiceNotAvailable', 'InternalError'),
]
