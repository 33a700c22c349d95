import { dayAfter } from '../../../shared/kernel/days.ts'
import type { Table } from '../../../shared/table/table.ts'
import { auditLists } from '../keys.ts'

/** How far back the very first root looks for records. */
const FIRST_DAYS = 40

/** The oldest of the last forty days that has a record; undefined where none has. A call for each day without one. */
export const findOldestDay = async (
  { table }: { table: Pick<Table, 'query'> },
  today: string,
): Promise<string | undefined> => {
  for (let back = FIRST_DAYS; back >= 1; back -= 1) {
    const day = dayAfter(today, -back)
    const { items } = await table.query({ ...auditLists.entries(day), limit: 1 })
    if (items.length > 0) return day
  }
  return undefined
}
