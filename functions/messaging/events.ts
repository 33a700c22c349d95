import * as z from 'zod/mini'
import type { AnnouncementOf, EventRow } from '../../shared/outbox/event-row.ts'
import { failureReasons } from './sending/message.ts'

/** What the platform is told of messages. */
export const messagingEvents = {
  'message.failed': {
    subject: 'message',
    data: z.strictObject({ messageId: z.string(), reason: z.enum(failureReasons) }),
    means: {
      zh: '消息最终未能送达用户设置的渠道。',
      en: 'A message could not be delivered to the channel of its user, and is tried no more.',
    },
  },
} as const satisfies Readonly<Record<string, EventRow>>

export type MessagingAnnouncement = AnnouncementOf<typeof messagingEvents>
