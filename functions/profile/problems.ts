import type { Problem } from '../../shared/kernel/problems.ts'

/** What is answered to whoever tells more of themselves than they have to. */
export const profileProblems = {
  address_open: {
    status: 409,
    members: { review: { type: 'string', is: 'The case by which a person looks at it.' } },
    zh: '您的地址证明已经在人工核对中，请等待结果。',
    en: 'A person is looking at proof of your address already; wait for the result.',
  },
  too_many_addresses: {
    status: 429,
    waits: true,
    zh: '近 30 天提交地址证明的次数已用完，请到提示的时间后再提交。',
    en: 'You have handed in proof of your address as often as you may in thirty days; come again at the time given.',
  },
  level_too_low: {
    status: 403,
    zh: '地址要与实名的人核对，请先完成实名认证。',
    en: 'An address is compared with whom you are verified as; complete verification first.',
  },
} as const satisfies Record<string, Problem>
