import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod/mini'
import { DataFolderError, damagedFile, ELSEWHERE, missingFile, orFolderFault, refuseOthers } from './data-faults.ts'

/** Where an engine keeps what must last. */
export type DataFolder = {
  /** Its path from the root. */
  folder: string
  /** SQLite file of the tables. */
  database: string
  /** Folder of the files in buckets. */
  objects: string
  logs: string
  /** Whether a file of this folder is there and holds something. */
  has(file: string): boolean
  /** A JSON file of this folder; undefined if it was never saved. Throws DataFolderError if it is not what the schema says. */
  load<S extends z.core.$ZodType>(name: string, schema: S): z.output<S> | undefined
  /** Readable by its owner only. */
  save(name: string, value: unknown): void
  /** Throws DataFolderError if `wanted` is not there although `there` is, which is made later. */
  refuseWithout(wanted: string, there: string): void
  /** Lets another engine use the folder; a temporary one is deleted. */
  release(): void
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

const LOCK = 'engine.pid'

const lock = (folder: string): void => {
  const file = join(folder, LOCK)
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (holder > 0 && isHeld(folder, holder)) {
    throw new DataFolderError(
      `${folder} is in use by process ${holder}: stop it, or choose another folder with --data (if that process is no engine, delete ${file})`,
    )
  }
  writeFileSync(file, String(process.pid))
  ours.add(folder)
}

/** Step by step: where the system allows no folder, as below /proc, `recursive` of Node never ends. */
const makeFolders = (folder: string): void => {
  if (existsSync(folder)) return
  makeFolders(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

const folderAt = (path: string | undefined): string => {
  if (path === undefined) return mkdtempSync(join(tmpdir(), 'shiming-'))
  const folder = resolve(path)
  orFolderFault(folder, () => makeFolders(folder))
  if (!statSync(folder).isDirectory()) throw new DataFolderError(`${folder} is a file, not a folder: ${ELSEWHERE}`)
  return folder
}

const readFile = <S extends z.core.$ZodType>(file: string, schema: S): z.output<S> => {
  try {
    return z.parse(schema, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw error instanceof SyntaxError || error instanceof z.core.$ZodError ? damagedFile(file) : error
  }
}

/**
 * Opens a folder, making it if needed; without a path a temporary one. Throws DataFolderError if another engine has it, or if it
 * cannot be used.
 */
export const openDataFolder = (path?: string): DataFolder => {
  const folder = folderAt(path)
  const inside = <T>(run: () => T): T => orFolderFault(folder, run)
  inside(() => {
    refuseOthers(folder)
    lock(folder)
  })
  const fileOf = (name: string): string => join(folder, `${name}.json`)
  const has = (file: string): boolean => (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0) > 0
  return {
    folder,
    database: join(folder, 'tables.sqlite'),
    objects: join(folder, 'objects'),
    logs: join(folder, 'logs'),
    has,
    load: (name, schema) => inside(() => (existsSync(fileOf(name)) ? readFile(fileOf(name), schema) : undefined)),
    save: (name, value) =>
      inside(() => {
        // Renamed into place, so that a crash leaves the old file or the new one.
        writeFileSync(`${fileOf(name)}.new`, JSON.stringify(value), { mode: 0o600 })
        renameSync(`${fileOf(name)}.new`, fileOf(name))
      }),
    refuseWithout: (wanted, there) => {
      if (has(there) && !has(wanted)) throw missingFile(folder, wanted, there)
    },
    release: () => {
      ours.delete(folder)
      if (path === undefined) rmSync(folder, { recursive: true, force: true })
      else rmSync(join(folder, LOCK), { force: true })
    },
  }
}
