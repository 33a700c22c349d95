import { inFile } from './sqlite-file.ts'

/** A number that SQLite keeps in the head of its file for whoever uses it; 0 where none was written. */
export const markOf = (file: string): number =>
  inFile(file, (database) => Number(database.prepare('PRAGMA application_id').get()?.application_id))

/** Writes that number, whole and from 0 to 2^31 - 1, also while somebody else has the file open. */
export const mark = (file: string, number: number): void =>
  inFile(file, (database) => database.exec(`PRAGMA application_id = ${number}`))

/** Brings everything into the file itself, once nobody else has it open: until then what is new is in another beside it. */
export const gather = (file: string): void =>
  inFile(file, (database) => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
