import type { Table } from '../../../shared/table/table.ts'
import { materialKeys } from '../../material/keys.ts'
import { materialOf } from '../../material/material-store.ts'
import { type DocumentRead, readOneDocument } from './read-documents.ts'

/** The document of the account that both photos are part of already, for whoever hands them in once more; undefined where there is none. Two calls. */
export const findSameDocument = async (
  table: Pick<Table, 'getMany'>,
  accountId: string,
  photos: readonly [string, string],
): Promise<DocumentRead | undefined> => {
  if (photos[0] === photos[1]) return undefined
  const items = await table.getMany(photos.map(materialKeys.material))
  const [front, back] = items.map((item) => item && materialOf(item))
  const id = front?.accountId === accountId ? front.usedBy : undefined
  if (id === undefined || id !== back?.usedBy) return undefined
  return readOneDocument({ table }, accountId, id)
}
