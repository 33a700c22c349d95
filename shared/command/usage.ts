import type { Language } from '../kernel/language.ts'
import { type Command, isByNpm } from './command-line.ts'
import type { Flag } from './flags.ts'
import { both, type Told, toldIn } from './told.ts'

/** A flag as it is typed. */
export const shownFlag = (name: string, { value }: Pick<Flag, 'value'>): string =>
  value === undefined ? `--${name}` : `--${name} ${value}`

const USAGE = both('用法：', 'Usage: ')

/** What a command takes, as the first line of its help shows it: `npm run x -- [--seed N]`. */
export const lineOf = (command: Command): string => {
  const { call, flags, others } = command
  const shown = Object.entries(flags).map(([name, flag]) => `[${shownFlag(name, flag)}]`)
  const taken = [...shown, ...(others === undefined ? [] : [others])]
  return [call, ...(taken.length > 0 && isByNpm(command) ? ['--'] : []), ...taken].join(' ')
}

/** What a command takes and does, from its own description. */
export const usageOf = (command: Command, language: Language = 'en'): string => {
  const { does, flags, more = '' } = command
  const say = (told: Told): string => toldIn(language, told)
  const rows = Object.entries(flags).map(([name, flag]) => [shownFlag(name, flag), say(flag.does)] as const)
  const width = Math.max(0, ...rows.map(([shown]) => shown.length))
  const paragraphs = [
    `${say(USAGE)}${lineOf(command)}`,
    say(does),
    rows.map(([shown, told]) => `  ${shown.padEnd(width)}  ${told}`).join('\n'),
    say(more),
  ]
  return `${paragraphs.filter((text) => text !== '').join('\n\n')}\n`
}
