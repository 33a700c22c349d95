import { describe, expect, it } from 'vitest'
import { mayAskAnother } from '../../../functions/account/codes/sms-choice.ts'
import { receiptCodes, smsCodes } from '../../../functions/vendors/alibaba-cloud/sms-codes.ts'
import { rowFor } from '../../../functions/vendors/answer-codes.ts'
import { smsResultOf, undelivered } from '../../../functions/vendors/sms-codes.ts'

/** Of a code what it means for the text: why it was not taken, or that it is in doubt; `…` with another vendor asked at once. */
const means = (code: string): string => {
  const result = smsResultOf(rowFor(smsCodes, code), code)
  const said = result.kind === 'not_taken' ? result.because : result.kind
  return mayAskAnother(result) ? `${said} …` : said
}

/**
 * Every code that sending may meet (help.aliyun.com/document_detail/101346.html, and the gateway's), but those of sign names, templates and
 * short links being edited.
 */
const documented: Record<string, string> = {
  'isv.SMS_SIGNATURE_SCENE_ILLEGAL': 'needs_repair …',
  'isv.EXTEND_CODE_ERROR': 'needs_repair …',
  'isv.SIGN_STATE_ILLEGAL': 'needs_repair …',
  'isv.DOMESTIC_NUMBER_NOT_SUPPORTED': 'needs_repair …',
  'isv.DENY_IP_RANGE': 'needs_repair …',
  'isv.DAY_LIMIT_CONTROL': 'needs_repair …',
  'isv.MONTH_LIMIT_CONTROL': 'needs_repair …',
  'isv.SMS_CONTENT_ILLEGAL': 'blocked …',
  'isv.SMS_SIGN_ILLEGAL': 'needs_repair …',
  'isp.RAM_PERMISSION_DENY': 'needs_repair …',
  'isv.OUT_OF_SERVICE': 'needs_repair …',
  'isv.PRODUCT_UN_SUBSCRIPT': 'needs_repair …',
  'isv.PRODUCT_UNSUBSCRIBE': 'needs_repair …',
  'isv.ACCOUNT_NOT_EXISTS': 'needs_repair …',
  'isv.ACCOUNT_ABNORMAL': 'needs_repair …',
  'isv.SMS_TEMPLATE_ILLEGAL': 'needs_repair …',
  'isv.SMS_SIGNATURE_ILLEGAL': 'needs_repair …',
  'isv.INVALID_PARAMETERS': 'needs_repair …',
  'isp.SYSTEM_ERROR': 'in_doubt',
  'isv.MOBILE_NUMBER_ILLEGAL': 'bad_number',
  'isv.MOBILE_COUNT_OVER_LIMIT': 'needs_repair …',
  'isv.TEMPLATE_MISSING_PARAMETERS': 'needs_repair …',
  'isv.BUSINESS_LIMIT_CONTROL': 'number_limited',
  'isv.INVALID_JSON_PARAM': 'needs_repair …',
  'isv.BLACK_KEY_CONTROL_LIMIT': 'blocked …',
  'isv.PARAM_LENGTH_LIMIT': 'needs_repair …',
  'isv.PARAM_NOT_SUPPORT_URL': 'needs_repair …',
  'isv.AMOUNT_NOT_ENOUGH': 'needs_repair …',
  'isv.TEMPLATE_PARAMS_ILLEGAL': 'needs_repair …',
  'isv.SIGN_NAME_ILLEGAL': 'needs_repair …',
  'isv.CUSTOMER_REFUSED': 'blocked …',
  'isv.SMS_TEST_SIGN_TEMPLATE_LIMIT': 'needs_repair …',
  'isv.SMS_TEST_TEMPLATE_PARAMS_ILLEGAL': 'needs_repair …',
  'isv.SMS_TEST_NUMBER_LIMIT': 'needs_repair …',
  'isv.SMS_SIGN_EMOJI_ILLEGAL': 'needs_repair …',
  'isv.SECURITY_FROZEN_ACCOUNT': 'needs_repair …',
  'isv.UNSUPPORTED_CONTENT': 'needs_repair …',
  'isv.SMS_CONTENT_MISMATCH_TEMPLATE_TYPE': 'needs_repair …',
  'isv.ONE_CODE_MULTIPLE_SIGN': 'needs_repair …',
  'isv.CODE_EXCEED_LIMIT': 'needs_repair …',
  'isv.CODE_ERROR': 'needs_repair …',
  'isp.GATEWAY_ERROR': 'in_doubt',
  'isp.UNKNOWN': 'in_doubt',
  SIGNATURE_BLACKLIST: 'needs_repair …',
  template_parameter_count_illegal: 'needs_repair …',
  IS_CLOSE: 'in_doubt',
  PARAMS_ILLEGAL: 'needs_repair …',
  SignatureNotFound: 'needs_repair …',
  TemplateNotFound: 'needs_repair …',
  // of the gateway
  MissingParameter: 'needs_repair …',
  InvalidParameter: 'needs_repair …',
  InvalidVersion: 'needs_repair …',
  InvalidAction: 'needs_repair …',
  'InvalidAction.NotFound': 'needs_repair …',
  UnsupportedHTTPMethod: 'needs_repair …',
  MissingAccessKeyId: 'needs_repair …',
  InvalidAccessKeyId: 'needs_repair …',
  'InvalidAccessKeyId.NotFound': 'needs_repair …',
  'InvalidAccessKeyId.Inactive': 'needs_repair …',
  InvalidSecurityToken: 'needs_repair …',
  IncompleteSignature: 'needs_repair …',
  SignatureDoesNotMatch: 'needs_repair …',
  SignatureNonceUsed: 'needs_repair …',
  InvalidTimeStamp: 'needs_repair …',
  'InvalidTimeStamp.Expired': 'needs_repair …',
  'InvalidTimeStamp.Format': 'needs_repair …',
  Forbidden: 'needs_repair …',
  'Forbidden.RAM': 'needs_repair …',
  Throttling: 'turned_away …',
  'Throttling.User': 'turned_away …',
  'Throttling.Api': 'turned_away …',
  ServiceUnavailable: 'turned_away …',
  InternalError: 'in_doubt',
}

describe('M5 what each code of Alibaba Cloud SMS means', () => {
  it.each(Object.entries(documented))('%s: %s', (code, meaning) => {
    expect(means(code)).toBe(meaning)
  })

  it('has no row that is not said here, and none twice', () => {
    const codes = smsCodes.map(({ code }) => code)
    expect(codes.filter((code) => !Object.hasOwn(documented, code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('is in doubt of whatever is in no document', () => {
    for (const code of ['isv.SOMETHING_NEW', 'isv', 'isp', 'OK', 'unlisted_code', ''])
      expect(means(code)).toBe('in_doubt')
  })
})

describe('M5 why a text of Alibaba Cloud did not arrive', () => {
  it('is one reason for each code of a receipt', () => {
    expect(Object.fromEntries(receiptCodes.map((row) => [row.code, row.because]))).toEqual({
      MOBILE_NOT_ON_SERVICE: 'unreachable',
      INVALID_NUMBER: 'unreachable',
      MOBILE_ACCOUNT_ABNORMAL: 'unreachable',
      MOBILE_IN_BLACK: 'blocked',
      USER_REJECT: 'blocked',
      'isv.CUSTOMER_REFUSED': 'blocked',
      'isv.BLACK_KEY_CONTROL_LIMIT': 'blocked',
      MOBILE_SEND_LIMIT: 'too_many',
      'isv.BUSINESS_LIMIT_CONTROL': 'too_many',
      MOBLLE_TERMINAL_ERROR: 'handset',
      SP_UNKNOWN_ERROR: 'carrier',
      SP_NOT_BY_INTER_SMS: 'carrier',
      REQUEST_SUCCESS: 'carrier',
      IS_CLOSE: 'carrier',
      CONTENT_KEYWORD: 'refused_text',
      CONTENT_ERROR: 'refused_text',
      SIGNATURE_BLACKLIST: 'refused_text',
      NO_ROUTE: 'refused_text',
      PORT_NOT_REGISTERED: 'refused_text',
      PARAMS_ILLEGAL: 'refused_text',
      'isv.UNSUPPORTED_CONTENT': 'refused_text',
      'isv.SMS_CONTENT_ILLEGAL': 'refused_text',
      'isv.SMS_CONTENT_MISMATCH_TEMPLATE_TYPE': 'refused_text',
      'isv.ONE_CODE_MULTIPLE_SIGN': 'refused_text',
      'isv.CODE_EXCEED_LIMIT': 'refused_text',
      'isv.CODE_ERROR': 'refused_text',
    })
  })

  it('is ours to mend where the text or its sign name is not let through, and nowhere else', () => {
    for (const row of receiptCodes)
      expect([row.code, 'needsRepair' in undelivered(row, row.code)]).toEqual([
        row.code,
        row.because === 'refused_text',
      ])
  })
})
