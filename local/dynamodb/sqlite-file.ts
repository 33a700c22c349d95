import { DatabaseSync } from 'node:sqlite'

/** For whoever else has the file open and writes. */
const WAIT_MS = 5000

/** Opens a file of SQLite for as long as `run` takes. */
export const inFile = <T>(file: string, run: (database: DatabaseSync) => T): T => {
  const database = new DatabaseSync(file, { timeout: WAIT_MS })
  try {
    return run(database)
  } finally {
    database.close()
  }
}
