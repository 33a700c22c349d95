import type { Millis } from '../../shared/kernel/time.ts'
import { announced } from '../../shared/outbox/announced.ts'
import type { Update } from '../../shared/table/write.ts'
import type { MessagingAnnouncement } from './events.ts'
import type { FailureReason, Message } from './sending/message.ts'

/** M2 that a message is tried no more is told to the platform, by the commit that gives it up. */
export const failureAnnounced = (
  { id: messageId, accountId }: Pick<Message, 'id' | 'accountId'>,
  reason: FailureReason,
  now: Millis,
): Update => {
  const event: MessagingAnnouncement = { type: 'message.failed', data: { messageId, reason } }
  return announced({ kind: 'message', id: messageId }, [{ ...event, accountId }], now)
}
