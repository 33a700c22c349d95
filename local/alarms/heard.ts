import { existsSync, readFileSync } from 'node:fs'
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
  const metrics = new Set(
    metricFilters.filter((filter) => filter.logGroup === logGroup && filter.fits(line)).map(({ metric }) => metric),
  )
  const looking = alarms.filter(({ metric }) => metrics.has(metric))
  return {
    fn,
    level: String(line.level),
    message: String(line.message),
    line,
    rings: looking.filter(({ ringsAt }) => ringsAt !== undefined && ringsAt <= 1).map(({ name }) => name),
    counts: looking.filter(({ ringsAt }) => ringsAt === undefined).map(({ name }) => name),
  }
}

/** Every line of all functions, in the order in which each wrote them. */
export const heardIn = (watched: Watched, logFolder: string): Heard[] =>
  watched.functions.flatMap(({ name }) => {
    const file = join(logFolder, `${name}.log`)
    return existsSync(file) ? read(readFileSync(file, 'utf8')).map((line) => hear(watched, name, line)) : []
  })
