import type { Table } from '../../shared/table/table.ts'
import { type Item, type Key, nameOf, type Write } from '../../shared/table/write.ts'

/** What one commit did to one item. */
export type Change = { key: Key; before?: Item; after?: Item }

/** The items as they are now, for invariants to look at without asking the table. */
export type Items = ReadonlyMap<string, Item>

/** A table that tells of every commit, at the moment it takes effect. */
export const recorded = (inner: Table, told: (changes: readonly Change[]) => void): { table: Table; items: Items } => {
  const items = new Map<string, Item>()
  const changeOf = async ({ key }: Write): Promise<Change> => {
    const name = nameOf(key)
    const before = items.get(name)
    const after = await inner.get(key)
    if (after) items.set(name, after)
    else items.delete(name)
    return { key, before, after }
  }
  const tell = async (writes: readonly Write[]): Promise<void> => {
    const changes: Change[] = []
    for (const write of writes) if (write.kind !== 'check') changes.push(await changeOf(write))
    told(changes)
  }
  const table: Table = {
    ...inner,
    async update(write) {
      const updated = await inner.update(write)
      if (updated.kind === 'updated') await tell([write])
      return updated
    },
    async commit(writes) {
      const committed = await inner.commit(writes)
      if (committed.kind === 'committed') await tell(writes)
      return committed
    },
  }
  return { table, items }
}
