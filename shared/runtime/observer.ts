import { Logger } from '@aws-lambda-powertools/logger'
import type { Observer } from '../http/endpoint.ts'
import type { JobObserver } from '../queue/worker.ts'

const logger = new Logger({ serviceName: 'shiming' })

const FRAMES = 6

/** Where it came from. The stack repeats the message first, and a message may have lines that look like frames. */
const framesOf = ({ message, stack = '' }: Error): string[] => {
  const start = stack.indexOf(message)
  const lines = start < 0 ? [] : stack.slice(start + message.length).split('\n')
  return lines.filter((line) => /^\s+at /.test(line)).slice(0, FRAMES)
}

/**
 * An error as it may be logged: its class, its code and where it came from. Never its message, which may quote a value
 * somebody typed.
 */
const described = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  return { error: error.name, code, frames: framesOf(error).map((line) => line.trim()) }
}

/** Something for people: `note` to be read some time, `alarm` rings the alarm of the function. Fields never hold identity. */
type Notes = Record<'note' | 'alarm', (event: string, fields: Record<string, string | number>) => void>

/** The only way functions write to the log: lines of closed shape. */
export const observer: Observer & JobObserver & Notes = {
  now: () => Date.now(),
  request: (line) => logger.info('request', line),
  job: (line) => logger.info('job', line),
  fault: (error, at) => logger.error('fault', { ...at, ...described(error) }),
  note: (event, fields) => logger.warn(event, fields),
  alarm: (event, fields) => logger.error(event, fields),
}
