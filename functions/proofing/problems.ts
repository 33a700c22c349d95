import type { Problem } from '../../shared/kernel/problems.ts'

/** Saying that a verification was not oneself, and pausing its account. */
export const proofingProblems = {
  proofing_dispute_over: {
    status: 409,
    zh: '可以提出“不是本人操作”的期限已过；如仍有疑问，可以请人工帮助。',
    en: 'The time in which you could say that this was not you is over; a person helps you all the same.',
  },
  proofing_disputed_elsewhere: {
    status: 409,
    zh: '已从您的另一个账号提出，正在处理或已有结果，请到那个账号查看。',
    en: 'This was said from another account of yours; see there what becomes of it.',
  },
  proofing_not_disputed: {
    status: 409,
    zh: '请先提出这次实名认证不是您本人操作；已有结果后不能再暂停。',
    en: 'Say first that this was not you; after it was decided nothing can be paused.',
  },
  proofing_paused_before: {
    status: 409,
    zh: '因为这次实名认证已经暂停过一次，不能再次暂停。',
    en: 'Sending was paused once because of this verification, and is not paused again.',
  },
  phone_not_known_here: {
    status: 400,
    zh: '请填写这次实名认证使用的手机号，或您登录本账号使用的手机号。',
    en: 'Give the number that the verification was made with, or the one you sign in to this account with.',
  },
} as const satisfies Record<string, Problem>
