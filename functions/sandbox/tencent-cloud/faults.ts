import { type Breaking, breakings } from '../cloud.ts'
import type { Fate } from '../texts/texts.ts'
import { type ErrorName, errors } from './ocr/errors.ts'
import { type WarningName, warnings } from './ocr/warnings.ts'

/** What a fault makes of one call to Tencent Cloud. */
export type TencentEffect =
  | { does: 'result'; result: 'busy' | 'daily_limit' | 'unsupported_segment' | 'unlisted' }
  | { does: 'error'; code: string; message: string }
  | Breaking
  | { does: 'other_person' }
  | { does: 'status'; code: string; message: string }
  | { does: 'fate'; fate: Fate }
  | { does: 'warn'; of: WarningName }

const common = {
  ...breakings,
  internal_error: {
    does: 'error',
    code: 'InternalError',
    message: 'An internal error has occurred. Retry your request.',
  },
  request_limit: {
    does: 'error',
    code: 'RequestLimitExceeded',
    message: 'The number of requests exceeds the frequency limit.',
  },
  arrears: {
    does: 'error',
    code: 'UnauthorizedOperation.ArrearsStop',
    message: 'The account is in arrears.',
  },
} as const satisfies Record<string, TencentEffect>

type Modes<Name extends string> = { [name in Name]: TencentEffect }

/** A fault for each error, and for each warning, of what reads cards. */
const ofCards = {
  ...(Object.fromEntries(
    Object.entries(errors).map(([name, [code, message]]) => [name, { does: 'error', code, message }]),
  ) as Modes<ErrorName>),
  ...(Object.fromEntries(
    Object.keys(warnings).map((name) => [`warns_${name}`, { does: 'warn', of: name }]),
  ) as Modes<`warns_${WarningName}`>),
}

/** Modes by target, as POST /sandbox/faults takes them. */
export const tencentFaults = {
  tencent_faceid: {
    ...common,
    vendor_busy: { does: 'result', result: 'busy' },
    daily_limit: { does: 'result', result: 'daily_limit' },
    unsupported_segment: { does: 'result', result: 'unsupported_segment' },
    wrong_result_code: { does: 'result', result: 'unlisted' },
  },
  tencent_face: {
    ...common,
    daily_limit: { does: 'result', result: 'daily_limit' },
    wrong_result_code: { does: 'result', result: 'unlisted' },
    other_person: { does: 'other_person' },
    token_expired: {
      does: 'error',
      code: 'InvalidParameterValue.BizTokenExpired',
      message: 'The BizToken has expired.',
    },
  },
  tencent_ocr: { ...common, ...ofCards },
  tencent_company: {
    ...common,
    system_error: { does: 'result', result: 'busy' },
    wrong_result_code: { does: 'result', result: 'unlisted' },
    not_open: { does: 'error', code: 'FailedOperation.UnOpenError', message: '服务未开通。' },
    package_used_up: {
      does: 'error',
      code: 'ResourceUnavailable.ResourcePackageRunOut',
      message: '账号资源包耗尽。',
    },
  },
  tencent_sms: {
    ...common,
    daily_limit: {
      does: 'status',
      code: 'LimitExceeded.PhoneNumberDailyLimit',
      message: 'the number of sms messages sent from a single mobile number every day exceeds the upper limit',
    },
    thirty_second_limit: {
      does: 'status',
      code: 'LimitExceeded.PhoneNumberThirtySecondLimit',
      message: 'the number of sms messages sent from a single mobile number within 30 seconds exceeds the upper limit',
    },
    blacklisted: {
      does: 'status',
      code: 'FailedOperation.PhoneNumberInBlacklist',
      message: 'mobile number is in blacklist',
    },
    insufficient_balance: {
      does: 'status',
      code: 'FailedOperation.InsufficientBalanceInSmsPackage',
      message: 'insufficient balance in SMS package',
    },
    // Taken; what becomes of it is found by asking.
    phone_off: { does: 'fate', fate: { kind: 'fails', code: '002' } },
    carrier_blocks: { does: 'fate', fate: { kind: 'fails', code: 'REJECTD' } },
    keyword: { does: 'fate', fate: { kind: 'fails', code: '-106' } },
    no_receipt: { does: 'fate', fate: { kind: 'silent' } },
  },
  tencent_ses: {
    ...common,
    blacklisted: {
      does: 'error',
      code: 'FailedOperation.EmailAddrInBlacklist',
      message: 'the email address is in the blocklist',
    },
    frequency_limit: {
      does: 'error',
      code: 'FailedOperation.FrequencyLimit',
      message: 'too many emails were sent to the same address in a short period',
    },
    insufficient_quota: {
      does: 'error',
      code: 'FailedOperation.InsufficientQuota',
      message: 'insufficient emails in plans',
    },
  },
} as const satisfies Record<string, Record<string, TencentEffect>>

export type TencentTarget = keyof typeof tencentFaults
