import { texts } from '../../shared/texts/texts.ts'

/** What was bought, how it was paid, and how money comes back: the same words on every page. */
export const moneyTexts = texts(
  {
    fee: '实名核验',
    membershipOffer: '实名核验，含一个月会员',
    membership: '会员一个月',
    points: (count: string) => `${count} 积分`,
    wechat_pay: '微信支付',
    alipay: '支付宝',
    owed: '应退款项已登记',
    taken: (channel: string) => `已提交给${channel}`,
    takenBy: (by: string) => `最迟 ${by} 前提交，通常马上提交`,
    back: '已退回',
    backSoon: '等待退回',
    needsPerson: '这笔退款没能自动完成，工作人员正在处理。钱不会少，您不用做什么。',
    unasked: (channel: string) => `${channel}主动退回`,
    refundOf: (amount: string, channel: string) => `退 ${amount}，原路退回${channel}`,
    paidOf: (paid: string) => `（付款 ${paid}）`,
    arrives_wechat_pay:
      '用零钱付的退到零钱，一般几分钟；用银行卡付的退回那张卡，一般 1 到 3 个工作日。微信会发退款通知。',
    arrives_alipay:
      '用余额、花呗付的一般马上退到；用银行卡付的退回那张卡，一般 1 到 7 个工作日。在支付宝账单里可以看到。',
  },
  {
    fee: 'Real-name check',
    membershipOffer: 'Real-name check with a month of membership',
    membership: 'A month of membership',
    points: (count: string) => `${count} points`,
    wechat_pay: 'WeChat Pay',
    alipay: 'Alipay',
    owed: 'Owed to you',
    taken: (channel: string) => `Handed to ${channel}`,
    takenBy: (by: string) => `Handed over ${by} at the latest, normally at once`,
    back: 'Returned',
    backSoon: 'On its way to you',
    needsPerson:
      'This refund did not end by itself, and a person is seeing to it. Nothing is lost, and there is nothing you have to do.',
    unasked: (channel: string) => `Returned by ${channel} of its own accord`,
    refundOf: (amount: string, channel: string) => `${amount} back, to where it was paid from by ${channel}`,
    paidOf: (paid: string) => ` (of ${paid} paid)`,
    arrives_wechat_pay:
      'Paid from the WeChat balance, it is usually there within minutes; paid by card, it goes back to that card, usually within 1 to 3 working days. WeChat tells you.',
    arrives_alipay:
      'Paid from the balance or Huabei, it is usually there at once; paid by card, it goes back to that card, usually within 1 to 7 working days. Your Alipay bill shows it.',
  },
)
