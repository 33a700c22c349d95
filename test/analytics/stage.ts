import { type Counts, cellsOf, together } from '../../functions/analytics/counts/counts.ts'
import type { MeasureName } from '../../functions/analytics/counts/measures.ts'
import { numbersOf } from '../../functions/analytics/days/day.ts'
import { dayOf } from '../../functions/analytics/days/day-store.ts'
import { type GatherDeps, gatherDays } from '../../functions/analytics/days/gather-days.ts'
import { analyticsLists } from '../../functions/analytics/keys.ts'
import type { Watch } from '../../functions/analytics/sources/watch.ts'
import { everyCompanyDesk } from '../../functions/certification/checking/desk.ts'
import { deskOf } from '../../functions/face/vendors/desk.ts'
import { settingsOf } from '../../functions/settings.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import { queryAll } from '../../shared/table/query-all.ts'
import type { Table } from '../../shared/table/table.ts'

const vendors = {
  identity: ['tencent_cloud', 'alibaba_cloud'],
  desks: ['tencent_cloud'].map(deskOf),
  companies: everyCompanyDesk,
}

/** Where nothing was refused and nothing rang. */
export const quietWatch: Watch = {
  prefix: 'shiming-test-',
  refusals: async () => [],
  alarmsSince: async () => ({ changes: [], now: [] }),
}

/** All that counting takes, at a time, with as long as it likes. What fails, fails the test unless it is expected. */
const gathering = (table: Table, now: Millis, more: Partial<GatherDeps> = {}): GatherDeps => ({
  table,
  clock: { now: () => now },
  vendors,
  watch: quietWatch,
  settings: settingsOf('production', undefined),
  remainingMs: () => 60_000,
  fault: (error) => {
    throw error
  },
  ...more,
})

/** Counts whatever is due at that time. */
export const count = (table: Table, now: Millis, more: Partial<GatherDeps> = {}): Promise<number> =>
  gatherDays(gathering(table, now, more))

/** Every day that was counted. */
export const daysIn = async (table: Table) => (await queryAll(table, analyticsLists.days)).map(dayOf)

/** The numbers of one day; of all together where none is named. */
export const numbersIn = async (table: Table, day?: string): Promise<Counts> => {
  const days = await daysIn(table)
  return together(days.filter((one) => day === undefined || one.day === day).map(numbersOf))
}

/** What a measure comes to, whatever it is told apart by. */
export const sumOf = (counts: Counts, measure: MeasureName): number =>
  cellsOf(counts).reduce((sum, cell) => (cell.measure === measure ? sum + cell.value : sum), 0)
