import type { Queue } from '../queue/queue.ts'
import type { Table } from '../table/table.ts'
import type { Write } from '../table/write.ts'
import { isAnnouncement, outboxWork } from './announced.ts'

const wakeFor = async (writes: readonly Write[], queue: Pick<Queue, 'wake'>): Promise<void> => {
  const told = writes.filter(isAnnouncement)
  if (told.length > 0) await queue.wake(told.map(({ key }) => outboxWork.pointerTo(key)))
}

/**
 * A table whose commits wake whoever tells the events that they announce, so that no operation can forget it. As every wake-up it is best
 * effort: the outbox is due all the same.
 */
export const wakingTable = <T extends Table>(table: T, queue: Pick<Queue, 'wake'>): T => ({
  ...table,
  async update(write) {
    const updated = await table.update(write)
    if (updated.kind === 'updated') await wakeFor([write], queue)
    return updated
  },
  async commit(writes) {
    const committed = await table.commit(writes)
    if (committed.kind === 'committed') await wakeFor(writes, queue)
    return committed
  },
})
