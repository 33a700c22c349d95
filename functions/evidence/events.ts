import * as z from 'zod/mini'
import type { AnnouncementOf, EventRow } from '../../shared/outbox/event-row.ts'
import { evidenceEnds, evidenceKinds } from './evidence.ts'
import { levelCauses } from './level-change.ts'

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
  'level.changed': {
    subject: 'account',
    data: z.strictObject({ from: z.int(), to: z.int(), because: z.enum(levelCauses) }),
    means: {
      zh: '账号的实名等级变了：证明了更多，或有证据失效，或实名已被清除。from 总是上一次告知的等级。',
      en: 'The level of the account is another: more was proven, evidence ended, or it is nobody any more. `from` is always the level that was told last.',
    },
  },
} as const satisfies Readonly<Record<string, EventRow>>

export type EvidenceAnnouncement = AnnouncementOf<typeof evidenceEvents>
