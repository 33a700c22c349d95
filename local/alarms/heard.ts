import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AlarmSpec, MetricFilterSpec } from '../template/alarms.ts'
import type { FunctionSpec } from '../template/functions.ts'

/** A line that a function has written, and what CloudWatch makes of it by the templates. */
export type Heard = {
  fn: string
  level: string
  /** What it says: the name of an event. */
  message: string
  line: Record<string, unknown>
  /** Names of alarms that ring at this line alone. */
  rings: string[]
  /** Names of alarms that ring when the share of such lines is large. */
  counts: string[]
  /** The metrics with dimensions that count it, and by which values. */
  metrics: { metric: string; dimensions: Record<string, string> }[]
}

/** What of a system counts here. */
type Watched = {
  functions: readonly Pick<FunctionSpec, 'name' | 'logGroup'>[]
  metricFilters: readonly MetricFilterSpec[]
  alarms: readonly AlarmSpec[]
}

const read = (text: string): Record<string, unknown>[] =>
  text.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))

/** What comes of one line of a function's log. */
const hear = ({ functions, metricFilters, alarms }: Watched, fn: string, line: Record<string, unknown>): Heard => {
  const logGroup = functions.find(({ name }) => name === fn)?.logGroup
  const fitting = metricFilters.filter((filter) => filter.logGroup === logGroup && filter.fits(line))
  const metrics = new Set(fitting.map(({ metric }) => metric))
  const looking = alarms.filter(({ metric }) => metrics.has(metric))
  return {
    fn,
    level: String(line.level),
    message: String(line.message),
    line,
    rings: looking.filter(({ ringsAt }) => ringsAt !== undefined && ringsAt <= 1).map(({ name }) => name),
    counts: looking.filter(({ ringsAt }) => ringsAt === undefined).map(({ name }) => name),
    metrics: fitting.flatMap(({ metric, dimensions }) => {
      const told = dimensions.map(({ name, member }): [string, unknown] => [name, line[member]])
      // CloudWatch publishes nothing where a member is missing or no text.
      if (told.length === 0 || told.some(([, value]) => typeof value !== 'string')) return []
      return [{ metric, dimensions: Object.fromEntries(told.map(([name, value]) => [name, String(value)])) }]
    }),
  }
}

/** The bytes of a file from there on. */
const bytesFrom = (file: string, from: number, size: number): Buffer => {
  const bytes = Buffer.alloc(size - from)
  const opened = openSync(file, 'r')
  try {
    return bytes.subarray(0, readSync(opened, bytes, 0, bytes.length, from))
  } finally {
    closeSync(opened)
  }
}

const LINE_END = '\n'

/**
 * Hears every line of all functions, in the order in which each wrote them. Logs grow and are many: each is read on from where it was left, up to
 * the last line that is whole.
 */
export const hearing = (watched: Watched, logFolder: string): (() => Heard[]) => {
  const known = new Map<string, { size: number; heard: Heard[] }>()
  const hearOf = (name: string): Heard[] => {
    const file = join(logFolder, `${name}.log`)
    if (!existsSync(file)) return []
    const { size } = statSync(file)
    const before = known.get(name)
    const { size: from, heard } = before && before.size <= size ? before : { size: 0, heard: [] }
    const bytes = bytesFrom(file, from, size)
    const whole = bytes.subarray(0, bytes.lastIndexOf(LINE_END) + 1)
    const all = [...heard, ...read(whole.toString()).map((line) => hear(watched, name, line))]
    known.set(name, { size: from + whole.length, heard: all })
    return all
  }
  return () => watched.functions.flatMap(({ name }) => hearOf(name))
}
