import { texts } from '../../shared/texts/texts.ts'

/** The deeds about a refund, as they are asked. */
export const refundDeedTexts = texts(
  {
    retry: '重新发起退款',
    retryConfirm: (amount: string) => `退回 ${amount}`,
    retryMore: (amount: string, channel: string) => `通过${channel}把 ${amount} 原路退给付款人，提交后不能撤销。`,
    retrySafe: '先向渠道核对：已经退过的不会再退，只会入账。',
    retried: '已重新发起，渠道受理后会自动更新。',
    recheck: '再查一次',
    recheckConfirm: '现在就查',
    recheckPays: (amount: string) => `现在就问，可能退出 ${amount}`,
    recheckMore: (channel: string) => `马上向${channel}查询这笔退款：已退回的就入账，还在处理的不变。`,
    recheckClosed: (amount: string) => `如果渠道已经关闭了它，${amount} 会换下一个单号再退一次。同一笔钱不会退两次。`,
    recheckAsked: '有人登记说它已用别的方式付清，在批准、拒绝或过期之前，查询不会再退任何钱。',
    recheckOwed: (amount: string, channel: string) =>
      `马上问${channel}：还没有受理的话，立即提交，把 ${amount} 退给付款人，不等自动重试。提交后不能撤销。`,
    recheckSafe: '同一个单号渠道只退一次，不会多退。',
    rechecked: (state: string) => `问过了，现在是：${state}。`,
    byHand: '申请登记已用别的方式付清',
    byHandConfirm: (amount: string) => `申请登记 ${amount}`,
    byHandMore: (amount: string, channel: string) =>
      `请另一位同事批准：把 ${amount} 记为已经用别的方式（例如银行转账）付给用户。从申请到批准、拒绝或过期，${channel}都不退这笔钱；批准后不能撤销。`,
    byHandSure: '请先确认钱已经到用户手里。提出时和批准时都先向渠道核对：它已经退过的不能再登记。',
    byHandAsked: '已提出申请，等另一位同事批准；在“待批准”里可以看到。',
    calls: '用户来电',
    cardGone: '用户的付款卡已注销',
    channelMended: '渠道已恢复',
    paidByBank: '已用银行转账付给用户，回单已存档',
  },
  {
    retry: 'Send the refund again',
    retryConfirm: (amount: string) => `Give back ${amount}`,
    retryMore: (amount: string, channel: string) =>
      `Give ${amount} back to the payer by ${channel}, the way it was paid. It cannot be undone once sent.`,
    retrySafe: 'The channel is asked first: what it has paid already is booked, and not paid again.',
    retried: 'Sent again; it goes on by itself once the channel takes it.',
    recheck: 'Ask again',
    recheckConfirm: 'Ask now',
    recheckPays: (amount: string) => `Ask now; it may pay ${amount}`,
    recheckMore: (channel: string) =>
      `Ask ${channel} about this refund now: what it has paid is booked, what it is working on stays as it is.`,
    recheckClosed: (amount: string) =>
      `If the channel has closed it, ${amount} is sent again under the next number. The same money does not go out twice.`,
    recheckAsked:
      'Somebody says that it was paid in another way: until that is approved, refused or over, asking sends no money.',
    recheckOwed: (amount: string, channel: string) =>
      `Ask ${channel} now: if it has not taken this refund yet, ${amount} is sent to the payer at once, without waiting for the next try. It cannot be undone once sent.`,
    recheckSafe: 'Under one number the channel pays once, so nothing goes out twice.',
    rechecked: (state: string) => `Asked. It is now: ${state}.`,
    byHand: 'Ask to record as paid in another way',
    byHandConfirm: (amount: string) => `Ask to record ${amount}`,
    byHandMore: (amount: string, channel: string) =>
      `Ask a second person to approve that ${amount} was paid to the user in another way, by bank for instance. ${channel} is not asked for it from now until that is approved, refused or over; once approved it cannot be undone.`,
    byHandSure:
      'Make sure first that the user has the money. The channel is asked now and at the approval, and what it has paid cannot be recorded.',
    byHandAsked: 'Asked for; somebody else has to approve it, under To approve.',
    calls: 'The user called',
    cardGone: "The user's card is closed",
    channelMended: 'The channel works again',
    paidByBank: 'Paid by bank transfer, receipt on file',
  },
)
