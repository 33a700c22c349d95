import { texts } from '../../shared/texts/texts.ts'

/** What became of a difference between bill and ledger. */
export const outcomeWords = texts(
  {
    amount_differs: '金额不同，挂账等人处理',
    unknown_order: '不是我们的订单，挂账等人处理',
    number_paid_twice: '同一单号付了两次，挂账等人处理',
    paid_twice: '渠道退了已用别的方式付清的钱，挂账等人处理',
    more_than_paid: '退的比付的多，挂账等人处理',
    undecided: '核验还没有结果；有结果后请重新对账',
    next_bill: '等次日账单',
    payment_accepted: '已按收款入账并交付',
    payment_duplicate: '已入过账',
    payment_given_back: '已入账并全部退回',
    refund_succeeded: '已按退回入账',
    refund_absorbed: '渠道主动退的，已入账',
    refund_already_absorbed: '已入过账',
  },
  {
    amount_differs: 'Another amount: held in suspense for a person',
    unknown_order: 'No order of ours: held in suspense for a person',
    number_paid_twice: 'Paid twice under one number: held in suspense for a person',
    paid_twice: 'The channel paid what was paid in another way: held in suspense for a person',
    more_than_paid: 'More than was paid: held in suspense for a person',
    undecided: 'Its check has no result yet; do the day again once it has',
    next_bill: "Waits for the next day's bill",
    payment_accepted: 'Booked as paid and delivered',
    payment_duplicate: 'Was booked already',
    payment_given_back: 'Booked, and given back',
    refund_succeeded: 'Booked as given back',
    refund_absorbed: 'Given back by the channel of its own accord; booked',
    refund_already_absorbed: 'Was booked already',
  },
)
