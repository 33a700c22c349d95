import type { Problem } from '../../shared/kernel/problems.ts'

/** Apps, their names, and their certification. */
export const certificationProblems = {
  app_limit_reached: {
    status: 409,
    zh: '本账号管理的应用数量已达上限，请先删除不用的应用。',
    en: 'This account administers as many apps as it may; remove one that is not used.',
  },
} as const satisfies Record<string, Problem>
