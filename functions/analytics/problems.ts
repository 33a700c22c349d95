import type { Problem } from '../../shared/kernel/problems.ts'

/** Numbers for operators. */
export const analyticsProblems = {
  invalid_analytics_range: {
    status: 400,
    zh: '日期 to 应不早于 from，不晚于今天（北京时间），两者之间（含首尾）最多 400 天。',
    en: 'A range ends on or after its beginning and not after today in Beijing, and from one to the other, both included, are at most 400 days.',
  },
} as const satisfies Record<string, Problem>
