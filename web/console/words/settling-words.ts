import { texts } from '../../shared/texts/texts.ts'

/** Ways in which a difference ends, as people say them. */
export const wayWords = texts(
  {
    matched: '与另一项对冲',
    paid_back: '已还给付款人',
    got_back: '已收回',
    taken_in: '记为收入',
    written_off: '记为损失',
    owed_again: '重新退给用户',
  },
  {
    matched: 'Match it with another',
    paid_back: 'Paid back to the payer',
    got_back: 'Got back',
    taken_in: 'Take it in',
    written_off: 'Write it off',
    owed_again: 'Give it back again',
  },
)

/** What follows from a way once it is approved, by what differs. */
const settlingTexts = texts(
  {
    matched: (other: string, amount: string) =>
      `与 ${other} 互相抵消：两项一起了结，挂账的 ${amount} 一进一出，账上不增不减。`,
    paid_back: (amount: string) => `记为已用别的方式（例如银行转账）把 ${amount} 还给付款人，记在银行账户上。`,
    got_back: (amount: string) => `记为多付出去的 ${amount} 已经收回到银行账户。`,
    taken_in: (amount: string) => `找不到付款人：${amount} 从挂账转为差异收入。`,
    written_off: (amount: string) => `${amount} 从挂账转为差异损失，由我们承担。`,
    never_came: (amount: string) =>
      `渠道没有这笔收款：${amount} 记为差异损失，由我们承担。订单解除冻结，用户已得到的不收回，欠用户的退款照退。批准时再向渠道查一次。`,
    owed_again: (amount: string, channel: string) =>
      `渠道没有退过这笔钱：${amount} 重新欠用户，马上换新的退款单号经${channel}退回。批准时再向渠道查一次。`,
  },
  {
    matched: (other: string, amount: string) =>
      `It cancels ${other}: both end, the ${amount} in suspense came and went, and no balance changes.`,
    paid_back: (amount: string) =>
      `${amount} counts as paid back to the payer in another way, by bank for instance, out of the bank account.`,
    got_back: (amount: string) => `The ${amount} that went out too much counts as back in the bank account.`,
    taken_in: (amount: string) => `Its payer is not to be found: ${amount} goes from suspense to revenue.`,
    written_off: (amount: string) => `${amount} goes from suspense to expense: the loss is ours.`,
    never_came: (amount: string) =>
      `The channel never had this payment: ${amount} is our loss. The order is frozen no more, what its user got stays theirs, and what is owed back is still paid. The channel is asked once more at the approval.`,
    owed_again: (amount: string, channel: string) =>
      `The channel never gave it back: ${amount} is owed to the user again and goes out by ${channel} at once, under a new refund number. The channel is asked once more at the approval.`,
  },
)

type Followed = {
  way: string
  /** What differs. */
  differs: string
  amount: string
  channel: string
  /** The other of two that cancel each other. */
  other: string
}

/** What follows from a way, in a sentence; the way itself where this console does not know it. */
export const followsFrom = ({ way, differs, amount, channel, other }: Followed, language: 'zh' | 'en'): string => {
  const said = settlingTexts[language]
  if (way === 'matched') return said.matched(other, amount)
  if (way === 'written_off' && differs === 'payment_missing_there') return said.never_came(amount)
  if (way === 'owed_again') return said.owed_again(amount, channel)
  return way === 'paid_back' || way === 'got_back' || way === 'taken_in' || way === 'written_off'
    ? said[way](amount)
    : way
}
