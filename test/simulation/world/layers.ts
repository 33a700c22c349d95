import type { Table } from '../../../shared/table/table.ts'
import type { Item, Write } from '../../../shared/table/write.ts'

/** A wrong implementation, as a layer between an operation and the table. */
export type Layer = (inner: Table) => Table

/** Commits as another implementation would make them; none for a write it would leave out. */
export const writing =
  (rewrite: (write: Write, writes: readonly Write[]) => Write | undefined): Layer =>
  (inner) => ({
    ...inner,
    async update(write) {
      const other = rewrite(write, [write])
      if (other?.kind === 'update') return inner.update(other)
      const item = await inner.get(write.key)
      return item ? { kind: 'updated', item } : { kind: 'conflict' }
    },
    commit: (writes) => inner.commit(writes.flatMap((write) => rewrite(write, writes) ?? [])),
  })

/** Items as another implementation would see them. */
export const reading =
  (see: (item: Item) => Item): Layer =>
  (inner) => ({
    ...inner,
    get: async (key) => {
      const item = await inner.get(key)
      return item && see(item)
    },
    query: async (of) => {
      const page = await inner.query(of)
      return { ...page, items: page.items.map(see) }
    },
    list: async (of) => {
      const page = await inner.list(of)
      return { ...page, items: page.items.map(see) }
    },
  })

export const both =
  (...layers: readonly Layer[]): Layer =>
  (inner) =>
    layers.reduce((table, layer) => layer(table), inner)
