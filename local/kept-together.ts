import { damagedFile } from './data-faults.ts'
import type { DataFolder } from './data-folder.ts'
import { isDamaged } from './dynamodb/damage.ts'
import { hasDatabase } from './dynamodb/database.ts'

const TABLES = 'tables.sqlite'

/**
 * Throws DataFolderError where tables, keys and secrets of a folder do not go together, or the tables are damaged: an engine that
 * started all the same could open nothing of what is there.
 */
export const refuseUseless = (data: DataFolder): void => {
  // Elsewhere the tables are not in the folder.
  if (!hasDatabase()) return
  data.refuseWithout('keys.json', TABLES)
  data.refuseWithout('secrets.json', TABLES)
  // The clock is saved when the tables are made, not before.
  data.refuseWithout(TABLES, 'clock.json')
  if (data.has(TABLES) && isDamaged(data.database)) throw damagedFile(data.database)
}
