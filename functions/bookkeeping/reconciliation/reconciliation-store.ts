import * as z from 'zod/mini'
import type { Fen } from '../../../shared/kernel/money.ts'
import { target } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { DUE, due, listedAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  absent,
  all,
  any,
  atMost,
  type Condition,
  equalsOrAbsent,
  type Item,
  isNew,
  type Key,
  type Put,
  put,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { type PaymentChannel, paymentChannels } from '../../payment/paying/provider.ts'
import { bookkeepingKeys, bookkeepingLists } from '../keys.ts'
import { runStatuses, runTransitions } from './run.ts'
import { billKinds, setAsideReasons } from './set-aside.ts'

/** Of days before this was kept. */
const NOTHING_ASIDE = { trade: 0, account: 0, rows: [] }

const setAsideRow = z.object({
  bill: z.enum(billKinds),
  row: z.int(),
  because: z.enum(setAsideReasons),
  number: z.string(),
  kind: z.string(),
  fen: z.optional(z.int()),
})

const storedRun = z.object({
  channel: z.enum(paymentChannels),
  day: z.string(),
  status: z.enum(runStatuses),
  openedAt: z.number(),
  finishedAt: z.optional(z.number()),
  /** When each alarm about its bills last rang. */
  rung: z._default(z.record(z.string(), z.number()), () => ({})),
  /** How often what is unexplained was counted: whoever counts writes only over the count they knew. */
  counts: z.optional(z.int()),
  report: z.optional(
    z.object({
      rows: z.int(),
      paidFen: z.int(),
      refundedFen: z.int(),
      feeFen: z.int(),
      settledFen: z.int(),
      differences: z.int(),
      unexplainedFen: z.int(),
      fileName: z.string(),
      fileSha256: z.string(),
      setAside: z._default(z.object({ trade: z.int(), account: z.int(), rows: z.array(setAsideRow) }), NOTHING_ASIDE),
    }),
  ),
})

/** The comparison of one channel's Beijing day: owed until the bill is there and everything in it is dealt with. */
export type Run = z.infer<typeof storedRun>
export type Report = NonNullable<Run['report']>

export const runOf = (item: Item): Run => z.parse(storedRun, item)

/** The day a run of its channel's list is for. The index knows it, also where the rest of the item cannot be read. */
export const dayListed = (item: Item): string => String(item.listAt)

/**
 * What the day after must know of a run, also of one that cannot be read as a whole: whether it is done, and since when (epoch ms)
 * it is not; `openedBy` where it does not say that.
 */
export const turnOf = ({ status, openedAt }: Item, openedBy: Millis): Pick<Run, 'status' | 'openedAt'> => ({
  status: runStatuses.find((one) => one === status) ?? 'due',
  openedAt: typeof openedAt === 'number' ? openedAt : openedBy,
})

/** A day is to be reconciled. A conflict means that it is already known. */
export const runOpened = (of: PaymentChannel, day: string, now: Millis): Put => {
  const key = bookkeepingKeys.reconciliation(of, day)
  const run: Run = { channel: of, day, status: 'due', openedAt: now, rung: {} }
  const list = listedAt(bookkeepingLists.reconciliations(of), Number(day))
  return put(key, { ...run, ...due(key, now), ...list }, isNew, 'run_exists')
}

/** Longer than a run may last, so that a day is never held against the ledger twice at once. */
const LEASE: Millis = 6 * MINUTE

/** Takes the run; answers it. A run that died is taken again when the lease is over. */
export const runClaimed = (key: Key, now: Millis): Update =>
  update(
    key,
    { set: { leaseUntil: now + LEASE, ...due(key, now + LEASE) }, remove: ['wakePause'] },
    all(stateAllows(runTransitions, 'claimed'), any(absent('leaseUntil'), atMost('leaseUntil', now))),
  )

/** Not yet: the bill is not there or damaged, it is not its turn, the channel owes an answer, or something failed. */
export const runWaits = (run: Run, at: Millis): Update => {
  const key = bookkeepingKeys.reconciliation(run.channel, run.day)
  const set = { rung: run.rung, ...due(key, at) }
  return update(key, { set, remove: ['wakePause', 'leaseUntil'] }, stateAllows(runTransitions, 'waited'))
}

const countedAs = ({ counts }: Run): Condition => equalsOrAbsent('counts', counts)

/** Somebody else counted meanwhile. */
const RECOUNTED = 'recounted'

/** Everything in the bill is dealt with; a repeat writes the same report. */
export const runFinished = (run: Run, report: Report, at: Millis): Update =>
  update(
    bookkeepingKeys.reconciliation(run.channel, run.day),
    {
      set: { status: target(runTransitions, 'finished'), report: { ...report }, finishedAt: at },
      add: { counts: 1 },
      remove: [...DUE, 'leaseUntil', 'rung'],
    },
    all(stateAllows(runTransitions, 'finished'), countedAs(run)),
    RECOUNTED,
  )

/** So much of a day that has a report is unexplained now, in fen. */
export const runRecounted = (run: Run & { report: Report }, fen: Fen): Update =>
  update(
    bookkeepingKeys.reconciliation(run.channel, run.day),
    { set: { report: { ...run.report, unexplainedFen: fen } }, add: { counts: 1 } },
    countedAs(run),
    RECOUNTED,
  )

/** How long to wait for a bill that is not there yet. */
export const BILL_PAUSE: Millis = 30 * MINUTE

/** An operator wants the day compared once more. */
export const runReopened = (run: Run, now: Millis): Update => {
  const key = bookkeepingKeys.reconciliation(run.channel, run.day)
  return update(
    key,
    { set: { status: target(runTransitions, 'reopened'), ...due(key, now) }, remove: ['wakePause'] },
    stateAllows(runTransitions, 'reopened'),
  )
}
