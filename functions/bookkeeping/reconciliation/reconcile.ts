import { dayAfter } from '../../../shared/kernel/days.ts'
import type { Fen } from '../../../shared/kernel/money.ts'
import { beijingDayStart, DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { Round } from '../../../shared/queue/scheduled.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { channelSettled } from '../../payment/ledger/ledger.ts'
import type { PaymentChannel } from '../../payment/paying/provider.ts'
import { bookkeepingKeys, bookkeepingLists, reconciliationWork } from '../keys.ts'
import { bookedForDay } from '../ledger/day-ledger-store.ts'
import type { BookkeepingSettings } from '../settings.ts'
import type { Bill, BillAnswer, BillSource, Settlement } from './bill.ts'
import { compare, differenceStatuses, unexplainedFen } from './comparison.ts'
import { differenceOf, type StoredDifference } from './difference-store.ts'
import { keepCount, keepReport } from './keep-count.ts'
import { apart, storedApart } from './read-apart.ts'
import { bookAround } from './read-book.ts'
import {
  BILL_PAUSE,
  type Report,
  type Run,
  runClaimed,
  runFinished,
  runOf,
  runWaits,
  turnOf,
} from './reconciliation-store.ts'
import { ring } from './ring.ts'
import { type SetAside, setAsideOf } from './set-aside.ts'
import { type DifferenceDeps, settleDifferences, settleMovements } from './settle-differences.ts'

export type ReconcileDeps = DifferenceDeps & {
  settings: { reconciliation: Pick<BookkeepingSettings['reconciliation'], 'shared'> }
  /** Undefined where this deployment has no account at the channel. */
  bills: (channel: PaymentChannel) => Promise<BillSource | undefined>
}

/** A bill that has not come by then never will: WeChat Pay says "creating" for ever about some days without trade. */
const GIVE_UP: Millis = 3 * DAY

/** Every stored difference of a channel's day. */
export const readDifferences = async (table: Table, channel: string, day: string): Promise<StoredDifference[]> =>
  (await queryAll(table, bookkeepingLists.differences(channel, day))).map(differenceOf)

type Read = Pick<Bill, 'rows' | 'setAside' | 'totals'> & { file: Pick<Bill['file'], 'name' | 'sha256'> }

const NOTHING: Read = {
  rows: [],
  setAside: [],
  totals: { paidFen: 0, refundedFen: 0, feeFen: 0 },
  file: { name: '', sha256: '' },
}

const isLate = (deps: ReconcileDeps, run: Run): boolean => deps.clock.now() > beijingDayStart(run.day) + DAY + GIVE_UP

/** The bill to work with, or undefined when it must be asked for again. */
const readable = (deps: ReconcileDeps, run: Run, answer: BillAnswer): Read | undefined => {
  if (answer.kind === 'bill') return answer.bill
  if (answer.kind === 'absent') return NOTHING
  if (answer.kind === 'damaged') ring(deps, run, 'bill_damaged', { reason: answer.reason })
  const neverCame = isLate(deps, run)
  if (neverCame) ring(deps, run, 'bill_never_came', { answer: answer.kind })
  return neverCame && answer.kind === 'not_ready' ? NOTHING : undefined
}

type Settled = { settledFen: Fen; setAside: readonly SetAside[] }

/**
 * What left the channel's hands. Where other tills use the account too, what was withdrawn is theirs as well, and how much nobody
 * can say: what our rows come to counts as paid out to us on the day itself.
 */
const book = async (deps: ReconcileDeps, run: Run, settlement: Settlement): Promise<Settled> => {
  const { channel, day } = run
  const { feeFen, netFen, setAside } = settlement
  const settledFen = deps.settings.reconciliation.shared.includes(channel) ? netFen : settlement.settledFen
  if (settledFen !== 0 || feeFen !== 0) {
    const booking = channelSettled({ channel, day, settledFen, feeFen, at: beijingDayStart(day) + DAY - 1 })
    await deps.table.commit([bookedForDay(channel, day, booking)])
  }
  return { settledFen, setAside }
}

/**
 * What the channel paid out and charged; booked once. Undefined when its bill, which may come later than the trade bill or damaged,
 * must be asked for again: nothing else would ever book it.
 */
const bookSettlement = async (
  deps: ReconcileDeps,
  run: Run,
  source: BillSource,
  { rows }: Read,
): Promise<Settled | undefined> => {
  const answer = await source.settlement(run.day, rows)
  if (answer.kind === 'settlement') return book(deps, run, answer.settlement)
  if (answer.kind !== 'absent') {
    if (answer.kind === 'damaged') ring(deps, run, 'fund_bill_damaged', { reason: answer.reason })
    if (!isLate(deps, run)) return undefined
    ring(deps, run, 'fund_bill_never_came', { answer: answer.kind })
  }
  return { settledFen: 0, setAside: [] }
}

/** Still waits for a bill. It is asked of the item itself, so that what is over and cannot be read holds up nothing. */
const isOver = ({ status }: Item): boolean => differenceStatuses.some((one) => one === status && one !== 'waiting')

/** Of a day that is done once more: what its bill, which may be another by now, or the channel may know at last. */
const isUnbilled = ({ status, kind }: Item): boolean => status === 'open' && String(kind).endsWith('_missing_there')

/**
 * Everything is dealt with; undefined while the channel has not answered everything it was asked, or something failed, which is
 * told. Every part is done whatever becomes of the others.
 */
const holdAgainstLedger = async (
  deps: ReconcileDeps,
  run: Run,
  source: BillSource,
  read: Read,
): Promise<Report | undefined> => {
  const { channel, day } = run
  const from = beijingDayStart(day)
  const part = <T>(name: string, act: () => Promise<T>) => apart(deps, `${channel}#${day} ${name}`, act)
  const isSettled = await part('waiting', async () => {
    const dayBefore = dayAfter(day, -1)
    const before = await storedApart(deps, channel, dayBefore, (item) => !isOver(item))
    const isLookedAt = await settleMovements(deps, before, read.rows)
    await keepCount(deps, channel, dayBefore)
    return isLookedAt
  })
  const isLookedAgain = await part('missed', async () =>
    settleMovements(deps, await storedApart(deps, channel, day, isUnbilled), read.rows),
  )
  const isDealtWith = await part('differences', async () => {
    const book = await bookAround(deps.table, channel, day)
    const known = await storedApart(deps, channel, day)
    return settleDifferences(deps, run, compare(read.rows, book, { from, until: from + DAY }), known)
  })
  const settled = await part('settlement', () => bookSettlement(deps, run, source, read))
  if (!isSettled || !isLookedAgain || !isDealtWith || settled === undefined) return undefined
  const all = await readDifferences(deps.table, channel, day)
  return {
    ...read.totals,
    rows: read.rows.length,
    settledFen: settled.settledFen,
    differences: all.length,
    unexplainedFen: unexplainedFen(all.filter(({ status }) => status === 'open')),
    fileName: read.file.name,
    fileSha256: read.file.sha256,
    setAside: setAsideOf(read.setAside, settled.setAside),
  }
}

/**
 * Days are dealt with in their order: a refund the channel gave by itself means nothing before its payment is known, and what a
 * day leaves waiting is looked for in the next one. A day whose bill never comes holds up nobody for longer than that.
 */
const isItsTurn = async (deps: ReconcileDeps, { channel, day }: Run): Promise<boolean> => {
  const found = await deps.table.get(bookkeepingKeys.reconciliation(channel, dayAfter(day, -1)))
  const before = found && turnOf(found, beijingDayStart(day) + DAY)
  return !before || before.status === 'done' || deps.clock.now() > before.openedAt + GIVE_UP
}

const wakeRun = (deps: ReconcileDeps, channel: PaymentChannel, day: string): Promise<void> =>
  deps.queue.wake([reconciliationWork.pointerTo(bookkeepingKeys.reconciliation(channel, day))])

/** Waits for the day before; goes on at once if that was finished while this was written, and could not wake it yet. */
const waitItsTurn = async (deps: ReconcileDeps, run: Run): Promise<void> => {
  await deps.table.commit([runWaits(run, deps.clock.now() + BILL_PAUSE)])
  if (await isItsTurn(deps, run)) await wakeRun(deps, run.channel, run.day)
}

/** Whoever waited for this day goes on. */
const wakeDayAfter = async (deps: ReconcileDeps, { channel, day }: Run): Promise<void> => {
  const next = dayAfter(day, 1)
  const found = await deps.table.get(bookkeepingKeys.reconciliation(channel, next))
  if (found && turnOf(found, 0).status === 'due') await wakeRun(deps, channel, next)
}

/**
 * Holds one channel's day against the ledger, both ways, and acts on every difference. Every step can be repeated: a run that
 * died goes on where it stopped, and a rerun changes nothing. What fails in a day is told to `fault`, the rest of it done, and the
 * day looked at again like one whose bill is not there. Answers in a word what happened.
 */
export const reconcile = async (deps: ReconcileDeps, id: string): Promise<string> => {
  const key = reconciliationWork.keyOf(id)
  if (!key) return 'no_such_run'
  const claimed = await deps.table.update(runClaimed(key, deps.clock.now()))
  if (claimed.kind === 'conflict') return 'nothing_owed'
  const run = runOf(claimed.item)
  if (!(await isItsTurn(deps, run))) {
    await waitItsTurn(deps, run)
    return 'day_before_awaited'
  }
  const source = await deps.bills(run.channel)
  const answer: BillAnswer = source ? await source.tradeBill(run.day) : { kind: 'absent' }
  const read = readable(deps, run, answer)
  if (!source || !read) {
    const now = deps.clock.now()
    await deps.table.commit([source ? runWaits(run, now + BILL_PAUSE) : runFinished(run, EMPTY, now)])
    return source ? answer.kind : 'no_account'
  }
  let isFaulty = false
  const fault: Round['fault'] = (error, part) => {
    isFaulty = true
    deps.fault(error, part)
  }
  const report = await holdAgainstLedger({ ...deps, fault }, run, source, read)
  if (!report) {
    await deps.table.commit([runWaits(run, deps.clock.now() + BILL_PAUSE)])
    return isFaulty ? 'not_all_done' : 'answers_awaited'
  }
  await keepReport(deps, run, report)
  await wakeDayAfter(deps, run)
  return 'done'
}

const EMPTY: Report = {
  rows: 0,
  paidFen: 0,
  refundedFen: 0,
  feeFen: 0,
  settledFen: 0,
  differences: 0,
  unexplainedFen: 0,
  fileName: '',
  fileSha256: '',
  setAside: setAsideOf([], []),
}
