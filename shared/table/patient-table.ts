import { conflictsOf, notNow, passing } from './failures.ts'
import { assertDistinct, type Committed, Contended, NotNow, type Table } from './table.ts'
import { type Item, type Key, nameOf, type Update, type Write } from './write.ts'

/**
 * The database, one request a call, sent once. Throws as the SDK of DynamoDB does. `op` is the token of a commit: a request that
 * repeats it writes nothing a second time.
 */
export type Database = Pick<Table, 'get' | 'query' | 'due' | 'list'> & {
  /** Items in any order, and keys it did not get to. */
  getMany(keys: readonly Key[]): Promise<{ items: Item[]; left: readonly Key[] }>
  update(write: Update, op: string): Promise<Item | undefined>
  commit(writes: readonly Write[], op: string): Promise<void>
}

type Options = {
  /** A fresh token for each commit: an item that already carries it was written by an earlier try of the same commit. */
  token: () => string
  /** Waits before the next try; jittered by the caller. */
  pause: (tries: number) => Promise<void>
}

/** Even if none is answered, this takes less time than a request of ours has. */
const TRIES = 5

/**
 * The table on a database that is now and then held up, throttled or silent: each request is repeated, after a pause and under the
 * same token, until it is answered. After the last try it throws `NotNow` if nothing was written (`Contended` where others wrote the
 * same items); if that is not known, the failure as it came, because then only the state of the items says what happened.
 */
export const patientTable = (database: Database, { token, pause }: Options): Table => {
  let calls = 0

  const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
    let unanswered: unknown
    let trouble: NotNow | undefined
    for (let tries = 1; ; tries += 1) {
      try {
        calls += 1
        return await ask()
      } catch (error) {
        const known = passing(error)
        if (!known) throw error
        const failed = notNow(error)
        if (known === 'perhaps_done') unanswered = error
        else if (!(failed instanceof Contended)) trouble = failed
        if (tries === TRIES) throw unanswered ?? trouble ?? failed
      }
      await pause(tries)
    }
  }

  /** Reading leaves nothing behind, whether it was answered or not. */
  const read = <T>(ask: () => Promise<T>): Promise<T> =>
    insist(() =>
      ask().catch((error: unknown) => {
        throw passing(error) ? notNow(error) : error
      }),
    )

  /** Runs one commit until it is decided. `run` answers the item after a single update. */
  const settle = <T>(writes: readonly Write[], run: (op: string) => Promise<T>) => {
    const op = token()
    return insist(async () => {
      try {
        return { kind: 'committed' as const, value: await run(op) }
      } catch (error) {
        const conflicts = conflictsOf(error, writes)
        if (!conflicts) throw error
        const own = conflicts.find(({ item }) => item?.op === op)
        return own ? { kind: 'replayed' as const, item: own.item } : { kind: 'conflict' as const, conflicts }
      }
    })
  }

  return {
    calls: () => calls,
    get: (key) => read(() => database.get(key)),
    query: (of) => read(() => database.query(of)),
    due: (of) => read(() => database.due(of)),
    list: (of) => read(() => database.list(of)),
    async getMany(keys) {
      const found = new Map<string, Item>()
      // DynamoDB refuses a key that is asked for twice.
      let wanted: readonly Key[] = [...new Map(keys.map((key) => [nameOf(key), key])).values()]
      if (wanted.length === 0) return []
      await read(async () => {
        const { items, left } = await database.getMany(wanted)
        for (const item of items) found.set(nameOf(item), item)
        wanted = left
        if (left.length) throw new NotNow('some keys were not read', 'UnprocessedKeys')
      })
      return keys.map((key) => found.get(nameOf(key)))
    },
    async update(write) {
      const settled = await settle([write], (op) => database.update(write, op))
      if (settled.kind === 'conflict') return { kind: 'conflict', item: settled.conflicts[0]?.item }
      const item = settled.kind === 'committed' ? settled.value : settled.item
      if (!item) throw new Error('an update left no item')
      return { kind: 'updated', item }
    },
    async commit(writes): Promise<Committed> {
      assertDistinct(writes)
      if (writes.length === 0) return { kind: 'committed' }
      const settled = await settle(writes, (op) => database.commit(writes, op))
      return settled.kind === 'conflict' ? settled : { kind: 'committed' }
    },
  }
}

/** A table whose reads by key and commits are tried, whatever they fail with, for as long as `goesOn`; then it throws the last failure. */
export const insistentTable = (table: Table, goesOn: () => boolean, pause: () => Promise<void>): Table => {
  const insist =
    <A, T>(ask: (asked: A) => Promise<T>) =>
    async (asked: A): Promise<T> => {
      for (;;) {
        try {
          return await ask(asked)
        } catch (error) {
          if (!goesOn()) throw error
        }
        await pause()
      }
    }
  return { ...table, get: insist(table.get), commit: insist(table.commit) }
}
