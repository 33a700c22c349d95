import type { Clock } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { PaymentChannel } from '../../payment/paying/provider.ts'
import { isComplaintId } from '../complaint.ts'
import { complaintOpened, complaintWoken } from '../complaint-store.ts'
import { complaintKeys, complaintWork } from '../keys.ts'

export type HearDeps = { table: Table; queue: Queue; clock: Clock }

/**
 * Something happened to a complaint: there is one item for it from now on, and the channel will be asked. A notification only
 * wakes, so that repeats and any order of them lead to the same. One call for a new complaint, two for a known one. False, and no
 * call, for what cannot be a complaint's id.
 */
export const hearComplaint = async (deps: HearDeps, channel: PaymentChannel, complaintId: string): Promise<boolean> => {
  if (!isComplaintId(complaintId)) return false
  const now = deps.clock.now()
  const opened = await deps.table.commit([complaintOpened(channel, complaintId, now)])
  if (opened.kind === 'conflict') await deps.table.commit([complaintWoken(channel, complaintId, now)])
  await deps.queue.wake([complaintWork.pointerTo(complaintKeys.complaint(channel, complaintId))])
  return true
}
