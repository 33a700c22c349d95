import type { Problem } from '../../shared/kernel/problems.ts'

/** Orders and payments; refunds for operators; notifications of payment channels. */
export const paymentProblems = {
  order_not_payable: {
    status: 409,
    zh: '订单已支付、已关闭或已过期。',
    en: 'The order is paid, closed or expired.',
  },
  order_already_paid: {
    status: 409,
    members: { orderStatus: { type: 'string', always: true, is: 'How the order stands.' } },
    zh: '订单已付款，不能取消：所购内容照常办理，应退的款项会自动退回，请查看该订单。',
    en: 'The order is paid, so it cannot be cancelled: what was bought goes on, and what is owed goes back by itself; see the order.',
  },
  order_expired: {
    status: 409,
    zh: '订单已过期，请重新提交。',
    en: 'The order has expired; submit again.',
  },
  too_many_open_orders: {
    status: 429,
    waits: true,
    members: { orderId: { type: 'string', is: 'The order that ends first.' } },
    zh: '未支付的订单过多，请先支付其中一个，或等最早的一个过期后再试。',
    en: 'Too many orders are open; pay one of them, or wait until the first one ends.',
  },
  openid_required: {
    status: 400,
    zh: '在微信内支付需要知道付款人的微信，请先完成微信授权；平台自行支付时，openid 应为 1 到 128 个字母、数字、下划线或连字符。',
    en: "Paying inside WeChat needs the payer's openid: authorize in WeChat first. Where the platform gives one, it has 1 to 128 letters, digits, _ or -.",
  },
  openid_not_accepted: {
    status: 400,
    zh: '付款人的 openid 只由平台填写（使用 API 密钥，或在平台开立的会话中）；请去掉 openid，以会话中的微信授权为准。',
    en: 'Only the platform says whose WeChat it is, with its API key or in a session that it opened: leave openid out, and the authorization of the session counts.',
  },
  invalid_payer_address: {
    status: 400,
    zh: '付款人地址应为 IPv4 或 IPv6 地址；微信 H5 支付（wechat_h5）需要公网地址。',
    en: 'A payerAddress is an IPv4 or IPv6 address; wechat_h5 needs one of the public internet.',
  },
  payer_address_required: {
    status: 400,
    zh: '平台以 API 密钥发起微信 H5 支付（wechat_h5）时，请用 payerAddress 填写付款人的公网地址。',
    en: "With the API key, wechat_h5 needs the payer's own address: give it as payerAddress.",
  },
  payer_address_not_accepted: {
    status: 400,
    zh: '付款人地址只由平台填写（使用 API 密钥，或在平台开立的会话中）；请去掉 payerAddress，以请求的来源地址为准。',
    en: 'Only the platform says where the payer is, with its API key or in a session that it opened: leave payerAddress out, and the address of the request counts.',
  },
  too_many_attempts: {
    status: 429,
    waits: true,
    zh: '更换支付方式或网络过于频繁，请稍后再试；最近打开的支付仍可完成。',
    en: 'The way of paying, or the network, has changed too often; wait a little. What was opened last can still be paid.',
  },
  payment_method_unavailable: {
    status: 422,
    zh: '暂不支持该支付方式，请换一种。',
    en: 'This payment method is not available; choose another.',
  },
  payment_channel_unavailable: {
    status: 503,
    zh: '支付渠道暂时不可用，请稍后再试或换一种支付方式。',
    en: 'The payment channel is not reachable; try again or choose another.',
  },
  refund_not_with_operator: {
    status: 409,
    zh: '该退款仍在自动处理中，不能登记为用别的方式付清；请先等待渠道结果。',
    en: 'This refund is still dealt with automatically, so it cannot be recorded as paid in another way; wait for the channel.',
  },
  refund_already_paid: {
    status: 409,
    zh: '该退款已退回用户，请勿再次付款。',
    en: 'This refund has gone back to the payer; do not pay it again.',
  },
  refund_asked_by_hand: {
    status: 409,
    members: { proposal: { type: 'string', is: 'The id of the proposal that is open.' } },
    zh: '有人登记说这笔退款已用别的方式付清，正在等另一个人批准；在批准、拒绝或过期之前不会通过渠道退。如果没有付过，请先拒绝那个申请。',
    en: 'Somebody says that this refund was paid in another way, and a second person has not decided about that yet; until then the channel is not asked for it. If it was not paid, have that proposal refused first.',
  },
  refund_under_way: {
    status: 409,
    zh: '支付渠道正在处理该退款，请等待结果。',
    en: 'The payment channel is working on this refund; wait for its result.',
  },
  refund_abnormal: {
    status: 409,
    zh: '支付渠道将该退款标为异常，不能重新发起；请在渠道的商户平台（交易中心）处理后“再查一次”，或用别的方式付给用户后申请登记。',
    en: "The channel holds this refund as abnormal, so it cannot be sent again. End it at the channel's merchant platform and ask again, or pay the user in another way and ask to record that.",
  },
  refund_state_unknown: {
    status: 503,
    members: { channelCode: { type: 'string', is: 'What the payment channel said in its own words.' } },
    zh: '支付渠道没有说明该退款的状态，没有做任何登记；请稍后再查，查明之前请勿另行付款。',
    en: 'The channel does not say how this refund stands, and nothing was recorded; look again later, and do not pay it before that is known.',
  },
  refund_amount_differs: {
    status: 409,
    zh: '支付渠道退回的金额与应退金额不符，请核对账单。',
    en: 'The channel gave back another amount than is owed; look at its bill.',
  },
  refund_changed: {
    status: 409,
    zh: '该退款的状态刚刚发生变化，请刷新后再操作。',
    en: 'This refund has changed in the meantime; look again before you act.',
  },
  signature_invalid: {
    status: 401,
    zh: '签名无效。',
    en: 'The signature is not valid.',
  },
  notification_invalid: {
    status: 400,
    zh: '通知内容无法识别。',
    en: 'The notification cannot be read.',
  },
} as const satisfies Record<string, Problem>
