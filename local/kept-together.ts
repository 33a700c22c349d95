import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { damagedFile, otherKeys } from './data-faults.ts'
import type { DataFolder } from './data-folder.ts'
import { isDamaged } from './dynamodb/damage.ts'
import { gather, mark, markOf } from './dynamodb/file-mark.ts'
import { hasOwnFile } from './dynamodb/where.ts'

const TABLES = 'tables.sqlite'

/** Elsewhere the tables are not in the folder. */
const hasTables = (data: DataFolder): boolean => hasOwnFile() && data.has(TABLES)

/** Stands for the keys of a folder: other keys, even in one bit, have another. Never 0. */
const keysMark = (data: DataFolder): number => {
  const keys = Object.entries(data.load('keys', z.record(z.string(), z.string())) ?? {}).sort()
  const hash = createHash('sha256').update(JSON.stringify(keys)).digest()
  return (hash.readUInt32BE() >>> 1) | 1
}

/**
 * Throws DataFolderError where tables, keys and secrets of a folder do not go together, or the tables are damaged: an engine that
 * started all the same could open nothing of what is there, and would find nobody who was verified.
 */
export const refuseUseless = (data: DataFolder): void => {
  if (!hasOwnFile()) return
  data.refuseWithout('keys.json', TABLES)
  data.refuseWithout('secrets.json', TABLES)
  // The clock is saved when the tables are made, not before.
  data.refuseWithout(TABLES, 'clock.json')
  if (!hasTables(data)) return
  if (isDamaged(data.database)) throw damagedFile(data.database)
  const marked = markOf(data.database)
  if (marked !== 0 && marked !== keysMark(data)) throw otherKeys(data.database)
}

/** Notes in the tables which keys they go with, once both are there. */
export const keepTogether = (data: DataFolder): void => {
  if (hasTables(data)) mark(data.database, keysMark(data))
}

/** At the end, so that a copy of the files is a copy of everything. */
export const leaveWhole = (data: DataFolder): void => {
  if (hasTables(data)) gather(data.database)
}
