import * as z from 'zod/mini'
import type { AnnouncementOf, EventRow } from '../../shared/outbox/event-row.ts'
import { disabledByOthers } from './endpoints/endpoint.ts'

/** What the platform is told of its endpoints. */
export const webhookEvents = {
  'endpoint.disabled': {
    subject: 'endpoint',
    data: z.strictObject({ endpointId: z.string(), because: z.enum(disabledByOthers) }),
    means: {
      zh: '一个接收地址已被停用：地址答复 410，连续多日未收下任何事件，或由运营人员停用。其他接收地址会收到本事件。',
      en: 'An endpoint is disabled: its address answered 410, has taken nothing for days, or an operator switched it off. The other endpoints are told.',
    },
  },
  'endpoint.test': {
    subject: 'endpoint',
    data: z.strictObject({ endpointId: z.string() }),
    means: {
      zh: '应要求发送的测试事件，只发往该接收地址。',
      en: 'Somebody asked for a test; it goes to that endpoint alone.',
    },
  },
} as const satisfies Readonly<Record<string, EventRow>>

export type WebhookAnnouncement = AnnouncementOf<typeof webhookEvents>
