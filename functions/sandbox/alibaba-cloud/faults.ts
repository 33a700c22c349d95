import { type Breaking, breakings } from '../cloud.ts'

/** What a fault makes of one call to Cloudauth: another result or return code of the action, a refusal by the gateway, or a break. */
export type AlibabaEffect =
  | Breaking
  | { does: 'say_result'; bizCode: string; subCode: string }
  | { does: 'return'; code: '402' | '403' | '405' | '412' | '500'; message: string }
  | { does: 'turn_away'; status: 400; code: string; message: string }

/** Modes by target, as POST /sandbox/faults takes them. */
export const alibabaFaults = {
  alibaba_cloudauth: {
    ...breakings,
    vendor_busy: { does: 'return', code: '402', message: '权威源服务异常' },
    daily_limit: { does: 'return', code: '403', message: '异常重复调用' },
    unsupported_segment: { does: 'return', code: '405', message: '号段不支持' },
    arrears: { does: 'return', code: '412', message: '欠费中' },
    internal_error: { does: 'return', code: '500', message: '系统错误' },
    request_limit: {
      does: 'turn_away',
      status: 400,
      code: 'Throttling.User',
      message: 'Request was denied due to user flow control.',
    },
    wrong_result_code: { does: 'say_result', bizCode: '9', subCode: '999' },
  },
} as const satisfies Record<string, Record<string, AlibabaEffect>>
