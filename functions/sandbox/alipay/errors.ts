/** What the gateway says when it does not say 10000. `code` is the gateway's, `sub_code` the business's. */
export type AlipayError = { code: string; msg: string; sub_code: string; sub_msg: string }

const missing = { code: '40001', msg: 'Missing Required Arguments' }
const invalid = { code: '40002', msg: 'Invalid Arguments' }
const failed = { code: '40004', msg: 'Business Failed' }

export const errors = {
  method_missing: { ...missing, sub_code: 'isv.missing-method', sub_msg: '方法名参数缺失' },
  signature_missing: { ...missing, sub_code: 'isv.missing-signature', sub_msg: '签名参数缺失' },
  app_id_missing: { ...missing, sub_code: 'isv.missing-app-id', sub_msg: '应用ID参数缺失' },
  timestamp_missing: { ...missing, sub_code: 'isv.missing-timestamp', sub_msg: '时间戳参数缺失' },
  version_missing: { ...missing, sub_code: 'isv.missing-version', sub_msg: '版本参数缺失' },
  method_invalid: { ...invalid, sub_code: 'isv.invalid-method', sub_msg: '不存在的方法名' },
  app_id_invalid: { ...invalid, sub_code: 'isv.invalid-app-id', sub_msg: '无效的AppID参数' },
  signature_type_invalid: { ...invalid, sub_code: 'isv.invalid-signature-type', sub_msg: '无效签名类型' },
  charset_invalid: { ...invalid, sub_code: 'isv.invalid-charset', sub_msg: '字符集错误' },
  timestamp_invalid: { ...invalid, sub_code: 'isv.invalid-timestamp', sub_msg: '非法的时间戳参数' },
  signature_invalid: {
    ...invalid,
    sub_code: 'isv.invalid-signature',
    sub_msg: '验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配',
  },
  unavailable: {
    code: '20000',
    msg: 'Service Currently Unavailable',
    sub_code: 'isp.unknow-error',
    sub_msg: '系统繁忙',
  },
  no_permission: {
    code: '40006',
    msg: 'Insufficient Permissions',
    sub_code: 'isv.insufficient-isv-permissions',
    sub_msg: 'ISV权限不足，建议在开发者中心检查签约是否已经生效',
  },
  call_limited: { code: '40005', msg: 'Call Limited', sub_code: 'isv.app-call-limited', sub_msg: '应用调用次数超限' },
  param_invalid: { ...failed, sub_code: 'ACQ.INVALID_PARAMETER', sub_msg: '参数无效' },
  system_error: { ...failed, sub_code: 'ACQ.SYSTEM_ERROR', sub_msg: '系统错误' },
  context_inconsistent: { ...failed, sub_code: 'ACQ.CONTEXT_INCONSISTENT', sub_msg: '交易信息被篡改' },
  trade_has_success: { ...failed, sub_code: 'ACQ.TRADE_HAS_SUCCESS', sub_msg: '交易已被支付' },
  trade_has_close: { ...failed, sub_code: 'ACQ.TRADE_HAS_CLOSE', sub_msg: '交易已经关闭' },
  trade_not_exist: { ...failed, sub_code: 'ACQ.TRADE_NOT_EXIST', sub_msg: '交易不存在' },
  trade_status_error: { ...failed, sub_code: 'ACQ.TRADE_STATUS_ERROR', sub_msg: '交易状态不合法' },
  trade_has_finished: { ...failed, sub_code: 'ACQ.TRADE_HAS_FINISHED', sub_msg: '交易已完结' },
  trade_not_allow_refund: { ...failed, sub_code: 'ACQ.TRADE_NOT_ALLOW_REFUND', sub_msg: '当前交易不允许退款' },
  trade_frozen: { ...failed, sub_code: 'ACQ.REASON_TRADE_BEEN_FREEZEN', sub_msg: '请求退款的交易被冻结' },
  refund_fee_error: { ...failed, sub_code: 'ACQ.REASON_TRADE_REFUND_FEE_ERR', sub_msg: '退款金额无效' },
  refund_exceeds: { ...failed, sub_code: 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', sub_msg: '退款金额超限' },
  refund_discordant: { ...failed, sub_code: 'ACQ.DISCORDANT_REPEAT_REQUEST', sub_msg: '同一笔退款单号退款金额不一致' },
  seller_balance: { ...failed, sub_code: 'ACQ.SELLER_BALANCE_NOT_ENOUGH', sub_msg: '卖家余额不足' },
  bill_not_exist: { ...failed, sub_code: 'isp.bill_not_exist', sub_msg: '账单不存在' },
  bill_date_invalid: { ...failed, sub_code: 'invalid_arguments', sub_msg: '入参不合法' },
} as const satisfies Record<string, AlipayError>

export type AlipayErrorName = keyof typeof errors
