import type { ProblemCode } from './problems.ts'

/** What each error tells a person to do. Texts may change; nobody may switch on them. */
export const problemTexts: Record<ProblemCode, { zh: string; en: string }> = {
  // the request itself
  malformed_json: {
    zh: '请求体不是合法的 JSON。',
    en: 'The body is not valid JSON.',
  },
  invalid_request: {
    zh: '请求有误，请按 errors 中的字段修改。',
    en: 'The request is invalid; see errors for the fields to change.',
  },
  invalid_field: {
    zh: '该字段缺失、类型不对或超出允许范围。',
    en: 'This field is missing, has the wrong type or is out of range.',
  },
  unknown_field: {
    zh: '不认识的字段，请删除。',
    en: 'This field is not known; remove it.',
  },
  body_too_large: {
    zh: '请求体过大。',
    en: 'The body is too large.',
  },
  unsupported_media_type: {
    zh: '请使用 Content-Type: application/json。',
    en: 'Use Content-Type: application/json.',
  },
  idempotency_key_required: {
    zh: '请在 Idempotency-Key 请求头中给出 1 到 255 个可见字符的唯一键。',
    en: 'Send an Idempotency-Key header of 1 to 255 visible characters.',
  },
  idempotency_key_reused: {
    zh: '这个 Idempotency-Key 已用于另一个请求，请换一个新的。',
    en: 'This Idempotency-Key was used for another request; use a new one.',
  },
  web_header_required: {
    zh: '使用 Cookie 登录的修改请求必须带 X-Shiming-Web 请求头。',
    en: 'Changing requests with a cookie session need the X-Shiming-Web header.',
  },
  not_found: {
    zh: '没有找到。',
    en: 'Not found.',
  },
  method_not_allowed: {
    zh: '此地址不支持该方法。',
    en: 'This address does not support that method.',
  },
  busy: {
    zh: '系统繁忙，请稍后再试。',
    en: 'Busy; try again shortly.',
  },
  internal: {
    zh: '系统异常，请稍后再试；没有扣款会丢失。',
    en: 'Something failed on our side; try again. No payment is lost.',
  },
  // who is asking
  unauthenticated: {
    zh: '请先登录。',
    en: 'Sign in first.',
  },
  banned: {
    zh: '账号已被永久停用；应退的款项仍会退回。',
    en: 'This account is banned for good; refunds owed are still paid.',
  },
  // sign-in by SMS code
  invalid_phone: {
    zh: '手机号码格式不正确，请填写 11 位中国大陆手机号。',
    en: 'Not a mainland mobile number of 11 digits.',
  },
  sms_too_often: {
    zh: '获取验证码过于频繁，请稍后再试。',
    en: 'Too many codes were requested; wait and try again.',
  },
  sms_unavailable: {
    zh: '短信服务暂时不可用，请稍后再试。',
    en: 'Text messages cannot be sent at the moment; try again later.',
  },
  sms_rejected: {
    zh: '该号码目前收不到验证码短信（可能已退订、停机或当天已达上限），请换一个号码或明天再试。',
    en: 'This number cannot receive codes (unsubscribed, out of service or over its daily limit); use another or try tomorrow.',
  },
  sms_code_wrong: {
    zh: '验证码不正确或已过期。',
    en: 'The code is wrong or has expired.',
  },
  sms_code_spent: {
    zh: '验证码错误次数过多，请重新获取。',
    en: 'Too many wrong tries; request a new code.',
  },
  // message tokens
  token_limit_reached: {
    zh: '消息令牌数量已达上限，请先删除不用的令牌。',
    en: 'The limit of message tokens is reached; delete one first.',
  },
  // identity, refused for free (P3)
  invalid_name: {
    zh: '姓名应为 1 到 50 个字符，少数民族姓名请使用间隔号“·”。',
    en: 'A name has 1 to 50 characters; minority names use the middle dot.',
  },
  invalid_id_number: {
    zh: '证件号码应为 18 位，请核对。',
    en: 'The ID number must have 18 characters.',
  },
  id_number_check_digit: {
    zh: '证件号码校验位不正确，请核对是否输错。',
    en: 'The check digit of the ID number is wrong; look for a typing error.',
  },
  id_number_date: {
    zh: '证件号码中的出生日期不存在。',
    en: 'The birth date in the ID number does not exist.',
  },
  id_number_region: {
    zh: '证件号码的地区码不正确。',
    en: 'The region code of the ID number is wrong.',
  },
  id_number_birth_year: {
    zh: '证件号码的出生年份不在本环境接受的范围内。',
    en: 'The birth year in the ID number is outside the range accepted here.',
  },
  id_kind_needs_review: {
    zh: '该证件类型不能自动核验，请联系客服人工审核。',
    en: 'This kind of document cannot be checked automatically; ask for manual review.',
  },
  under_age: {
    zh: '未满 14 周岁需由监护人陪同，请联系客服人工审核。',
    en: 'Under 14 a guardian is needed; ask for manual review.',
  },
  identity_unavailable: {
    zh: '该身份信息暂不能在本账号使用，请联系客服。',
    en: 'This identity cannot be used on this account; contact support.',
  },
  resubmitted_too_soon: {
    zh: '相同信息刚核验过，请稍后再试；可先向运营商确认该号码登记在谁名下。',
    en: 'The same data was checked just now; wait, and ask the carrier in whose name the number is.',
  },
  consent_required: {
    zh: '请先阅读并同意个人信息处理告知书。',
    en: 'Consent to the named use of the data first.',
  },
  consent_outdated: {
    zh: '告知书已更新，请重新阅读并同意。',
    en: 'The notice has changed; read and agree again.',
  },
  // verification
  already_verified: {
    zh: '账号已完成实名认证。',
    en: 'This account is already verified.',
  },
  verification_open: {
    zh: '已有一个进行中的认证，请先支付、取消或等待结果。',
    en: 'A verification is already open; pay for it, cancel it or wait for its result.',
  },
  too_many_checks_today: {
    zh: '今天的认证次数已用完，请明天再试。',
    en: 'No more checks today; try again tomorrow.',
  },
  too_many_checks: {
    zh: '认证次数已达上限，请联系客服人工审核。',
    en: 'The limit of checks is reached; ask for manual review.',
  },
  too_many_refusals: {
    zh: '今天提交次数过多，请明天再试。',
    en: 'Too many submissions today; try again tomorrow.',
  },
  not_cancellable: {
    zh: '已付款或已结束，不能取消；结果与退款会自动处理。',
    en: 'Already paid or over, so it cannot be cancelled; result and refund follow by themselves.',
  },
  // orders and payments
  order_not_payable: {
    zh: '订单已支付、已关闭或已过期。',
    en: 'The order is paid, closed or expired.',
  },
  order_expired: {
    zh: '订单已过期，请重新提交。',
    en: 'The order has expired; submit again.',
  },
  payment_method_unavailable: {
    zh: '暂不支持该支付方式，请换一种。',
    en: 'This payment method is not available; choose another.',
  },
  payment_channel_unavailable: {
    zh: '支付渠道暂时不可用，请稍后再试或换一种支付方式。',
    en: 'The payment channel is not reachable; try again or choose another.',
  },
  points_out_of_range: {
    zh: '充值积分数超出允许范围。',
    en: 'The number of points is out of range.',
  },
  // refunds and statements, for operators
  refund_not_with_operator: {
    zh: '该退款仍在自动处理中，不能登记线下付款；请先等待渠道结果。',
    en: 'This refund is still dealt with automatically, so it cannot be paid by hand; wait for the channel.',
  },
  refund_already_paid: {
    zh: '该退款已退回用户，请勿再次付款。',
    en: 'This refund has gone back to the payer; do not pay it again.',
  },
  refund_under_way: {
    zh: '支付渠道正在处理该退款，请等待结果。',
    en: 'The payment channel is working on this refund; wait for its result.',
  },
  refund_abnormal: {
    zh: '支付渠道将该退款标为异常，不能原样重试；请在商户平台处理，或线下付款后登记。',
    en: 'The channel holds this refund as abnormal, so it cannot be sent again; end it at the channel or pay it by hand.',
  },
  refund_amount_differs: {
    zh: '支付渠道退回的金额与应退金额不符，请核对账单。',
    en: 'The channel gave back another amount than is owed; look at its bill.',
  },
  refund_changed: {
    zh: '该退款的状态刚刚发生变化，请刷新后再操作。',
    en: 'This refund has changed in the meantime; look again before you act.',
  },
  ledger_range_too_large: {
    zh: '该时间范围内的账目过多，请缩短日期范围。',
    en: 'Too many transactions in this range; ask for fewer days.',
  },
  vendor_unknown: {
    zh: '没有配置这个核验服务商。',
    en: 'No such identity vendor is configured.',
  },
  statement_day_not_over: {
    zh: '对账日尚未结束，请次日再导入。',
    en: 'That day is not over yet; import its statement afterwards.',
  },
  statement_invalid: {
    zh: '对账单有误：line 为出错的行号，column 为列名，fault 为原因。',
    en: 'The statement has a fault: see line, column and fault.',
  },
  // complaints, bans and appeals (P12)
  complaint_over: {
    zh: '该投诉已经结束。',
    en: 'This complaint is over.',
  },
  complaint_reply_needed: {
    zh: '没有可用的默认回复（订单不明或不止一笔），请填写回复内容。',
    en: 'There is no default answer (its order is unknown, or there are several); write one.',
  },
  complaint_deed_pending: {
    zh: '上一个操作还在等待支付渠道确认，请稍后再试。',
    en: 'The channel has not confirmed what was asked before; try again later.',
  },
  complaint_not_answered: {
    zh: '请先回复投诉人，再结束投诉。',
    en: 'Answer the payer before you end the complaint.',
  },
  complaint_refused_by_channel: {
    zh: '支付渠道拒绝了该操作，原因见 channelCode。',
    en: 'The payment channel refused this; channelCode says why.',
  },
  complaint_reply_unconfirmed: {
    zh: '支付渠道没有确认这条回复，它可能已经送达；请先查看协商历史再决定是否重发。',
    en: 'The channel did not confirm this answer, and it may have arrived; look at its history before you send it again.',
  },
  complaint_not_malicious: {
    zh: '该投诉不能认定为恶意，原因见 because。',
    en: 'This complaint cannot be called malicious; because says why.',
  },
  not_banned: {
    zh: '该账号没有被停用。',
    en: 'This account is not banned.',
  },
  appeal_open: {
    zh: '已有一个等待处理的申诉，请等待结果。',
    en: 'An appeal is open already; wait for its decision.',
  },
  appeal_not_open: {
    zh: '没有等待处理的申诉。',
    en: 'No appeal is open.',
  },
  appeal_with_id_number: {
    zh: '申诉内容中请不要填写证件号码。',
    en: 'Leave ID numbers out of an appeal.',
  },
  // notifications of payment channels
  signature_invalid: {
    zh: '签名无效。',
    en: 'The signature is not valid.',
  },
  notification_invalid: {
    zh: '通知内容无法识别。',
    en: 'The notification cannot be read.',
  },
  // the gate (P1)
  not_verified: {
    zh: '账户未进行实名认证，请先完成实名认证。',
    en: 'This account is not verified; complete verification first.',
  },
  unknown_feature: {
    zh: '没有这个功能。',
    en: 'There is no such feature.',
  },
  // messages
  message_too_long: {
    zh: '标题或内容过长。',
    en: 'Title or content is too long.',
  },
  message_empty: {
    zh: '发送内容不能为空。',
    en: 'Content must not be empty.',
  },
  duplicate_message: {
    zh: '请勿频繁推送相同内容。',
    en: 'The same content was sent too often.',
  },
  send_burst: {
    zh: '发送过快，请稍后再试。',
    en: 'Sending too fast; slow down.',
  },
  send_quota_reached: {
    zh: '今日发送次数已用完，请明天再试。',
    en: 'The daily sending limit is reached; try again tomorrow.',
  },
  channel_unknown: {
    zh: '没有这个发送渠道。',
    en: 'There is no such channel.',
  },
  channel_not_configured: {
    zh: '该渠道尚未配置。',
    en: 'This channel is not configured yet.',
  },
  channel_limit_reached: {
    zh: '渠道数量已达上限，请先删除不用的渠道。',
    en: 'The limit of channels is reached; delete one first.',
  },
  template_unknown: {
    zh: '不支持该模板。',
    en: 'This template is not supported.',
  },
  recipients_unsupported: {
    zh: '暂不支持向群组或好友发送，请去掉 topic 和 to 参数。',
    en: 'Sending to groups or friends is not supported yet; leave out topic and to.',
  },
  message_expired: {
    zh: '已超过 timestamp 指定的时间，消息未发送。',
    en: 'The time given as timestamp has passed, so the message was not sent.',
  },
  channel_address_refused: {
    zh: '地址必须是公网 https 地址，不能是内网、本机或带账号密码。',
    en: 'The address must be public https: not private, local or with credentials.',
  },
}
