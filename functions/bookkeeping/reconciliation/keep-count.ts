import type { Fen } from '../../../shared/kernel/money.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import type { Update } from '../../../shared/table/write.ts'
import { bookkeepingKeys, bookkeepingLists } from '../keys.ts'
import { unexplainedFen } from './comparison.ts'
import { differenceOf } from './difference-store.ts'
import { type Report, type Run, runFinished, runOf, runRecounted } from './reconciliation-store.ts'

type CountDeps = { table: Table; clock: Clock }

/** What nobody has explained of a day's differences, those not counted that `but` names, in fen. What cannot be read counts nothing. */
const countDay = async (table: Table, channel: string, day: string, but: readonly string[]): Promise<Fen> => {
  const { read } = readEach(await queryAll(table, bookkeepingLists.differences(channel, day)), differenceOf)
  return unexplainedFen(read.filter(({ status, id }) => status === 'open' && !but.includes(id)))
}

/** Undefined also for a day that cannot be read: it holds up nothing. */
const findDay = async (table: Table, channel: string, day: string): Promise<Run | undefined> => {
  const item = await table.get(bookkeepingKeys.reconciliation(channel, day))
  return item && readEach([item], runOf).read[0]
}

const hasReport = (run: Run | undefined): run is Run & { report: Report } => run?.report !== undefined

/**
 * The new count of a day whose differences `settled` (ids) end in the same commit; none for a day that has no report yet, which counts
 * once it is done. The run is read before its differences, so that whoever counts in between makes it a conflict.
 */
export const countWithout = async (
  table: Table,
  { channel, day }: Pick<Run, 'channel' | 'day'>,
  settled: readonly string[],
): Promise<Update[]> => {
  const run = await findDay(table, channel, day)
  return hasReport(run) ? [runRecounted(run, await countDay(table, channel, day, settled))] : []
}

const TRIES = 4

/** Counts a day anew, of which something may have opened or ended since its report. Throws `Contended` where others keep counting. */
export const keepCount = async ({ table }: Pick<CountDeps, 'table'>, channel: string, day: string): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const run = await findDay(table, channel, day)
    if (!hasReport(run)) return
    const fen = await countDay(table, channel, day, [])
    if (fen === run.report.unexplainedFen) return
    const committed = await table.commit([runRecounted(run, fen)])
    if (committed.kind === 'committed') return
  }
  throw new Contended('others kept counting what is unexplained of a day')
}

/** Finishes a run with its report, counted anew where people settled something meanwhile. Throws `Contended` where they keep doing so. */
export const keepReport = async (deps: CountDeps, claimed: Run, report: Report): Promise<void> => {
  let run: Run | undefined = claimed
  for (let tries = 0; run && tries < TRIES; tries += 1) {
    const fen = tries === 0 ? report.unexplainedFen : await countDay(deps.table, run.channel, run.day, [])
    const committed = await deps.table.commit([runFinished(run, { ...report, unexplainedFen: fen }, deps.clock.now())])
    if (committed.kind === 'committed') return
    run = await findDay(deps.table, claimed.channel, claimed.day)
  }
  throw new Contended('others kept counting what is unexplained of a day')
}
