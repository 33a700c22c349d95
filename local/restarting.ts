import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'

type Restarting = {
  /** Folder that changed files are named from. */
  root: string
  /** Folders below it whose TypeScript is watched. */
  folders: readonly string[]
  /** Starts what runs; `again` is false the first time. */
  start: (again: boolean) => ChildProcess
  say: (line: string) => void
  /** Ends it all. */
  signal: AbortSignal
}

/** An editor writes a file in several steps, and a checkout writes many files. */
const QUIET_MS = 150

/**
 * A source that changes from now on, once nothing more changes; undefined when it is over. Watching ends with the answer:
 * a watcher loses sight of a file that another was put in place of, so each restart begins with a new one.
 */
const changeBelow = async ({ root, folders, signal }: Restarting): Promise<string | undefined> => {
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const settled = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const seen = (name: string): void => {
    clearTimeout(timer)
    timer = setTimeout(resolve, QUIET_MS, name)
  }
  for (const folder of folders) {
    watch(join(root, folder), { recursive: true, signal: settled.signal }, (_, name) => {
      if (name?.endsWith('.ts')) seen(join(folder, name))
    })
  }
  signal.addEventListener('abort', () => resolve(undefined), { once: true, signal: settled.signal })
  const file = await promise
  clearTimeout(timer)
  settled.abort()
  return file
}

const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

const end = async (child: ChildProcess): Promise<void> => {
  if (isOver(child)) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

/** Runs something, and runs it again whenever a source has changed, the old one having ended first. */
export const restarting = async (options: Restarting): Promise<void> => {
  const { start, say, signal } = options
  for (let again = false; !signal.aborted; again = true) {
    const changed = changeBelow(options)
    const child = start(again)
    child.on('exit', (code) => {
      if (code) say('It does not run; the next change starts it again.')
    })
    const file = await changed
    if (file !== undefined) say(`${file} changed: starting again …`)
    await end(child)
  }
}
