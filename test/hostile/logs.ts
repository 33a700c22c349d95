import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What functions wrote into their logs. */
export type Logs = {
  /** What a function wrote since this was asked last. */
  since(fn: string): string
  /** The same of all functions together. */
  sinceAll(): string
}

/** Reads on in the log files of a folder. */
export const logsIn = (folder: string): Logs => {
  const read = new Map<string, number>()
  const fileSince = (name: string): string => {
    const file = join(folder, name)
    if (!existsSync(file)) return ''
    const [from, until] = [read.get(name) ?? 0, statSync(file).size]
    const bytes = Buffer.alloc(until - from)
    const opened = openSync(file, 'r')
    readSync(opened, bytes, 0, bytes.length, from)
    closeSync(opened)
    read.set(name, until)
    return bytes.toString()
  }
  return {
    since: (fn) => fileSince(`${fn}.log`),
    sinceAll: () => readdirSync(folder).map(fileSince).join('\n'),
  }
}
