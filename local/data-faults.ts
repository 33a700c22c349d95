import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ForPeople } from '../shared/command/for-people.ts'

/** The data folder cannot be used; the message is one line for people. */
export class DataFolderError extends ForPeople {
  override readonly name = 'DataFolderError'
}

export const ELSEWHERE = 'choose another folder with --data'
const ANEW = 'put back a copy of it, or delete the folder to begin anew'

const told: Readonly<Record<string, string>> = {
  EACCES: 'may not be read and written by this user',
  EPERM: 'may not be read and written by this user',
  EROFS: 'is on a disk that cannot be written to',
  ENOSPC: 'is on a disk that is full',
  EDQUOT: 'is on a disk that is full for this user',
  EEXIST: 'leads nowhere',
  ENOTDIR: 'is a file or below one, not a folder',
  EISDIR: 'is a folder, not a file',
  ENOENT: 'cannot be made',
}

/** Answers what `run` answers; what the system says about a file comes out as a DataFolderError. */
export const orFolderFault = <T>(folder: string, run: () => T): T => {
  try {
    return run()
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code === undefined || !Object.hasOwn(told, code)) throw error
    throw new DataFolderError(`${path ?? folder} ${told[code]}: ${ELSEWHERE}`)
  }
}

export const damagedFile = (file: string): DataFolderError => new DataFolderError(`${file} is damaged: ${ANEW}`)

export const otherKeys = (file: string): DataFolderError =>
  new DataFolderError(`${file} was written with other keys than keys.json has: ${ANEW}`)

/** `there` shows that `wanted` was there, too. */
export const missingFile = (folder: string, wanted: string, there: string): DataFolderError =>
  new DataFolderError(`${folder} has ${there}, but ${wanted} is missing or empty: ${ANEW}`)

const OURS = /^(?:engine\.pid|logs|objects|(?:sandbox|secrets|keys|clock|database)\.json|tables\.sqlite(?:-wal|-shm)?)$/

const entriesOf = (folder: string, ours: RegExp): string[] =>
  readdirSync(folder)
    .filter((name) => ours.test(name))
    .map((name) => join(folder, name))

const refuseOther = (path: string): void => {
  const user = process.getuid?.()
  if (user !== undefined && statSync(path).uid !== user)
    throw new DataFolderError(`${path} belongs to another user: start as that user, or ${ELSEWHERE}`)
  accessSync(path, constants.R_OK | constants.W_OK)
}

/**
 * Throws DataFolderError if the folder or what an engine keeps in it belongs to another user, or may not be read and written. That
 * root may do so is no reason: what root writes there its owner could not read any more.
 */
export const refuseOthers = (folder: string): void => {
  refuseOther(folder)
  for (const path of entriesOf(folder, OURS)) refuseOther(path)
  const logs = join(folder, 'logs')
  for (const path of existsSync(logs) ? entriesOf(logs, /\.log$/) : []) refuseOther(path)
}
