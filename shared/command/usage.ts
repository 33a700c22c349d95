import type { Command } from './command-line.ts'
import type { Flag } from './flags.ts'

const shownFlag = (name: string, { value }: Flag): string => (value === undefined ? `--${name}` : `--${name} ${value}`)

/** What a command takes and does, from its own description. */
export const usageOf = ({ call, does, flags, others, more }: Command): string => {
  const rows = Object.entries(flags).map(([name, flag]) => [shownFlag(name, flag), flag.does] as const)
  const width = Math.max(0, ...rows.map(([shown]) => shown.length))
  const taken = [...rows.map(([shown]) => `[${shown}]`), ...(others === undefined ? [] : [others])].join(' ')
  const paragraphs = [
    `Usage: ${call}${taken === '' ? '' : ` -- ${taken}`}`,
    does,
    rows.map(([shown, told]) => `  ${shown.padEnd(width)}  ${told}`).join('\n'),
    more ?? '',
  ]
  return `${paragraphs.filter((text) => text !== '').join('\n\n')}\n`
}
