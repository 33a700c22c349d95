import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

const noted = z.object({ url: z.string() })

/** Where the engines that are started from this checkout note that they run. */
const RUNNING = join(import.meta.dirname, '../.build/running')

const fileOf = (folder: string, pid: number): string => join(folder, `${pid}.json`)

/** Notes where this process serves, for the commands of this checkout. */
export const noteRunning = (url: string, folder = RUNNING): void => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(folder, process.pid), JSON.stringify({ url }))
}

/** This process serves no more. */
export const forgetRunning = (folder = RUNNING): void => rmSync(fileOf(folder, process.pid), { force: true })

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const urlIn = (file: string): string[] => {
  try {
    return [z.parse(noted, JSON.parse(readFileSync(file, 'utf8'))).url]
  } catch {
    // Half written, or gone by now.
    return []
  }
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).toSorted()
  } catch {
    return []
  }
}

/** The addresses of the engines that were started from this checkout and whose processes live; what was killed is forgotten. */
export const runningHere = (folder = RUNNING): string[] => {
  const pids = namesIn(folder).flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? [])
  return pids.flatMap((pid) => {
    const file = join(folder, `${pid}.json`)
    if (lives(Number(pid))) return urlIn(file)
    rmSync(file, { force: true })
    return []
  })
}
