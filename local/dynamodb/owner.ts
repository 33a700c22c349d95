import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import type { DataFolder } from '../data-folder.ts'

const BYTES = 8

/** The name under which a data folder has its tables in a DynamoDB that others may use too; `isNew`: it never had any there. */
export const ownerOf = (data: DataFolder): { id: string; isNew: boolean } => {
  const kept = data.load('database', z.object({ owner: z.string() }))
  if (kept) return { id: kept.owner, isNew: false }
  const id = `shiming${randomBytes(BYTES).toString('hex')}`
  return { id, isNew: true }
}

/** From now on it has tables there. */
export const saveOwner = (data: DataFolder, id: string): void => data.save('database', { owner: id })
