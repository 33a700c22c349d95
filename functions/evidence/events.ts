import * as z from 'zod/mini'
import type { AnnouncementOf, EventRow } from '../../shared/outbox/event-row.ts'
import { evidenceEnds, evidenceKinds } from './evidence.ts'

/** What the platform is told of evidence. */
export const evidenceEvents = {
  'evidence.ended': {
    subject: 'account',
    data: z.strictObject({ kind: z.enum(evidenceKinds), because: z.enum(['expired', ...evidenceEnds]) }),
    means: {
      zh: '一项实名证据已失效：有效期已过、运营商已将手机号分配给他人，或银行卡已解绑；等级可能因此降低。',
      en: 'A piece of evidence counts no more: its time is over, the carrier gave the number to somebody else, or the bank card was taken off; the level may be lower for it.',
    },
  },
} as const satisfies Readonly<Record<string, EventRow>>

export type EvidenceAnnouncement = AnnouncementOf<typeof evidenceEvents>
