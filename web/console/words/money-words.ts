import { texts } from '../../shared/texts/texts.ts'

/** Payment channels. */
export const channelWords = texts(
  { wechat_pay: '微信支付', alipay: '支付宝' },
  { wechat_pay: 'WeChat Pay', alipay: 'Alipay' },
)

/** Why money goes back. */
export const causeWords = texts(
  {
    verdict: '按核验结果应退',
    late_payment: '订单关闭后才到的款',
    second_payment: '重复付款',
    wrong_amount: '金额不对',
    account_banned: '账号已封，不再收款',
    channel: '渠道主动退回',
    complaint: '投诉中被渠道强制退回',
  },
  {
    verdict: 'Follows from the result',
    late_payment: 'Paid after the order was closed',
    second_payment: 'Paid twice',
    wrong_amount: 'Wrong amount',
    account_banned: 'The account is banned',
    channel: 'The channel gave it back',
    complaint: 'The channel forced it in a complaint',
  },
)

/** How far a refund is. */
export const refundWords = texts(
  {
    due: '等待提交',
    submitted: '渠道处理中',
    succeeded: '已退回',
    operator: '需要人工',
    superseded: '已被新的代替',
    owed: '等待提交',
    on_its_way: '渠道处理中',
    back: '已退回',
    needs_person: '需要人工',
  },
  {
    due: 'To be sent',
    submitted: 'With the channel',
    succeeded: 'Paid back',
    operator: 'Needs a person',
    superseded: 'Replaced by another',
    owed: 'To be sent',
    on_its_way: 'With the channel',
    back: 'Paid back',
    needs_person: 'Needs a person',
  },
)

/** How far an order is. */
export const orderWords = texts(
  {
    created: '等待付款',
    paid: '已付款，进行中',
    settled: '已完成',
    refunded: '已全部退回',
    refunding: '退款中',
    closed: '已关闭',
  },
  {
    created: 'To be paid',
    paid: 'Paid, under way',
    settled: 'Done',
    refunded: 'Given back',
    refunding: 'Being given back',
    closed: 'Closed',
  },
)

/** How far a way of paying is. */
export const paymentWords = texts(
  { paid: '已付', open: '可以付', left: '已放弃', closed: '已在渠道关闭' },
  { paid: 'Paid', open: 'Can be paid', left: 'Left', closed: 'Closed at the channel' },
)

/** Ways to pay. */
export const methodWords = texts(
  {
    wechat_native: '微信扫码',
    wechat_h5: '微信 H5',
    wechat_jsapi: '微信内支付',
    alipay_qr: '支付宝扫码',
    alipay_wap: '支付宝手机网页',
    alipay_page: '支付宝电脑网页',
  },
  {
    wechat_native: 'WeChat code',
    wechat_h5: 'WeChat H5',
    wechat_jsapi: 'inside WeChat',
    alipay_qr: 'Alipay code',
    alipay_wap: 'Alipay on a phone',
    alipay_page: 'Alipay on a computer',
  },
)

/** What is sold. */
export const goodWords = texts(
  { verification: '实名核验', membership: '会员', points: '积分', certification: '应用认证', fee: '核验费' },
  {
    verification: 'Real-name check',
    membership: 'Membership',
    points: 'Points',
    certification: 'Certification of an app',
    fee: 'Fee',
  },
)
