import type { Table } from '../../../shared/table/table.ts'
import { type Item, type Key, nameOf, type Write } from '../../../shared/table/write.ts'

/** The first part of a sort key: what kind of item it is. */
export const kindOf = ({ sk }: Key): string => (sk.includes('#') ? sk.slice(0, sk.indexOf('#')) : sk)

/** What one commit did to one item. */
export type Change = { key: Key; kind: string; before?: Item; after?: Item }

/** The items as they are now, for invariants to look at without asking the table. */
export type Items = ReadonlyMap<string, Item>

/** A table that tells of every commit, at the moment it takes effect. */
export const recorded = (inner: Table, told: (changes: readonly Change[]) => void): { table: Table; items: Items } => {
  const items = new Map<string, Item>()
  const changed = (key: Key, after: Item | undefined): Change => {
    const name = nameOf(key)
    const before = items.get(name)
    if (after) items.set(name, after)
    else items.delete(name)
    return { key, kind: kindOf(key), before, after }
  }
  const tell = async (writes: readonly Write[]): Promise<void> => {
    const keys = writes.filter((write) => write.kind !== 'guard').map((write) => write.key)
    const found = await inner.getMany(keys)
    told(keys.map((key, at) => changed(key, found[at])))
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
