import { inFile } from './sqlite-file.ts'

/** What SQLite says of a file whose pages are wrong, and of one that is no database at all. */
const CORRUPT = 11
const NOT_A_DATABASE = 26
/** The rest of a code says more. */
const MAIN_CODE = 0xff

const isDamage = (error: unknown): boolean =>
  [CORRUPT, NOT_A_DATABASE].includes(Number(Object(error).errcode) & MAIN_CODE)

/** Whether SQLite cannot read a file that exists, all of which is looked at. Anything else that is wrong shows when it is used. */
export const isDamaged = (file: string): boolean => {
  try {
    return inFile(file, (database) => database.prepare('PRAGMA quick_check(1)').get()?.quick_check !== 'ok')
  } catch (error) {
    return isDamage(error)
  }
}
