import { type Breaking, breakings } from '../cloud.ts'
import type { Fate } from '../texts/texts.ts'

/**
 * What a fault makes of one call: another result of the action, a return code in its place, a refusal by the gateway, a break, or, of a
 * text that is taken, what becomes of it.
 */
export type AlibabaEffect =
  | Breaking
  | { does: 'say_result'; bizCode: string; subCode: string }
  | { does: 'return'; code: string; message: string }
  | { does: 'turn_away'; status: 400 | 403; code: string; message: string }
  | { does: 'fate'; fate: Fate }

const flowControl = {
  does: 'turn_away',
  status: 400,
  code: 'Throttling.User',
  message: 'Request was denied due to user flow control.',
} as const

const common = {
  ...breakings,
  arrears: { does: 'return', code: '412', message: '欠费中' },
  internal_error: { does: 'return', code: '500', message: '系统错误' },
  request_limit: flowControl,
  wrong_result_code: { does: 'say_result', bizCode: '9', subCode: '999' },
} as const satisfies Record<string, AlibabaEffect>

/** Modes by target, as POST /sandbox/faults takes them. */
export const alibabaFaults = {
  alibaba_face: {
    ...common,
    no_photo: { does: 'return', code: '417', message: '无法使用刷脸服务' },
    daily_limit: { does: 'return', code: '418', message: '刷脸失败次数过多' },
  },
  alibaba_cloudauth: {
    ...common,
    vendor_busy: { does: 'return', code: '402', message: '权威源服务异常' },
    daily_limit: { does: 'return', code: '403', message: '异常重复调用' },
    unsupported_segment: { does: 'return', code: '405', message: '号段不支持' },
    number_recycled: { does: 'say_result', bizCode: '1', subCode: '102' },
    number_not_synchronized: { does: 'say_result', bizCode: '1', subCode: '103' },
    number_out_of_use: { does: 'say_result', bizCode: '3', subCode: '301' },
  },
  alibaba_company: {
    ...breakings,
    request_limit: flowControl,
    not_open: {
      does: 'turn_away',
      status: 403,
      code: 'Forbidden.AccountAccessDenied',
      message: '无权限，可能是未开通服务，或已欠费。',
    },
    no_permission: {
      does: 'turn_away',
      status: 403,
      code: 'Forbidden.RAMUserAccessDenied',
      message: 'RAM用户无权限，请授权。',
    },
    wrong_result_code: { does: 'say_result', bizCode: '9', subCode: '' },
  },
  alibaba_sms: {
    ...breakings,
    request_limit: flowControl,
    daily_limit: { does: 'return', code: 'isv.BUSINESS_LIMIT_CONTROL', message: '触发天级流控Permits:10' },
    unsubscribed: { does: 'return', code: 'isv.CUSTOMER_REFUSED', message: '用户已退订推广短信' },
    insufficient_balance: { does: 'return', code: 'isv.AMOUNT_NOT_ENOUGH', message: '账户余额不足' },
    sign_name_illegal: { does: 'return', code: 'isv.SMS_SIGNATURE_ILLEGAL', message: '该账号下找不到对应签名' },
    system_error: { does: 'return', code: 'isp.SYSTEM_ERROR', message: '系统出现错误，请重新调用' },
    // Taken; what becomes of it is found by asking.
    phone_off: { does: 'fate', fate: { kind: 'fails', code: 'MOBILE_NOT_ON_SERVICE' } },
    carrier_blocks: { does: 'fate', fate: { kind: 'fails', code: 'MOBILE_IN_BLACK' } },
    sign_name_unregistered: { does: 'fate', fate: { kind: 'fails', code: 'PORT_NOT_REGISTERED' } },
    no_receipt: { does: 'fate', fate: { kind: 'silent' } },
  },
} as const satisfies Record<string, Record<string, AlibabaEffect>>

export type AlibabaTarget = keyof typeof alibabaFaults
