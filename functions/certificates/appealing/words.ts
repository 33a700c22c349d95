import type { ReasonEnds } from '../../review/case/case.ts'
import type { Bilingual, ReviewWords } from '../../review/words.ts'

/** Why a certificate stays suspended or revoked, as whoever appealed reads it. */
export const appealRefusals = {
  rightly_done: {
    ends: 'final',
    zh: '经复核，当时的处理符合事实。',
    en: 'Looked at again, what was done agrees with the facts.',
  },
  not_put_right: {
    ends: 'later',
    zh: '问题还没有改正；改正后可以请人工帮助。',
    en: 'What was wrong is not put right yet; once it is, ask a person for help.',
  },
  app_changed: {
    ends: 'correct',
    zh: '应用已经改名、移交、重新申请认证，或者管理员的实名已清除，原来的证书不能恢复，请重新申请认证。',
    en: 'The app was renamed, handed over or applied for anew, or whoever administered it is not verified any more, so that this certificate cannot come back: apply to have it certified anew.',
  },
} as const satisfies Record<string, Bilingual & { ends: ReasonEnds }>

/** How an appeal about a certificate is spoken of, to operators and to whoever appealed. */
export const appealWords = {
  name: { zh: '认证证书申诉', en: 'Appeal about a certificate' },
  checklist: {
    read: {
      zh: '看过当时的处理、给管理员的说明和相关举报',
      en: 'What was done, what whoever administers the app was told, and the reports behind it were read',
    },
    put_right: {
      zh: '当时的处理有误，或者问题已经改正',
      en: 'What was done was wrong, or what was wrong is put right',
    },
  },
  reasons: appealRefusals,
  asks: {
    explanation: { zh: '请说明事情的经过。', en: 'Please say what happened.' },
    what_changed: {
      zh: '请说明已经改正了什么，在哪里可以看到。',
      en: 'Please say what you have put right, and where that can be seen.',
    },
  },
  verdicts: {
    approved: { zh: '申诉成立，证书恢复。', en: 'Your appeal is upheld: the certificate is reinstated.' },
    refused: { zh: '申诉不成立，证书的状态不变。', en: 'Your appeal is not upheld: the certificate stays as it is.' },
    no_answer: {
      zh: '您没有在期限内答复，这次申诉已结束，证书的状态不变。',
      en: 'You did not answer in time, so the appeal has ended: the certificate stays as it is.',
    },
  },
} as const satisfies ReviewWords
