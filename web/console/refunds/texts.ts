import { texts } from '../../shared/texts/texts.ts'

export const refundTexts = texts(
  {
    amount: '应退',
    channel: '渠道',
    cause: '原因',
    channelCode: '渠道代码',
    noCode: '没有',
    since: '应退时间',
    steps: '试过',
    outRefundNo: '退款单号',
    paidByHand: '已用别的方式付清',
    beingSent: '正在提交给渠道',
    notTaken: '渠道没有受理',
    triedSoOften: (steps: number, why: string) => `渠道没有受理，已试 ${steps} 次：${why}。`,
  },
  {
    amount: 'Owed',
    channel: 'Channel',
    cause: 'Why',
    channelCode: "Channel's code",
    noCode: 'none',
    since: 'Owed since',
    steps: 'Tries',
    outRefundNo: 'Refund number',
    paidByHand: 'Paid in another way',
    beingSent: 'Being sent to the channel',
    notTaken: 'Not taken by the channel',
    triedSoOften: (steps: number, why: string) =>
      `The channel has not taken it after ${steps} ${steps === 1 ? 'try' : 'tries'}: ${why}.`,
  },
)
