import type { NextStep } from '../../shared/kernel/problems.ts'

/**
 * X5 what somebody can do whose identity, or account, is taken. They are told alike whoever holds it, and say nothing of another account.
 * `page`: where it is done, of the pages of this service.
 */
const texts = {
  use_that_account: {
    zh: '如果您在本平台的另一个账号实名过，请继续用那个账号，不需要再认证。',
    en: 'If you were verified on another account of this platform, go on with that one; there is nothing to verify again.',
  },
  sign_in_with_your_number: {
    page: '/sign-in',
    zh: '不记得是哪个账号：退出后，用您名下的手机号（包括以前的）逐个登录看看。',
    en: 'If you do not remember which: sign out, and sign in with each number that is or was yours.',
  },
  use_verified_identity: {
    page: '/identity',
    zh: '本账号是您的：请填写它实名时的姓名和证件号码，“我的实名”里有部分显示。',
    en: 'If this account is yours, give the name and number it is verified with; “My identity” shows a part of them.',
  },
  clear_this_account: {
    page: '/cases?about=clearing',
    zh: '要改用另一个人的身份：先请人工清除本账号的实名。',
    en: 'If somebody else is to be verified here, ask a person first to have the verification of this account cleared.',
  },
  not_me: {
    page: '/identity',
    zh: '本账号的实名不是您本人办理的：请在“我的实名”里告诉我们，由人工核查。',
    en: 'If it was not you who verified this account, say so under “My identity”; a person looks into it.',
  },
  never_verified: {
    page: '/cases?about=taken',
    zh: '从没有在本平台实名过：可能有人用了您的身份，请告诉我们，由人工核查。',
    en: 'If you were never verified here, somebody may have used your identity: tell us, and a person looks into it.',
  },
  ask_a_person: {
    page: '/cases?about=verification',
    zh: '以上都不适用：请人工帮助，一天内答复。',
    en: 'If none of this fits, ask a person for help; you are answered within a day.',
  },
} as const satisfies Record<string, Omit<NextStep, 'step'>>

export type NextStepName = keyof typeof texts
export const nextStepNames = Object.keys(texts) as NextStepName[]

type PageOf<T> = T extends { page: infer Page } ? Page : never
/** The pages that steps lead to. */
export type NextPage = PageOf<(typeof texts)[NextStepName]>

/** A step by its name, with what to tell people. */
export const nextStep = (step: NextStepName): NextStep & { step: NextStepName; page?: NextPage } => ({
  step,
  ...texts[step],
})

/** What comes first for whoever is nobody yet. */
export const verifyFirst = {
  step: 'verify_this_account',
  zh: '先完成实名认证',
  en: 'Verify this account first',
  page: '/verify',
} as const satisfies NextStep

/** What leads on from each conflict about who an account is, the likeliest first. */
export const stepsAfter = {
  /** The person is verified on as many accounts as they may be. */
  identity_unavailable: ['use_that_account', 'sign_in_with_your_number', 'never_verified', 'ask_a_person'],
  /** The same, found out when the check was paid for. */
  identity_in_use: ['use_that_account', 'sign_in_with_your_number', 'never_verified', 'ask_a_person'],
  /** This account is somebody else. */
  verified_as_another: ['use_verified_identity', 'clear_this_account', 'not_me', 'ask_a_person'],
} as const satisfies Record<string, readonly NextStepName[]>
