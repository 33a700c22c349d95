import { textOf } from '../../docs/repository.ts'

export type Decision = { route: string; stopped: boolean }

const SECTION = /^### What a ban stops\n(.*?)^#/ms

const ANSWERS: Record<string, boolean> = { yes: true, no: false }

/** What docs/rules.md says of each route it names, in its words: `POST /v1/verifications`. */
export const decisions = (): Decision[] => {
  const [, section = ''] = SECTION.exec(textOf('docs/rules.md')) ?? []
  const rows = section.split('\n').flatMap((line) => {
    const [, routes = '', stopped = ''] = line.split('|').map((cell) => cell.trim())
    return line.startsWith('| `') ? [{ routes, stopped }] : []
  })
  return rows.flatMap(({ routes, stopped }) =>
    Array.from(routes.matchAll(/`([^`]+)`/g), ([, route = '']) => {
      const answer = ANSWERS[stopped]
      if (answer === undefined) throw new Error(`${route}: "${stopped}" is neither yes nor no`)
      return { route, stopped: answer }
    }),
  )
}
