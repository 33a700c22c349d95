import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ForPeople } from '../shared/command/for-people.ts'

/** Where an engine keeps what must last. */
export type DataFolder = {
  /** SQLite file of the tables. */
  database: string
  logs: string
  /** A JSON file of this folder; undefined if it was never saved. */
  load(name: string): unknown
  /** Readable by its owner only. */
  save(name: string, value: unknown): void
  /** Lets another engine use the folder; a temporary one is deleted. */
  release(): void
}

/** The data folder cannot be used; the message is one line for people. */
export class DataFolderError extends ForPeople {
  override readonly name = 'DataFolderError'
}

/** A killed process nobody has taken note of yet; only Linux says so. */
const isZombie = (pid: number): boolean => {
  const file = `/proc/${pid}/stat`
  return existsSync(file) && /\) Z /.test(readFileSync(file, 'utf8'))
}

/** Folders this very process has open; after a crash of a container its number may be ours again. */
const ours = new Set<string>()

const isHeld = (folder: string, pid: number): boolean => {
  if (pid === process.pid) return ours.has(folder)
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !isZombie(pid)
}

const lock = (folder: string): string => {
  const file = join(folder, 'engine.pid')
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (holder > 0 && isHeld(folder, holder)) {
    throw new DataFolderError(`${folder} is in use by process ${holder}: stop it, or choose another folder with --data`)
  }
  writeFileSync(file, String(process.pid))
  ours.add(folder)
  return file
}

/** Opens a folder, making it if needed; without a path a temporary one. Throws DataFolderError if another engine has it. */
export const openDataFolder = (path?: string): DataFolder => {
  const folder = path === undefined ? mkdtempSync(join(tmpdir(), 'shiming-')) : resolve(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const locked = lock(folder)
  const fileOf = (name: string): string => join(folder, `${name}.json`)
  return {
    database: join(folder, 'tables.sqlite'),
    logs: join(folder, 'logs'),
    load: (name) => (existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), 'utf8')) : undefined),
    save: (name, value) => {
      // Renamed into place, so that a crash leaves the old file or the new one.
      writeFileSync(`${fileOf(name)}.new`, JSON.stringify(value), { mode: 0o600 })
      renameSync(`${fileOf(name)}.new`, fileOf(name))
    },
    release: () => {
      ours.delete(folder)
      if (path === undefined) rmSync(folder, { recursive: true, force: true })
      else rmSync(locked, { force: true })
    },
  }
}
