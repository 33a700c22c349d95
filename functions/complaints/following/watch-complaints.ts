import type { Alarm } from '../../../shared/kernel/alarm.ts'
import { beijingDay, type Clock, DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Round } from '../../../shared/queue/scheduled.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { isComplaintId, isNews } from '../complaint.ts'
import type { ChannelComplaint, ComplaintDesk } from '../complaint-desk.ts'
import { complaintKey, complaintOf } from '../complaint-store.ts'
import { hearComplaint } from './hear-complaint.ts'

export type WatchDeps = Round & {
  table: Table
  queue: Queue
  clock: Clock
  desk: () => Promise<ComplaintDesk>
  alarm: Alarm
}

/** The channel lists at most 30 days at once, both ends included. */
const LOOK_BACK = 29 * DAY
const PAGE = 50
/** Time for one page and what it leads to. */
const RESERVE: Millis = 12_000

/** `2026-11-20`, Beijing. */
const dayOf = (at: Millis): string => beijingDay(at).replace(/^(\d{4})(\d{2})/, '$1-$2-')

/** Whether an item of ours, if there is one, has not heard of it yet, or it went on after its end. */
const isUnheard = ({ fault }: WatchDeps, one: ChannelComplaint, item: Item | undefined): boolean => {
  try {
    return !item || isNews(complaintOf(item), one)
  } catch (error) {
    fault(error, one.complaintId)
    return false
  }
}

/** Those of a page that are news. One call. One that cannot be read is told, and keeps no other from being heard of. */
const newsIn = async (deps: WatchDeps, page: readonly ChannelComplaint[]): Promise<ChannelComplaint[]> => {
  const told = page.filter(({ complaintId }) => isComplaintId(complaintId))
  const items = told.length > 0 ? await deps.table.getMany(told.map(complaintKey)) : []
  return told.filter((one, at) => isUnheard(deps, one, items[at]))
}

/** Hears of one; false if that failed, which is told. */
const isHeard = async (deps: WatchDeps, desk: ComplaintDesk, { complaintId }: ChannelComplaint): Promise<boolean> => {
  try {
    await hearComplaint(deps, desk.channel, complaintId)
    return true
  } catch (error) {
    deps.fault(error, complaintId)
    return false
  }
}

/**
 * Goes through the channel's own list of the last 30 days and hears of what no notification told. It keeps no state, so that a
 * run that failed or never was is made up for by the next. Answers how many it found.
 */
export const watchComplaints = async (deps: WatchDeps): Promise<number> => {
  const desk = await deps.desk()
  const now = deps.clock.now()
  const span = { from: dayOf(now - LOOK_BACK), to: dayOf(now), limit: PAGE }
  let found = 0
  for (let offset = 0; deps.remainingMs() > RESERVE; offset += PAGE) {
    const page = await desk.list({ ...span, offset })
    if (page.kind === 'unavailable') {
      deps.alarm('complaints_not_listed', { channel: desk.channel, code: page.code })
      return found
    }
    for (const one of await newsIn(deps, page.complaints)) if (await isHeard(deps, desk, one)) found += 1
    if (page.complaints.length < PAGE || offset + PAGE >= page.total) return found
  }
  deps.alarm('complaints_not_listed', { channel: desk.channel, code: 'out_of_time' })
  return found
}
