import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Letter } from '../../../shared/kernel/letter.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Put } from '../../../shared/table/write.ts'
import type { MessagingSettings } from '../settings.ts'
import { accepted } from './message.ts'
import { messageAccepted } from './message-store.ts'

/** Puts messages of ours into inboxes. They count against no limit, and nobody sent them, so that they have no record of a sending. */
export const notices =
  (ids: Ids, keeping: MessagingSettings['keeping']) =>
  (accountId: string, { title, content }: Letter, now: Millis): Put => {
    const notice = accepted({ title, content, template: 'txt', channel: 'inbox' }, accountId, ids.id(), now)
    return messageAccepted({ ...notice, sender: 'service' }, keeping)
  }
