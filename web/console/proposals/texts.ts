import { texts } from '../../shared/texts/texts.ts'

export const proposalTexts = texts(
  {
    title: '待批准的申请',
    what: '批准后会做什么',
    byHand: (amount: string, channel: string) =>
      `把 ${amount} 的退款记为已经用别的方式付给用户，${channel}不再退这笔钱。批准时再向渠道核对一次。`,
    amount: '金额',
    channel: '渠道',
    order: '订单',
    openOrder: '查看订单',
    outRefundNo: '退款单号',
    asked: '谁提出的',
    reason: '理由',
    askedAt: '提出时间',
    until: '有效期至',
    why: '为什么提出',
    decidedAt: '处理时间',
    decidedBy: '谁处理的',
    decision: '处理理由',
    own: '这是您自己提出的，须由其他同事处理。',
    approve: '批准',
    approveConfirm: (amount: string) => `批准登记 ${amount}`,
    approveMore: (amount: string, channel: string) =>
      `批准后立即执行：${amount} 记为已用别的方式付清，${channel}不再退这笔钱，不能撤销。`,
    approveSure: '请先核对付款凭证。先向渠道核对：它已经退过的不会登记。',
    approved: '已批准，退款已登记为付清。',
    checked: '已核对付款凭证',
    refuse: '拒绝',
    refuseConfirm: '拒绝这份申请',
    refuseMore: '什么都不会做，退款仍待处理；可以重新提出申请。',
    refused: '已拒绝。',
    wrong: '凭证与金额或收款人不符',
  },
  {
    title: 'Proposal to approve',
    what: 'What it will do',
    byHand: (amount: string, channel: string) =>
      `Record that the refund of ${amount} was paid to the user in another way; ${channel} pays it no more. The channel is asked once more at the approval.`,
    amount: 'Amount',
    channel: 'Channel',
    order: 'Order',
    openOrder: 'Open the order',
    outRefundNo: 'Refund number',
    asked: 'Asked by',
    reason: 'Why',
    askedAt: 'Asked',
    until: 'Good until',
    why: 'Why it is asked for',
    decidedAt: 'Decided',
    decidedBy: 'Decided by',
    decision: 'Why so',
    own: 'You asked for this yourself; somebody else decides.',
    approve: 'Approve',
    approveConfirm: (amount: string) => `Approve ${amount}`,
    approveMore: (amount: string, channel: string) =>
      `Done at once: ${amount} counts as paid in another way, and ${channel} pays it no more. It cannot be undone.`,
    approveSure: 'Look at the receipt first. The channel is asked, and what it has paid is not recorded.',
    approved: 'Approved; the refund is recorded as paid.',
    checked: 'Receipt checked',
    refuse: 'Refuse',
    refuseConfirm: 'Refuse this proposal',
    refuseMore: 'Nothing is done, and the refund waits on; it may be asked for anew.',
    refused: 'Refused.',
    wrong: 'The receipt is of another amount or person',
  },
)

/** How a proposal stands. */
export const proposalWords = texts(
  { open: '待批准', approved: '已批准', refused: '已拒绝', expired: '已过期' },
  { open: 'To approve', approved: 'Approved', refused: 'Refused', expired: 'Not decided in time' },
)
