import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Process } from '../world/process.ts'
import type { Step, World } from '../world/world.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The ends of an id are enough to tell it from the others. */
const short = (text: string): string =>
  text.replace(/[0-9a-f]{26}(?=[0-9a-f]{6})/g, '~').replace(/#v1\.[\w-]{30,}/, '#~')

const keyOf = (of: Record<string, unknown>): string => short(`${of.pk}/${of.sk}`)

/** A write in a few words: which item, and what becomes of its status. */
const writeOf = (write: unknown): string => {
  if (!isRecord(write) || !isRecord(write.key)) return ''
  const set = isRecord(write.changes) && isRecord(write.changes.set) ? write.changes.set : write.item
  const status = isRecord(set) && set.status !== undefined ? `=${set.status}` : ''
  return `${write.kind} ${keyOf(write.key).replace(/^[A-Z]+#/, '')}${status}`
}

const argumentOf = (argument: unknown): string => {
  if (Array.isArray(argument)) return argument.map((one) => writeOf(one) || short(JSON.stringify(one))).join(', ')
  if (!isRecord(argument)) return short(String(argument))
  if ('key' in argument) return writeOf(argument)
  if ('pk' in argument) return keyOf(argument)
  return short(String(argument.outRefundNo ?? argument.outTradeNo ?? Object.keys(argument).join(' ')))
}

const after = (ms: Millis): string => `+${(ms / SECOND).toFixed(0)} s`

const MOST_LINES = 80

/** One effect in a line. `began`: when the run did. */
export const lineOf = ({ at, effect, fate }: Step, began: Millis, number?: number): string => {
  const { process, name, args } = effect
  const who = number === undefined ? process.name : `${process.name}.${number}`
  const fated = fate === 'done' ? '' : ` [${fate}]`
  // The token of a commit would only say how many there were before.
  const shown = name.startsWith('table.') ? args.slice(0, 1) : args
  return `${after(at - began)} ${who} ${name} ${shown.map(argumentOf).join(' ')}${fated}`
}

/** What happened, one line per effect, the last ones. Processes are numbered as they began. */
export const told = ({ trace }: World): string => {
  const numbers = new Map<Process, number>()
  const began = trace[0]?.at ?? 0
  const line = (step: Step): string => {
    const { process } = step.effect
    if (!numbers.has(process)) numbers.set(process, numbers.size + 1)
    return lineOf(step, began, numbers.get(process))
  }
  const lines = trace.map((step, at) => `${String(at).padStart(4)} ${line(step)}`)
  return lines
    .filter((one) => !one.includes(' table.due '))
    .slice(-MOST_LINES)
    .join('\n')
}
