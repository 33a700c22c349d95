import type { Problem } from '../../shared/kernel/problems.ts'

/** Complaints at payment channels, for operators. */
export const complaintProblems = {
  complaint_over: {
    status: 409,
    zh: '该投诉已经结束。',
    en: 'This complaint is over.',
  },
  complaint_reply_needed: {
    status: 400,
    zh: '没有可用的默认回复（订单不明、不止一笔，或者同样的话已经回复过），请填写回复内容。',
    en: 'There is no default answer (its order is unknown, there are several, or the payer has been told the same before); write one.',
  },
  complaint_went_on: {
    status: 409,
    members: {
      answer: { type: 'string', is: 'What the payer was told last from here; absent where nothing was.' },
      answeredBy: { type: 'string', is: 'Which operator said it.' },
      answeredAt: { type: 'string', is: 'When.' },
    },
    zh: '这件投诉在您打开之后有了新的往来（已有人回复，或投诉人又留言），什么都没有发送。请先看新的内容，再决定怎么回复。',
    en: 'This complaint went on since you opened it: somebody answered it, or the payer wrote again. Nothing was sent; read what is new first.',
  },
  invalid_talk_version: {
    status: 400,
    zh: '应为读到的 talk.version，例如 3.0；也可以不传。',
    en: 'It must be the talk.version that was read, such as 3.0, or left out.',
  },
  complaint_deed_pending: {
    status: 409,
    zh: '上一个操作还在等待支付渠道确认，请稍后再试。',
    en: 'The channel has not confirmed what was asked before; try again later.',
  },
  complaint_not_answered: {
    status: 409,
    zh: '请先回复投诉人，再结束投诉。',
    en: 'Answer the payer before you end the complaint.',
  },
  complaint_refused_by_channel: {
    status: 409,
    members: { channelCode: { type: 'string', always: true, is: 'Why, in the words of the payment channel.' } },
    zh: '支付渠道拒绝了该操作，原因见 channelCode。',
    en: 'The payment channel refused this; channelCode says why.',
  },
  complaint_reply_unconfirmed: {
    status: 503,
    zh: '支付渠道没有确认这条回复，它可能已经送达；请先查看协商历史再决定是否重发。',
    en: 'The channel did not confirm this answer, and it may have arrived; look at its history before you send it again.',
  },
  complaint_not_malicious: {
    status: 409,
    members: { because: { type: 'string', always: true, is: 'Why it cannot be called so.' } },
    zh: '该投诉不能认定为恶意，原因见 because。',
    en: 'This complaint cannot be called malicious; because says why.',
  },
} as const satisfies Record<string, Problem>
