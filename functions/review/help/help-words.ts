import type { ReviewWords } from '../words.ts'

/** How asking a person for help is spoken of, to operators and to users. */
export const helpWords = {
  name: { zh: '人工帮助', en: 'Help by a person' },
  checklist: {},
  reasons: {},
  asks: {
    what_happened: {
      zh: '请说明您做了什么、看到了什么提示。',
      en: 'Please say what you did and what you were told.',
    },
    when: { zh: '请说明大约是什么时候发生的。', en: 'Please say about when it happened.' },
    payment: {
      zh: '请提供支付账单里的商户单号或交易单号（不要提供银行卡号）。',
      en: 'Please give the number of the order or transaction from your payment record (no card numbers).',
    },
    details: { zh: '请按下面的问题补充说明。', en: 'Please answer the question below.' },
  },
  verdicts: {
    answered: { zh: '我们的答复：', en: 'Our answer:' },
    no_answer: {
      zh: '您没有在期限内答复，这次求助已结束。需要时可以再次求助。',
      en: 'You did not answer in time, so this has ended. You can ask again whenever you need to.',
    },
  },
} as const satisfies ReviewWords
