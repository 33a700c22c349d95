import {
  badNumber,
  blocked,
  blockedHere,
  handset,
  inDoubt,
  numberLimited,
  ofCarrier,
  type ReceiptRow,
  refusedText,
  refusesUs,
  type SmsCodeRow,
  tooMany,
  turnsAway,
  unreachable,
} from '../sms-codes.ts'

/**
 * Codes of SendSms and QuerySendDetails 2017-05-25, and of the gateway before them: help.aliyun.com/document_detail/101346.html. All texts are
 * alike but for number and digits, so a parameter that is wrong is wrong for everybody, unless its row says that it is the number.
 */
export const smsCodes: readonly SmsCodeRow[] = [
  // of the number: a minute, an hour, a day
  ...numberLimited('isv.BUSINESS_LIMIT_CONTROL'),
  // of our account, a day or a month
  ...refusesUs('isv.DAY_LIMIT_CONTROL', 'isv.MONTH_LIMIT_CONTROL'),
  ...badNumber('isv.MOBILE_NUMBER_ILLEGAL'),
  // unsubscribed; the digits look like something else
  ...blockedHere('isv.CUSTOMER_REFUSED', 'isv.BLACK_KEY_CONTROL_LIMIT', 'isv.SMS_CONTENT_ILLEGAL'),
  // balance, contract, account
  ...refusesUs(
    'isv.AMOUNT_NOT_ENOUGH',
    'isv.OUT_OF_SERVICE',
    'isv.PRODUCT_UN_SUBSCRIPT',
    'isv.PRODUCT_UNSUBSCRIBE',
    'isv.ACCOUNT_NOT_EXISTS',
    'isv.ACCOUNT_ABNORMAL',
    'isv.SECURITY_FROZEN_ACCOUNT',
  ),
  // right of the RAM user, our address
  ...refusesUs('isp.RAM_PERMISSION_DENY', 'isv.DENY_IP_RANGE'),
  // sign name
  ...refusesUs(
    'isv.SMS_SIGNATURE_ILLEGAL',
    'isv.SMS_SIGNATURE_SCENE_ILLEGAL',
    'isv.SMS_SIGN_ILLEGAL',
    'isv.SIGN_STATE_ILLEGAL',
    'isv.SIGN_NAME_ILLEGAL',
    'isv.SMS_SIGN_EMOJI_ILLEGAL',
    'SIGNATURE_BLACKLIST',
    'SignatureNotFound',
  ),
  // template: it takes the code alone, by that name
  ...refusesUs(
    'isv.SMS_TEMPLATE_ILLEGAL',
    'isv.TEMPLATE_MISSING_PARAMETERS',
    'isv.TEMPLATE_PARAMS_ILLEGAL',
    'isv.UNSUPPORTED_CONTENT',
    'isv.SMS_CONTENT_MISMATCH_TEMPLATE_TYPE',
    'template_parameter_count_illegal',
    'TemplateNotFound',
  ),
  // sign name or template that is for tests, or for abroad
  ...refusesUs(
    'isv.SMS_TEST_NUMBER_LIMIT',
    'isv.SMS_TEST_SIGN_TEMPLATE_LIMIT',
    'isv.SMS_TEST_TEMPLATE_PARAMS_ILLEGAL',
    'isv.DOMESTIC_NUMBER_NOT_SUPPORTED',
  ),
  // the form of the request
  ...refusesUs(
    'isv.INVALID_PARAMETERS',
    'isv.INVALID_JSON_PARAM',
    'isv.PARAM_LENGTH_LIMIT',
    'isv.PARAM_NOT_SUPPORT_URL',
    'isv.MOBILE_COUNT_OVER_LIMIT',
    'isv.EXTEND_CODE_ERROR',
    'isv.ONE_CODE_MULTIPLE_SIGN',
    'isv.CODE_EXCEED_LIMIT',
    'isv.CODE_ERROR',
    'PARAMS_ILLEGAL',
    'MissingParameter',
    'InvalidParameter',
    'InvalidVersion',
    'InvalidAction',
    'UnsupportedHTTPMethod',
  ),
  // key, signature, clock
  ...refusesUs(
    'MissingAccessKeyId',
    'InvalidAccessKeyId',
    'InvalidSecurityToken',
    'IncompleteSignature',
    'SignatureDoesNotMatch',
    'SignatureNonceUsed',
    'InvalidTimeStamp',
    'Forbidden',
  ),
  // by the gateway
  ...turnsAway('Throttling', 'ServiceUnavailable'),
  // what came after our request is not known
  ...inDoubt('isp.SYSTEM_ERROR', 'isp.GATEWAY_ERROR', 'isp.UNKNOWN', 'InternalError', 'IS_CLOSE'),
]

/** `ErrCode` of a text that failed (`SendStatus` 2): help.aliyun.com/document_detail/101347.html. */
export const receiptCodes: readonly ReceiptRow[] = [
  // off, out of service, out of reach, nobody's
  ...unreachable('MOBILE_NOT_ON_SERVICE', 'INVALID_NUMBER'),
  // in arrears, or moved to another carrier
  ...unreachable('MOBILE_ACCOUNT_ABNORMAL'),
  ...blocked('MOBILE_IN_BLACK', 'USER_REJECT', 'isv.CUSTOMER_REFUSED', 'isv.BLACK_KEY_CONTROL_LIMIT'),
  ...tooMany('MOBILE_SEND_LIMIT', 'isv.BUSINESS_LIMIT_CONTROL'),
  // memory or card full, no device for it (spelt so)
  ...handset('MOBLLE_TERMINAL_ERROR'),
  ...ofCarrier('SP_UNKNOWN_ERROR', 'SP_NOT_BY_INTER_SMS', 'REQUEST_SUCCESS', 'IS_CLOSE'),
  // a word in it, no way for such texts, a sign name that carriers do not know
  ...refusedText(
    'CONTENT_KEYWORD',
    'CONTENT_ERROR',
    'SIGNATURE_BLACKLIST',
    'NO_ROUTE',
    'PORT_NOT_REGISTERED',
    'PARAMS_ILLEGAL',
    'isv.UNSUPPORTED_CONTENT',
    'isv.SMS_CONTENT_ILLEGAL',
    'isv.SMS_CONTENT_MISMATCH_TEMPLATE_TYPE',
    'isv.ONE_CODE_MULTIPLE_SIGN',
    'isv.CODE_EXCEED_LIMIT',
    'isv.CODE_ERROR',
  ),
]
