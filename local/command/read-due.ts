import { pointerTo } from '../../functions/keys.ts'
import { maskNumbers } from '../../functions/person/numbers-in-text.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import { DUE_SHARDS } from '../../shared/table/keys.ts'
import type { DueEntry, Table } from '../../shared/table/table.ts'

/** Work that an item owes: which kind, for which item, and since or from when on. */
export type DueWork = { kind: string; id: string; dueAt: Millis }

const PAGE = 100

const readShard = async (table: Pick<Table, 'due'>, shard: number, until: Millis): Promise<DueEntry[]> => {
  const found: DueEntry[] = []
  let after: DueEntry | undefined
  do {
    const page = await table.due({ shard, until, limit: PAGE, after })
    found.push(...page)
    after = page.length === PAGE ? page.at(-1) : undefined
  } while (after)
  return found
}

/** All work that is due at `until` or before, the oldest first, as the sweep of every minute finds it. Numbers of people are masked in ids. */
export const readDue = async (table: Pick<Table, 'due'>, until: Millis): Promise<DueWork[]> => {
  const shards = Array.from({ length: DUE_SHARDS }, (_none, shard) => readShard(table, shard, until))
  const entries = (await Promise.all(shards)).flat().toSorted((one, other) => one.dueAt - other.dueAt)
  return entries.map(({ key, dueAt }) => {
    const { kind, id } = pointerTo(key) ?? { kind: 'unknown', id: key.sk }
    return { kind, id: maskNumbers(id), dueAt }
  })
}
