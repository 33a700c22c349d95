import { type Item, toldName } from './write.ts'

/** What could be read of several items, and the keys of those that could not, as `<pk> <sk>`. */
export type ReadEach<T> = { read: T[]; unreadable: string[] }

/**
 * Reads every item by itself, in their order, for lists that people work from: one that `read` throws at hides no other, and is named
 * by its key, so that it is found. Keys hold no identity. The message of what was thrown may quote the item, and is dropped.
 */
export const readEach = <T>(items: readonly Item[], read: (item: Item) => T): ReadEach<T> => {
  const all: ReadEach<T> = { read: [], unreadable: [] }
  for (const item of items) {
    try {
      all.read.push(read(item))
    } catch {
      all.unreadable.push(toldName(item))
    }
  }
  return all
}
