import * as z from 'zod/mini'
import type { AnnouncementOf, EventRow } from '../../shared/outbox/event-row.ts'

const about = z.strictObject({ business: z.string() })

/** What the platform is told of what hangs on an identity. */
export const clearingEvents = {
  'business.bound': {
    subject: 'account',
    data: about,
    means: {
      zh: '业务已绑定到账号的实名身份；之前的绑定因实名清除而失效的，为重新绑定。',
      en: 'A business relies on the identity of the account; also anew, where the identity it relied on was cleared.',
    },
  },
  'business.unbound': {
    subject: 'account',
    data: about,
    means: { zh: '业务与账号已解除绑定。', en: 'A business relies on the identity of the account no more.' },
  },
} as const satisfies Readonly<Record<string, EventRow>>

export type ClearingAnnouncement = AnnouncementOf<typeof clearingEvents>
