import { texts } from '../../shared/texts/texts.ts'

/** The deeds about a complaint, as they are asked. */
export const complaintDeedTexts = texts(
  {
    reply: '回复',
    replyConfirm: '发送回复',
    replyMore: (channel: string) => `把下面的话发给投诉人，在${channel}里一字不差地显示，不能撤回。`,
    replyText: '回复内容',
    replyHint: '按证据写成的建议，可以改。请不要写证件号。',
    replyMissing: '请写下回复',
    replied: '已回复。',
    replyPending: '已提交，等渠道确认。',
    complete: '结束投诉',
    completeConfirm: '结束投诉',
    completeMore: (channel: string) =>
      `告诉${channel}这件投诉已经处理完。投诉人不同意的话可以再投诉；结束后不能再从这里回复。`,
    completed: '已结束。',
    mark: '认定为恶意',
    markConfirm: '认定为恶意',
    markMore: (nth: number) => `记为这个账号的第 ${nth} 次恶意投诉，不能撤销。不影响应退的钱。`,
    markBans: (bansAt: number) => `满 ${bansAt} 次：账号将被永久封禁，不能再购买、发送；用户可以申诉。`,
    markLeft: (left: number) => `再有 ${left} 次就永久封号。`,
    marked: '已认定为恶意。',
    markedBanned: '已认定为恶意，账号已封禁。',
    evidence: '按证据处理',
    delivered: '服务已交付，证据完整',
    answered: '已答复，用户没有新的问题',
    demands: '服务已交付，仍要求退款',
  },
  {
    reply: 'Answer',
    replyConfirm: 'Send the answer',
    replyMore: (channel: string) => `The payer is shown just these words at ${channel}. They cannot be taken back.`,
    replyText: 'The answer',
    replyHint: 'Suggested by the evidence; it may be changed. Write no ID numbers.',
    replyMissing: 'Write an answer',
    replied: 'Answered.',
    replyPending: 'Sent; the channel has to confirm it.',
    complete: 'End it',
    completeConfirm: 'End the complaint',
    completeMore: (channel: string) =>
      `Tell ${channel} that this complaint is dealt with. The payer may complain again; it cannot be answered from here afterwards.`,
    completed: 'Ended.',
    mark: 'Call it malicious',
    markConfirm: 'Call it malicious',
    markMore: (nth: number) =>
      `It counts as malicious complaint number ${nth} of this account and cannot be undone. What is owed back stays owed.`,
    markBans: (bansAt: number) =>
      `That makes ${bansAt}: the account is banned for good and can neither buy nor send. The user may appeal.`,
    markLeft: (left: number) => `${left} more would ban the account for good.`,
    marked: 'Called malicious.',
    markedBanned: 'Called malicious, and the account is banned.',
    evidence: 'By the evidence',
    delivered: 'Delivered, and the evidence is complete',
    answered: 'Answered, and the user has no further question',
    demands: 'Delivered, and money is demanded back all the same',
  },
)
