import { type Item, type Key, nameOf, type Update, type Write } from './write.ts'

/** One write of a commit whose condition did not hold, with the item as it was then. */
export type Conflict = { write: Write; because?: string; item?: Item }

/** Whether one of them is the write that says it was refused for that. */
export const isBecause = (conflicts: readonly Conflict[], why: string): boolean =>
  conflicts.some(({ because }) => because === why)

export type Committed = { kind: 'committed' } | { kind: 'conflict'; conflicts: Conflict[] }

export type Updated = { kind: 'updated'; item: Item } | { kind: 'conflict'; item?: Item }

/** One page of a partition, by sort key. */
export type Page = { items: Item[]; next?: string }

/** An entry of the due index: which item owes work, and since when (epoch ms). */
export type DueEntry = { key: Key; dueAt: number }

/**
 * The one table. Reads are strongly consistent except `due` and `list`, which are indexes. `commit` is all or nothing.
 * Everything throws `NotNow` when the database kept saying "not now", `Contended` where only others who write the same items were in
 * the way, and a write whose fate is unknown what it was told last.
 */
export type Table = {
  get(key: Key): Promise<Item | undefined>
  /** At most 100 keys; the answer has their order. */
  getMany(keys: readonly Key[]): Promise<(Item | undefined)[]>
  /** Items whose sort key starts with `prefix`; `after` is the `next` of the page before. */
  query(of: { pk: string; prefix?: string; limit: number; newestFirst?: boolean; after?: string }): Promise<Page>
  /**
   * Entries of one shard of the due index that are due at `until` or before, oldest first. `after` is the last entry of the page
   * before.
   */
  due(of: { shard: number; until: number; limit: number; after?: DueEntry }): Promise<DueEntry[]>
  /**
   * Whole items of one list of the list index with `listAt` from `from` to `until` (epoch ms, both included), oldest first
   * unless `newestFirst`. `after` is the `next` of the page before, opaque.
   */
  list(of: {
    list: string
    from?: number
    until?: number
    limit: number
    newestFirst?: boolean
    after?: string
  }): Promise<Page>
  /** One conditional update that answers the item as it is afterwards. */
  update(write: Update): Promise<Updated>
  /** Nothing to write is committed without a call. */
  commit(writes: readonly Write[]): Promise<Committed>
  /** How many calls to the database were made so far. */
  calls(): number
}

/**
 * The database did not do it now: it was throttled, or out of reach. Nothing was written. Not a replay, and worth repeating later.
 * `code` is what the database called it, for the log.
 */
export class NotNow extends Error {
  override name = 'NotNow'
  readonly code: string | undefined
  constructor(message?: string, code?: string) {
    super(message)
    this.code = code
  }
}

/**
 * The same, but nothing is wrong with the database: others kept writing the same items. Whoever asks for one thing many times at
 * once can bring it about at will, so that it is nobody's alarm.
 */
export class Contended extends NotNow {
  override name = 'Contended'
}

/** By its name: code that is loaded only when it is needed is bundled apart, with classes of its own. */
export const isContended = (error: unknown): boolean => error instanceof Error && error.name === 'Contended'

/** By their names, as above. */
export const isNotNow = (error: unknown): boolean =>
  isContended(error) || (error instanceof Error && error.name === 'NotNow')

/** One write per item: DynamoDB refuses a transaction that touches an item twice, so composing stores must not. */
export const assertDistinct = (writes: readonly Write[]): void => {
  const seen = new Set<string>()
  for (const { key } of writes) {
    const name = nameOf(key)
    if (seen.has(name)) throw new Error('two writes for one item in one commit')
    seen.add(name)
  }
}
