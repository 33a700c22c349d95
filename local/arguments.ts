import { parseArgs } from 'node:util'

/** What `npm start` was asked for; without `data` nothing is kept. */
export type Arguments = { port: number; data: string | undefined }

export const USAGE = `Usage: npm start -- [--port 4000] [--data .local | --memory]

  --port    where to serve on 127.0.0.1; 0 takes a free port
  --data    folder in which everything is kept
  --memory  keep nothing
`

const DEFAULT_PORT = 4000
const DEFAULT_DATA = '.local'

/** Reads the command line; undefined if it is not as USAGE says. */
export const readArguments = (args: readonly string[]): Arguments | undefined => {
  const options = { port: { type: 'string' }, data: { type: 'string' }, memory: { type: 'boolean' } } as const
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false })
    const port = values.port ?? String(DEFAULT_PORT)
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return undefined
    if (values.memory && values.data !== undefined) return undefined
    if (values.data === '') return undefined
    return { port: Number(port), data: values.memory ? undefined : (values.data ?? DEFAULT_DATA) }
  } catch {
    return undefined
  }
}
