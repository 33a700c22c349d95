import type { Problem } from '../../shared/kernel/problems.ts'

/** Looking into cases, for operators. */
export const caseProblems = {
  nothing_sealed: {
    status: 404,
    zh: '该账号没有提交过实名信息，没有可以查看的内容。',
    en: 'This account has submitted no identity, so there is nothing to see.',
  },
} as const satisfies Record<string, Problem>
