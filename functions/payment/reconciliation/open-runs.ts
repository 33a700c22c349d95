import { beijingDay, beijingDayStart, type Clock, HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import { keys, pointerTo } from '../../../shared/table/keys.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { PaymentChannel } from '../providers/provider.ts'
import { dayAfter } from './book.ts'
import { runOpened } from './reconciliation-store.ts'

/** Bills of a day are there from 10:00 in Beijing the day after; half an hour of grace. */
const BILLS_AFTER: Millis = 10 * HOUR + 30 * MINUTE

/** So many days are opened late if this service stood still. */
const CATCH_UP = 3

/** The last Beijing day whose bills should be there by now. */
const lastBilledDay = (now: Millis): string => {
  const today = beijingDay(now)
  return dayAfter(today, now - beijingDayStart(today) >= BILLS_AFTER ? -1 : -2)
}

/**
 * Opens the reconciliation of every day that is due and not known yet. Remembers the day it did so last, because it is called
 * every minute.
 */
export const runOpener = (deps: {
  table: Table
  queue: Queue
  clock: Clock
  channels: readonly PaymentChannel[]
}): (() => Promise<void>) => {
  let openedUpTo = ''
  return async () => {
    const now = deps.clock.now()
    const last = lastBilledDay(now)
    if (last === openedUpTo) return
    for (let back = CATCH_UP - 1; back >= 0; back -= 1) {
      const day = dayAfter(last, -back)
      for (const channel of deps.channels) {
        const opened = await deps.table.commit([runOpened(channel, day, now)])
        const pointer = pointerTo(keys.reconciliation(channel, day))
        if (opened.kind === 'committed' && pointer) await deps.queue.wake([pointer])
      }
    }
    openedUpTo = last
  }
}
