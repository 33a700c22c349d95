import * as z from 'zod/mini'
import type { AnnouncementOf, EventRow } from '../../shared/outbox/event-row.ts'

/** An app by its id; what it is called is read from the service. */
const about = z.strictObject({ app: z.string() })

/** Which change of an app. */
const change = z.enum(['rename', 'handover', 'takeover'])

/** What the platform is told of the apps of its customers. */
export const certificationEvents = {
  'app.created': {
    subject: 'account',
    data: about,
    means: { zh: '用户创建了应用。', en: 'A user created an app.' },
  },
  'app.renamed': {
    subject: 'account',
    data: about,
    means: { zh: '应用的管理员给应用改了名。', en: 'The administrator of an app gave it another name.' },
  },
  'app.handed_over': {
    subject: 'account',
    data: about,
    means: {
      zh: '应用的管理员把它交给了另一个账号；随后另一个账号有 app.taken_over。',
      en: 'A user handed an app of theirs over to another account, of which `app.taken_over` is told.',
    },
  },
  'app.taken_over': {
    subject: 'account',
    data: about,
    means: { zh: '用户接管了另一个账号交来的应用。', en: 'A user administers an app now that another account did.' },
  },
  'app.change_waiting': {
    subject: 'account',
    data: z.strictObject({ app: z.string(), change }),
    means: {
      zh: '用户对应用的变更（改名、移交、接管）等待人工核对照片，核对前不生效。',
      en: 'A change of an app that a user asked for (a rename, a link to hand it over, taking it on) waits for a person to look at a picture.',
    },
  },
  'app.change_ended': {
    subject: 'account',
    data: z.strictObject({ app: z.string(), change, how: z.enum(['refused', 'withdrawn', 'expired', 'voided']) }),
    means: {
      zh: '等待人工核对的应用变更结束，没有生效。',
      en: 'A change of an app that waited for a person came to nothing.',
    },
  },
  'app.removed': {
    subject: 'account',
    data: about,
    means: { zh: '用户删除了应用。', en: 'A user removed an app of theirs.' },
  },
} as const satisfies Readonly<Record<string, EventRow>>

export type CertificationAnnouncement = AnnouncementOf<typeof certificationEvents>
