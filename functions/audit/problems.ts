import type { Problem } from '../../shared/kernel/problems.ts'

/** The audit trail, for operators. */
export const auditProblems = {
  subject_or_day: {
    status: 400,
    zh: '请按 subject 或 day 之一查询，不要同时填写。',
    en: 'Ask by subject or by day, not by both.',
  },
} as const satisfies Record<string, Problem>
