import { texts } from '../../shared/texts/texts.ts'

/** The deeds about a refund, as they are asked. */
export const refundDeedTexts = texts(
  {
    retry: '重新发起退款',
    retryConfirm: (amount: string) => `退回 ${amount}`,
    retryMore: (amount: string, channel: string) => `退回 ${amount} 到${channel}（原路），提交后不能撤销。`,
    retrySafe: '先向渠道核对：已经退过的不会再退，只会入账。',
    retried: '已重新发起，渠道受理后会自动更新。',
    recheck: '再查一次',
    recheckConfirm: '现在就查',
    recheckMore: (channel: string) => `马上向${channel}查询这笔退款；查到已退回就入账。不会多退钱。`,
    recheckDue: (amount: string, channel: string) =>
      `马上向${channel}提交退回 ${amount}，不等自动重试。提交后不能撤销。`,
    rechecked: (state: string) => `查过了，现在是：${state}。`,
    byHand: '申请登记已用别的方式付清',
    byHandConfirm: (amount: string) => `申请登记 ${amount}`,
    byHandMore: (amount: string, channel: string) =>
      `请另一位同事批准：把 ${amount} 记为已经用别的方式（例如银行转账）付给用户。批准后${channel}不再退这笔钱，不能撤销。`,
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
      `Give ${amount} back to ${channel}, the way it was paid. It cannot be undone once sent.`,
    retrySafe: 'The channel is asked first: what it has paid already is booked, and not paid again.',
    retried: 'Sent again; it goes on by itself once the channel takes it.',
    recheck: 'Ask again',
    recheckConfirm: 'Ask now',
    recheckMore: (channel: string) =>
      `Ask ${channel} about this refund now, and book it if it is paid. No money moves by it.`,
    recheckDue: (amount: string, channel: string) =>
      `Hand ${amount} back to ${channel} now, and do not wait for the next try. It cannot be undone.`,
    rechecked: (state: string) => `Asked. It is now: ${state}.`,
    byHand: 'Ask to record as paid in another way',
    byHandConfirm: (amount: string) => `Ask to record ${amount}`,
    byHandMore: (amount: string, channel: string) =>
      `Ask a second person to approve that ${amount} was paid to the user in another way, by bank for instance. Once approved, ${channel} pays it no more; it cannot be undone.`,
    byHandSure:
      'Make sure first that the user has the money. The channel is asked now and at the approval, and what it has paid cannot be recorded.',
    byHandAsked: 'Asked for; somebody else has to approve it, under To approve.',
    calls: 'The user called',
    cardGone: "The user's card is closed",
    channelMended: 'The channel works again',
    paidByBank: 'Paid by bank transfer, receipt on file',
  },
)
