import type { Problem } from '../../shared/kernel/problems.ts'

/** Points. */
export const walletProblems = {
  points_out_of_range: {
    status: 400,
    zh: '充值积分数超出允许范围。',
    en: 'The number of points is out of range.',
  },
} as const satisfies Record<string, Problem>
