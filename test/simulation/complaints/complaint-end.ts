import { complaintKeys } from '../../../functions/complaints/keys.ts'
import type { Item } from '../../../shared/table/write.ts'
import { clerks } from '../clerks/operators.ts'
import { itemAt, type World } from '../world/world.ts'
import { completes, replies, watches } from './complaint-clerks.ts'
import { isEnded } from './complaint-items.ts'

/** A complaint that waits for a person and for nothing else: it was looked at, nothing is owed to it, and nobody looks at it now. */
const waitsForPerson = (world: World, { sk, ...item }: Item): boolean =>
  sk === 'COMPLAINT' &&
  !isEnded({ ...item, sk }) &&
  item.toldAt !== undefined &&
  item.pending === undefined &&
  Number(item.leaseUntil ?? 0) <= world.time.now

/** Somebody sees to a complaint: answers it, then ends it. False where none waits for that. */
export const complaintIsSeenTo = async (world: World): Promise<boolean> => {
  const item = [...world.items.values()].find((one) => waitsForPerson(world, one))
  if (!item) return false
  const id = String(item.complaintId)
  const deed =
    item.status === 'open'
      ? replies(world, clerks.zhao, id, { text: `第${item.followUps}次回复` })
      : completes(world, clerks.zhao, id)
  await deed.over
  return true
}

/** The channel has something to say of a complaint of which no notification came, and for which nobody asks any more. */
const isNews = (world: World, complaintId: string, isOver: boolean): boolean => {
  const item = itemAt(world, complaintKeys.complaint('wechat_pay', complaintId))
  return !item || (isEnded(item) && !isOver)
}

/** The channel's list is looked through where it has news. False where it has none. */
export const complaintsAreHeardOf = async (world: World): Promise<boolean> => {
  const all = [...world.channel.complaints.values()]
  if (!all.some(({ complaintId, state }) => isNews(world, complaintId, state === 'processed'))) return false
  await watches(world).over
  return true
}
