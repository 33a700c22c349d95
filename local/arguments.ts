import { parseArgs } from 'node:util'

/** What `npm start` was asked for; without `data` nothing is kept. */
export type Arguments = { port: number; data: string | undefined; watch: boolean; debug: boolean; brief: boolean }

export const USAGE = `Usage: npm start -- [--port 4000] [--data .local | --memory] [--watch] [--debug] [--brief]

  --port    where to serve on 127.0.0.1; 0 takes a free port
  --data    folder in which everything is kept
  --memory  keep nothing
  --watch   start again whenever a source changes; what is kept stays
  --debug   run functions from their TypeScript and without time limits, for breakpoints (npm run debug)
  --brief   print only where it runs
`

const DEFAULT_PORT = 4000
const DEFAULT_DATA = '.local'

const options = {
  port: { type: 'string', default: String(DEFAULT_PORT) },
  data: { type: 'string' },
  memory: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  debug: { type: 'boolean', default: false },
  brief: { type: 'boolean', default: false },
} as const

/** Reads the command line; undefined if it is not as USAGE says. */
export const readArguments = (args: readonly string[]): Arguments | undefined => {
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false })
    const { port, memory, watch, debug, brief } = values
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return undefined
    if (memory && values.data !== undefined) return undefined
    if (values.data === '') return undefined
    return { port: Number(port), data: memory ? undefined : (values.data ?? DEFAULT_DATA), watch, debug, brief }
  } catch {
    return undefined
  }
}
