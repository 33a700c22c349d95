/** Why money goes back, as the channel shows it to the payer, and as it is kept. */
export const refundReasons = {
  mismatch: '实名核验不一致，退回会员部分',
  no_record: '实名核验查无记录，退款',
  identity_in_use: '该身份暂不能使用，退款',
  undetermined: '实名核验未完成，退款',
  certification: '认证审核服务费，退款',
  late_payment: '订单已关闭，退回付款',
  second_payment: '重复付款，退回付款',
  wrong_amount: '付款金额不符，退回付款',
  account_banned: '账号已停用，退回付款',
  channel: '支付渠道主动退回',
  complaint: '支付渠道处理投诉退回',
} as const
