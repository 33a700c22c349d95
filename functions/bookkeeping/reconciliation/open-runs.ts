import { dayAfter } from '../../../shared/kernel/days.ts'
import { beijingDay, beijingDayStart, type Clock, HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { PaymentChannel } from '../../payment/paying/provider.ts'
import { bookkeepingKeys, bookkeepingLists, reconciliationWork } from '../keys.ts'
import { dayListed, runOpened } from './reconciliation-store.ts'

/** Bills of a day are there from 10:00 in Beijing the day after; half an hour of grace. */
const BILLS_AFTER: Millis = 10 * HOUR + 30 * MINUTE

/** A service that begins looks back so far. */
const FIRST_DAYS = 3

/** However long it stood still: channels keep their bills for three months. */
const MOST_DAYS = 80

/** The last Beijing day whose bills should be there by now. */
const lastBilledDay = (now: Millis): string => {
  const today = beijingDay(now)
  return dayAfter(today, now - beijingDayStart(today) >= BILLS_AFTER ? -1 : -2)
}

/** The days from the newest one that is known on, oldest first. */
const missingDays = async (table: Table, channel: PaymentChannel, last: string): Promise<string[]> => {
  const { items } = await table.list({ list: bookkeepingLists.reconciliations(channel), limit: 1, newestFirst: true })
  const newest = items[0] ? dayListed(items[0]) : dayAfter(last, -FIRST_DAYS)
  const days: string[] = []
  for (let day = last; day > newest && days.length < MOST_DAYS; day = dayAfter(day, -1)) days.unshift(day)
  return days
}

/**
 * Opens the reconciliation of every day that is due and not known yet. Remembers of each channel the day it did so last, because
 * it is called every minute. A channel whose days cannot be opened is told to `fault` and tried again, and keeps no other from
 * its days; its own are opened in their order.
 */
export const runOpener = (deps: {
  table: Table
  queue: Queue
  clock: Clock
  channels: readonly PaymentChannel[]
}): ((fault: (error: unknown, id: string) => void) => Promise<void>) => {
  const openedUpTo = new Map<PaymentChannel, string>()
  const openUpTo = async (channel: PaymentChannel, last: string, now: Millis): Promise<void> => {
    for (const day of await missingDays(deps.table, channel, last)) {
      const opened = await deps.table.commit([runOpened(channel, day, now)])
      const pointer = reconciliationWork.pointerTo(bookkeepingKeys.reconciliation(channel, day))
      if (opened.kind === 'committed') await deps.queue.wake([pointer])
    }
    openedUpTo.set(channel, last)
  }
  return async (fault) => {
    const now = deps.clock.now()
    const last = lastBilledDay(now)
    for (const channel of deps.channels) {
      if (openedUpTo.get(channel) === last) continue
      await openUpTo(channel, last, now).catch((error: unknown) => fault(error, channel))
    }
  }
}
