import * as z from 'zod/mini'
import type { AnnouncementOf, EventRow } from '../../shared/outbox/event-row.ts'
import { banners } from './bans/ban.ts'

/** What the platform is told of accounts. */
export const accountEvents = {
  'account.banned': {
    subject: 'account',
    data: z.strictObject({ by: z.enum(banners) }),
    means: {
      zh: '账号被封禁：由平台封禁，或因恶意投诉达到上限。',
      en: 'The account is banned: by the platform, or for as many malicious complaints as it takes.',
    },
  },
  'account.unbanned': {
    subject: 'account',
    data: z.strictObject({ lifted: z.array(z.enum(banners)), stillBanned: z.boolean() }),
    means: {
      zh: '封禁被解除；stillBanned 表示是否仍有其他封禁。',
      en: 'A ban was lifted; `stillBanned` says whether another stands.',
    },
  },
  'wechat.bound': {
    subject: 'account',
    data: z.strictObject({}),
    means: {
      zh: '账号绑定了微信，以后可以用微信登录；不含任何微信标识。',
      en: 'WeChat was bound to the account, which can be signed in to by it from now on. Nothing of the WeChat user is said.',
    },
  },
  'wechat.unbound': {
    subject: 'account',
    data: z.strictObject({}),
    means: {
      zh: '账号解除了微信绑定，不能再用微信登录。',
      en: 'WeChat was unbound from the account, which cannot be signed in to by it any more.',
    },
  },
} as const satisfies Readonly<Record<string, EventRow>>

export type AccountAnnouncement = AnnouncementOf<typeof accountEvents>
