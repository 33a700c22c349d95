import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item, Write } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Attempt } from '../../outgoing/attempt.ts'
import { decide, luckOf } from '../../outgoing/ladder.ts'
import type { OutgoingSettings } from '../../outgoing/settings.ts'
import { failureAnnounced } from '../announced-store.ts'
import { type ChannelSettings, channelGone, channelResealed, channelsOf, targetOf } from '../channel-store.ts'
import type { MessageChannel } from '../channels/message-channel.ts'
import { messageWork, messagingKeys } from '../keys.ts'
import type { FailureReason, Message } from '../sending/message.ts'
import { messageDelivered, messageFailed, messageOf, messageWaits } from '../sending/message-store.ts'

export type DeliverDeps = {
  table: Table
  keyRing: () => Promise<KeyRing>
  clock: Clock
  ids: Pick<Ids, 'below'>
  settings: Pick<OutgoingSettings, 'deliveries'>
  channels: Record<ChannelSettings['kind'], MessageChannel>
}

/** How a delivery job ended: what the message became, or why nothing was done. */
export type Delivered = 'delivered' | 'failed' | 'waits' | 'nothing_owed' | 'not_yet' | 'overtaken'

const tryDelivery = async (
  deps: DeliverDeps,
  message: Message,
  channel?: ChannelSettings,
): Promise<Attempt<FailureReason>> => {
  if (!channel) return { kind: 'refused', reason: 'channel_removed' }
  const now = deps.clock.now()
  return deps.channels[channel.kind](targetOf(await deps.keyRing(), message.accountId, channel, now), message, now)
}

const writesOf = (
  deps: DeliverDeps,
  message: Message,
  attempt: Attempt<FailureReason>,
): { writes: Write[]; ended: Delivered } => {
  const now = deps.clock.now()
  const decided = decide(attempt, message.attempts, deps.settings.deliveries.attempts, now, luckOf(deps.ids))
  if (decided.to === 'taken') return { writes: [messageDelivered(message, now)], ended: 'delivered' }
  if (decided.to === 'later')
    return { writes: [messageWaits(message, decided.reason, decided.notBefore)], ended: 'waits' }
  const failed = [messageFailed(message, decided.reason, now), failureAnnounced(message, decided.reason, now)]
  const { accountId, option } = message
  const isGone = decided.reason === 'gone' && option !== undefined
  return { writes: isGone ? [...failed, channelGone(accountId, option, now)] : failed, ended: 'failed' }
}

/** Whoever saves the channel at the same moment is right, and the next delivery tries again. */
const reseal = async (deps: DeliverDeps, accountId: string, channel: ChannelSettings, before: Item): Promise<void> => {
  const resealed = channelResealed(await deps.keyRing(), accountId, channel, before, deps.clock.now())
  if (resealed) await deps.table.update(resealed)
}

/**
 * Makes one attempt at the message a pointer (`<account>.<message>`) names. Before its time, or when it is over, nothing
 * happens. Two workers with the same pointer may both call the channel (receivers tell by webhook-id), but the message ends
 * one way: what follows is written only if no other attempt was written meanwhile. Throws where a signing secret cannot be opened:
 * the message waits, no attempt is counted. Two table calls, one more that moves secrets to the current version of the key.
 */
export const deliver = async (deps: DeliverDeps, id: string): Promise<Delivered> => {
  const key = messageWork.keyOf(id)
  const accountId = id.slice(0, id.indexOf('.'))
  if (!key) return 'nothing_owed'
  const [item, channels] = await deps.table.getMany([key, messagingKeys.channels(accountId)])
  const message = item && messageOf(item)
  if (message?.status !== 'accepted') return 'nothing_owed'
  if ((message.notBefore ?? 0) > deps.clock.now()) return 'not_yet'
  const channel = channelsOf(channels).get(message.option ?? '')
  const attempt = await tryDelivery(deps, message, channel)
  const { writes, ended } = writesOf(deps, message, attempt)
  const committed = await deps.table.commit(writes)
  if (committed.kind !== 'committed') return 'overtaken'
  if (channel && channels) await reseal(deps, accountId, channel, channels)
  return ended
}
