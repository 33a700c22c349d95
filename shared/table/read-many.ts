import type { Table } from './table.ts'
import type { Item, Key } from './write.ts'

/** As many keys as one read takes. */
const AT_ONCE = 100

/** Items by their keys, however many, without those that are not there; one call for each hundred. */
export const readMany = async (table: Pick<Table, 'getMany'>, keys: readonly Key[]): Promise<Item[]> => {
  const found: Item[] = []
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const items = await table.getMany(keys.slice(from, from + AT_ONCE))
    found.push(...items.flatMap((item) => item ?? []))
  }
  return found
}
