import type { Problem } from '../../shared/kernel/problems.ts'

export const frontProblems = {
  route_unknown: {
    status: 404,
    zh: '没有这个接口。请核对路径（末尾不要有斜杠）。',
    en: 'There is no such address. Check the path; it has no slash at its end.',
  },
  invalid_return_path: {
    status: 400,
    zh: '返回路径应为本服务的页面路径：以一个 / 开头，最多 201 个字符，只含字母、数字和 _ - . /。',
    en: 'A returnPath is a path of this service: one / first, at most 201 characters, and only letters, digits, _ - . and /.',
  },
} as const satisfies Record<string, Problem>
