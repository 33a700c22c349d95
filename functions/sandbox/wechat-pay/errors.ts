/** Where in a request a parameter is wrong, as PARAM_ERROR and INVALID_REQUEST say it. */
export type ErrorDetail = { field: string; issue: string; location: 'body' | 'url' | 'query' }

export type WeChatPayError = { status: number; code: string; message: string }

/**
 * The errors of APIv3 this stand-in can answer with: status, code and wording of the real ones. Bodies of refused requests
 * are not signed.
 */
export const errors = {
  agent_missing: { status: 400, code: 'INVALID_REQUEST', message: 'Http头缺少Accept或User-Agent' },
  serial_missing: {
    status: 400,
    code: 'PARAM_ERROR',
    message: 'HTTP header缺少微信支付平台证书序列号(Wechatpay-Serial)',
  },
  serial_wrong: { status: 400, code: 'PARAM_ERROR', message: '平台证书序列号Wechatpay-Serial错误' },
  authorization_malformed: {
    status: 401,
    code: 'SIGN_ERROR',
    message: 'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》',
  },
  timestamp_out_of_window: {
    status: 401,
    code: 'SIGN_ERROR',
    message: 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟',
  },
  certificate_unknown: { status: 401, code: 'SIGN_ERROR', message: '商户证书序列号有误。' },
  signature_wrong: { status: 401, code: 'SIGN_ERROR', message: '签名错误' },
  param_error: { status: 400, code: 'PARAM_ERROR', message: '参数错误' },
  appid_mchid_not_match: { status: 400, code: 'APPID_MCHID_NOT_MATCH', message: 'appid和mch_id不匹配' },
  mchid_not_match: { status: 400, code: 'PARAM_ERROR', message: 'Authorization信息中商户号与请求参数中不符' },
  repeated_differently: { status: 400, code: 'INVALID_REQUEST', message: '请求重入时，参数与首次请求时不一致' },
  order_paid_on_create: { status: 400, code: 'ORDERPAID', message: '该订单已支付' },
  order_paid: { status: 400, code: 'ORDER_PAID', message: '该订单已支付' },
  order_closed: { status: 400, code: 'ORDER_CLOSED', message: '该订单已关闭' },
  order_not_exist: { status: 404, code: 'ORDER_NOT_EXIST', message: '订单不存在' },
  nothing_paid: { status: 404, code: 'RESOURCE_NOT_EXISTS', message: '订单不存在' },
  refund_not_exist: { status: 404, code: 'RESOURCE_NOT_EXISTS', message: '退款单不存在' },
  refund_total_differs: {
    status: 400,
    code: 'INVALID_REQUEST',
    message: '订单金额或退款金额与之前请求不一致，请核实后再试',
  },
  refund_exceeds: { status: 400, code: 'INVALID_REQUEST', message: '申请退款金额大于订单可退金额' },
  refund_too_many: { status: 400, code: 'INVALID_REQUEST', message: '部分退款次数超限' },
  refund_overdue: { status: 400, code: 'INVALID_REQUEST', message: '订单已超过可退款的最大期限(支付完成后一年内)' },
  refund_too_soon: { status: 429, code: 'FREQUENCY_LIMITED', message: '频率超限：同一订单的多笔退款须间隔1分钟以上' },
  not_enough: { status: 403, code: 'NOT_ENOUGH', message: '基本账户余额不足，请充值后重新发起' },
  no_auth: { status: 403, code: 'NO_AUTH', message: '商户无权限' },
  user_account_abnormal: { status: 403, code: 'USER_ACCOUNT_ABNORMAL', message: '用户帐号注销' },
  frequency_limited: { status: 429, code: 'FREQUENCY_LIMITED', message: '频率超限' },
  statement_creating: { status: 400, code: 'STATEMENT_CREATING', message: '账单生成中' },
  no_statement: { status: 400, code: 'NO_STATEMENT_EXIST', message: '账单文件不存在' },
  bill_date_wrong: { status: 400, code: 'INVALID_REQUEST', message: '请检查bill_date' },
  bill_address_wrong: { status: 400, code: 'INVALID_REQUEST', message: '账单地址已失效，请重新获取账单地址' },
  complaint_not_exist: { status: 404, code: 'RESOURCE_NOT_EXISTS', message: '投诉单不存在' },
  complaint_state_wrong: { status: 400, code: 'INVALID_REQUEST', message: '投诉单当前状态不允许该操作' },
  complaint_address_exists: { status: 400, code: 'RESOURCE_ALREADY_EXISTS', message: '投诉通知回调地址已存在' },
  complaint_address_none: { status: 404, code: 'RESOURCE_NOT_EXISTS', message: '投诉通知回调地址不存在' },
  system_error: { status: 500, code: 'SYSTEM_ERROR', message: '系统异常，请稍后重试' },
} as const satisfies Record<string, WeChatPayError>

export type WeChatPayErrorName = keyof typeof errors
