import type { Round } from '../../../shared/queue/scheduled.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Item, toldName } from '../../../shared/table/write.ts'
import { bookkeepingLists } from '../keys.ts'
import { differenceOf, type StoredDifference } from './difference-store.ts'

export type ApartDeps = Pick<Round, 'fault'>

/** Does one part of a day. What fails is told under `id` and holds up no other part; undefined then. */
export const apart = async <T>({ fault }: ApartDeps, id: string, part: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await part()
  } catch (error) {
    fault(error, id)
    return undefined
  }
}

/** Differences of a day as far as they can be read, and the sort keys of those that cannot. */
export type Stored = { differences: readonly StoredDifference[]; unreadable: ReadonlySet<string> }

/** Those stored differences of a channel's day that `isWanted`. One that cannot be read is told under its key. */
export const storedApart = async (
  deps: ApartDeps & { table: Table },
  channel: string,
  day: string,
  isWanted: (item: Item) => boolean = () => true,
): Promise<Stored> => {
  const differences: StoredDifference[] = []
  const unreadable = new Set<string>()
  for (const item of await queryAll(deps.table, bookkeepingLists.differences(channel, day))) {
    if (!isWanted(item)) continue
    const difference = await apart(deps, toldName(item), async () => differenceOf(item))
    if (difference) differences.push(difference)
    else unreadable.add(item.sk)
  }
  return { differences, unreadable }
}
