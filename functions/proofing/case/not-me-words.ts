import type { ReasonEnds } from '../../review/case/case.ts'
import type { Bilingual, ReviewWords } from '../../review/words.ts'

/** Why a verification stands although somebody says that it was not them. */
const standsReasons = {
  done_by_you: {
    zh: '核查显示，这次实名认证是用您的手机号和验证码，由您本人或经您同意办理的。',
    en: 'It was made with your number and a code sent to it, by you or with your consent.',
    ends: 'final',
  },
  no_misuse_found: {
    zh: '没有发现您的身份被他人使用，实名认证保持有效。',
    en: 'Nothing shows that somebody else used your identity; the verification stands.',
    ends: 'final',
  },
  another_matter: {
    zh: '您说明的是另一件事，与这次实名认证是否本人操作无关；需要时请人工帮助。',
    en: 'What you describe is another matter than whether this was you; a person helps you with that.',
    ends: 'final',
  },
} as const satisfies Record<string, Bilingual & { ends: ReasonEnds }>

/** How saying that a verification was not oneself is spoken of, to operators and to users. */
export const notMeWords = {
  name: { zh: '实名认证不是本人操作', en: 'A verification that was not me' },
  checklist: {
    account_looked_at: {
      zh: '已查看被核查账号的认证记录、登录和订单。',
      en: 'I have looked at the verification, sign-ins and orders of the account in question.',
    },
    somebody_else: {
      zh: '申请人与被核查账号的使用人不是同一人，或该账号由他人操作完成认证。',
      en: 'Whoever says so is not who uses that account, or somebody else verified it.',
    },
    will_be_cleared: {
      zh: '已知：通过后该账号的实名信息立即清除，须重新认证才能发送和充值。',
      en: 'I know that the account is verified no more at once, and neither sends nor recharges before it is verified anew.',
    },
  },
  reasons: standsReasons,
  asks: {
    what_happened: {
      zh: '请说明您是怎么发现的，以及这段时间手机和证件是否在您手里。',
      en: 'Please say how you noticed, and whether you had your phone and papers all the while.',
    },
    who_could: {
      zh: '请说明家人或其他人是否可能替您办理过。',
      en: 'Please say whether somebody of your family or anybody else may have done it for you.',
    },
    details: { zh: '请按下面的问题补充说明。', en: 'Please answer the question below.' },
  },
  verdicts: {
    approved: {
      zh: '经核查，这次实名认证不是您本人操作：该账号的实名信息已经清除。',
      en: 'We found that this was not you: that account is verified as you no more.',
    },
    refused: { zh: '经核查，这次实名认证保持有效。', en: 'We looked into it, and the verification stands.' },
    no_answer: {
      zh: '您没有在期限内答复，核查已结束，实名认证保持有效。',
      en: 'You did not answer in time, so this has ended and the verification stands.',
    },
  },
} as const satisfies ReviewWords
