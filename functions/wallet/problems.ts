import type { Problem } from '../../shared/kernel/problems.ts'

/** Points. */
export const walletProblems = {
  points_out_of_range: {
    status: 400,
    zh: '充值积分数应为允许范围内的整数。',
    en: 'The number of points must be a whole number within the range allowed.',
  },
} as const satisfies Record<string, Problem>
