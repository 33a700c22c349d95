import { texts } from '../../shared/texts/texts.ts'

export const refundTexts = texts(
  {
    amount: '应退',
    channel: '渠道',
    cause: '原因',
    channelCode: '渠道代码',
    noCode: '没有',
    since: '欠了多久',
    steps: '试过',
    outRefundNo: '退款单号',
  },
  {
    amount: 'Owed',
    channel: 'Channel',
    cause: 'Why',
    channelCode: "Channel's code",
    noCode: 'none',
    since: 'For how long',
    steps: 'Tries',
    outRefundNo: 'Refund number',
  },
)
