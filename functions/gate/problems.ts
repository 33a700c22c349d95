import type { Problem } from '../../shared/kernel/problems.ts'

/** What the gate answers. `legacyCode` 905 is what scripts written for pushplus know. */
export const gateProblems = {
  not_verified: {
    status: 403,
    legacyCode: 905,
    members: {
      verifyUrl: { type: 'string', always: true, is: 'The page on which the person verifies; send them there.' },
    },
    zh: '账户未进行实名认证，请先完成实名认证。',
    en: 'This account is not verified; complete verification first.',
  },
  unknown_feature: {
    status: 404,
    zh: '没有这个功能，请核对功能名称。',
    en: 'There is no such feature; check its name.',
  },
} as const satisfies Record<string, Problem>
