import { timeIn } from '../../shared/kernel/ids.ts'
import { beijingDay, MINUTE, type Millis, SECOND } from '../../shared/kernel/time.ts'
import { timedName } from '../../shared/table/keys.ts'
import type { Page, Table } from '../../shared/table/table.ts'
import { entryOf } from './audit-store.ts'
import type { Entry } from './entry.ts'
import { auditKeys, auditLists } from './keys.ts'

/** An entry and the Beijing day that it is of. */
type DayEntry = Entry & { day: string }

type Deps = { table: Pick<Table, 'query'> }

/** A record is of the time when its operation began, and its id is made while that goes on; a clock may be set back between. */
const BEFORE: Millis = MINUTE
const AFTER: Millis = SECOND

const PAGE = 100

/** Looks among the entries of a day for that id, back from behind `until` to `from` (epoch ms). */
const findAmong = async ({ table }: Deps, id: string, day: string, [from, until]: readonly [Millis, Millis]) => {
  const nameAt = (at: Millis): string => auditKeys.entry(day, timedName(at, '')).sk
  const list = { ...auditLists.entries(day), limit: PAGE, newestFirst: true }
  for (let after: string | undefined = nameAt(until); after !== undefined && after > nameAt(from); ) {
    const page: Page = await table.query({ ...list, after })
    const found = page.items.find(({ sk }) => sk.endsWith(`#${id}`))
    if (found) return { ...entryOf(found), day }
    after = page.next
  }
  return undefined
}

/**
 * Where the record with an id of ours is; undefined where there is none. Ids say when they were made, and entries stand in the order of
 * their times: what is looked over is a minute of a day. A table call for each hundred records of that minute, and one more around midnight.
 */
export const findEntry = async (deps: Deps, id: string): Promise<DayEntry | undefined> => {
  const made = timeIn(id)
  const span = [made - BEFORE, made + AFTER] as const
  for (const day of new Set(span.map(beijingDay))) {
    const found = await findAmong(deps, id, day, span)
    if (found) return found
  }
  return undefined
}
