import type { Problem } from '../../shared/kernel/problems.ts'

export const frontProblems = {
  route_unknown: {
    status: 404,
    zh: '没有这个接口。请核对路径（末尾不要有斜杠）。',
    en: 'There is no such address. Check the path; it has no slash at its end.',
  },
} as const satisfies Record<string, Problem>
