/** What a fault makes of one call to Tencent Cloud. `execute`: done and billed before the answer goes wrong. */
export type TencentEffect =
  | { does: 'result'; result: '-11' | '-12' | '-13' | '-99' }
  | { does: 'error'; code: string; message: string }
  | { does: 'break'; execute: boolean; how: 'http_500' | 'html' | 'truncated' | 'slow' }
  | { does: 'status'; code: string; message: string }

const common = {
  error_500: { does: 'break', execute: false, how: 'http_500' },
  executed_then_500: { does: 'break', execute: true, how: 'http_500' },
  slow: { does: 'break', execute: true, how: 'slow' },
  html: { does: 'break', execute: true, how: 'html' },
  truncated: { does: 'break', execute: true, how: 'truncated' },
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

/** Modes by target, as POST /sandbox/faults takes them. */
export const tencentFaults = {
  tencent_faceid: {
    ...common,
    vendor_busy: { does: 'result', result: '-11' },
    daily_limit: { does: 'result', result: '-12' },
    unsupported_segment: { does: 'result', result: '-13' },
    wrong_result_code: { does: 'result', result: '-99' },
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
  },
} as const satisfies Record<string, Record<string, TencentEffect>>

export type TencentTarget = keyof typeof tencentFaults
