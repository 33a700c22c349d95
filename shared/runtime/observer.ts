import { Logger } from '@aws-lambda-powertools/logger'
import type { Observer } from '../http/endpoint.ts'
import { aboutOf } from '../kernel/about.ts'
import type { Alarm, Tell } from '../kernel/alarm.ts'
import type { JobObserver } from '../queue/worker.ts'
import { isContended } from '../table/table.ts'
import { optionalEnv } from './environment.ts'

const logger = new Logger({ serviceName: 'shiming' })

const FRAMES = 6

/** Where it came from. The stack repeats the message first, and a message may have lines that look like frames. */
const framesOf = ({ message, stack = '' }: Error): string[] => {
  const start = stack.indexOf(message)
  const lines = start < 0 ? [] : stack.slice(start + message.length).split('\n')
  return lines.filter((line) => /^\s+at /.test(line)).slice(0, FRAMES)
}

/**
 * An error as it may be logged: its class, its code, where it came from, and which secret, setting or vendor it is about. Never
 * its message, which may quote a value somebody typed.
 */
const described = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { error: typeof error }
  const about = aboutOf(error)
  if (about && error.cause !== undefined) return { ...described(error.cause), about }
  const code = 'code' in error ? String(error.code) : undefined
  return { error: error.name, code, about, frames: framesOf(error).map((line) => line.trim()) }
}

/** `npm run where` finds the source map by it. */
const function_name = optionalEnv('AWS_LAMBDA_FUNCTION_NAME')

/**
 * Something for people: `note` to be read some time, `alarm` rings the alarm of the function. `count` is for a metric that counts such lines.
 * Fields never hold identity.
 */
type Notes = { note: Tell; alarm: Alarm; count: Tell }

/** Nothing of it passes before a person mends a secret, a setting or a key. */
const needsPerson = (error: unknown): boolean => {
  const about = aboutOf(error)
  return about !== undefined && !('passes' in about)
}

/**
 * The only way functions write to the log: lines of closed shape. Faults are of level ERROR, and an alarm rings when they are many;
 * contention is not, because callers make it. What rings at its first line is marked `alarm`.
 */
export const observer: Observer & JobObserver & Notes = {
  now: () => Date.now(),
  request: (line) => logger.info('request', line),
  job: (line) => logger.info('job', line),
  fault(error, at) {
    const line = { ...at, function_name, ...described(error) }
    if (isContended(error)) logger.warn('contended', line)
    else logger.error('fault', { ...line, ...(needsPerson(error) && { alarm: true }) })
  },
  note: (event, fields) => logger.warn(event, fields),
  count: (event, fields) => logger.info(event, fields),
  alarm: (event, fields) => logger.error(event, { ...fields, alarm: true }),
}
