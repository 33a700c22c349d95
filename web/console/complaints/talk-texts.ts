import { texts } from '../../shared/texts/texts.ts'

/** The talk about a complaint. */
export const talkTexts = texts(
  {
    title: '协商过程（最新的在前）',
    waits: '等待回复',
    elsewhere: '在商户平台上回复的',
    notTold: '现在向渠道问不到协商过程，下面只有我们自己的回复；请稍后刷新。',
    notForYou: '投诉人的原话只给能查看用户的人看。',
    notWhole: '更早的内容没有显示，请到商户平台查看。',
    suggested: '建议的回复（按证据写成，投诉人看到的就是这段话）',
    noSuggestion: '没有建议的回复：订单不明、不止一笔，或者按证据该说的已经说过了。请针对投诉人最后的话自己写。',
  },
  {
    title: 'The talk, newest first',
    waits: 'To be answered',
    elsewhere: "answered at the channel's own site",
    notTold: 'The channel cannot be asked for the talk now; below are our own answers alone. Reload in a while.',
    notForYou: "Only those who may see people see the payer's words.",
    notWhole: "What was said before is not shown; see the channel's own site.",
    suggested: 'The answer that is suggested (made of the evidence; the payer reads just this)',
    noSuggestion:
      'No answer is suggested: the order is unknown, there are several, or what the evidence says has been said. Write one to their last words.',
  },
)

/** Who said or did something, and what. */
export const talkWords = texts(
  {
    payer: '投诉人',
    merchant: '我们',
    channel: '渠道',
    complained: '提交投诉',
    complained_again: '再次投诉',
    wrote: '留言',
    withdrew: '撤诉',
    confirmed: '确认已解决',
    asked_for_help: '申请平台协助',
    rated: '评价了处理结果',
    answered: '回复',
    ended: '结束投诉',
    refund_approved: '同意退款',
    refund_refused: '拒绝退款',
    urged: '催办',
    refunded: '已全部退款',
    refunded_partly: '已部分退款',
    refund_arrived: '退款已到账',
    other: '系统通知',
  },
  {
    payer: 'The payer',
    merchant: 'We',
    channel: 'The channel',
    complained: 'complained',
    complained_again: 'complained again',
    wrote: 'wrote',
    withdrew: 'withdrew it',
    confirmed: 'confirmed that it is solved',
    asked_for_help: 'asked the channel for help',
    rated: 'rated how it was dealt with',
    answered: 'answered',
    ended: 'ended it',
    refund_approved: 'agreed to give money back',
    refund_refused: 'refused to give money back',
    urged: 'urges',
    refunded: 'gave everything back',
    refunded_partly: 'gave a part back',
    refund_arrived: 'says that the money has arrived',
    other: 'notes something',
  },
)
