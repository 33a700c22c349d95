import type { Millis } from '../../../shared/kernel/time.ts'
import type { Put } from '../../../shared/table/write.ts'
import type { MessagingSettings } from '../settings.ts'
import { accepted } from './message.ts'
import { messageAccepted } from './message-store.ts'

/** A message of ours in the inbox of an account. It counts against no limit, and nobody sent it, so that it has no record of a sending. */
export const noticeSent = (
  of: { accountId: string; id: string; title: string; content: string },
  keeping: MessagingSettings['keeping'],
  now: Millis,
): Put => {
  const { accountId, id, title, content } = of
  return messageAccepted(accepted({ title, content, template: 'txt', channel: 'inbox' }, accountId, id, now), keeping)
}
