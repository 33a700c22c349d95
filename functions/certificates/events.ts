import * as z from 'zod/mini'
import type { AnnouncementOf, EventRow } from '../../shared/outbox/event-row.ts'
import { certificateReasons } from './certificate/certificate.ts'

/** Which certificate of which app, and when it happened: by the clock, not when it was written down. */
const about = z.strictObject({ certificate: z.string(), app: z.string(), at: z.iso.datetime() })
const until = z.iso.datetime()
const reason = z.enum(certificateReasons)

/** What the platform is told of certificates: of each app in order, together with its applications. */
export const certificateEvents = {
  'certification.renewed': {
    subject: 'app',
    data: z.extend(about, { until }),
    means: {
      zh: '证书已续期，编号不变，有效期至 until；处于暂停中的证书续期后仍为暂停。',
      en: 'The certificate counts for longer, under the same id, `until` then. One that is suspended stays that.',
    },
  },
  'certification.suspended': {
    subject: 'app',
    data: z.extend(about, { reason }),
    means: { zh: '证书已暂停，原因类别为 reason。', en: 'The certificate is suspended, for a class of `reason`.' },
  },
  'certification.revoked': {
    subject: 'app',
    data: z.extend(about, { reason }),
    means: {
      zh: '证书已撤销：运营撤销、管理员的身份已被清除（identity_ended），或应用已为他人认证（replaced）。',
      en: 'The certificate is revoked: by an operator, because whoever administers the app is nobody any more (`identity_ended`), or because the app was certified for somebody else (`replaced`).',
    },
  },
  'certification.reinstated': {
    subject: 'app',
    data: z.extend(about, { reason, until }),
    means: {
      zh: '暂停或撤销已解除，证书恢复有效，有效期仍为 until。',
      en: 'What was suspended or revoked counts again, `until` the same time as before.',
    },
  },
  'certification.expired': {
    subject: 'app',
    data: about,
    means: {
      zh: '证书已到期（at 为到期时间），应用不再是已认证。',
      en: 'The certificate has run out, at `at`: the app is certified no more.',
    },
  },
  'certification.ends': {
    subject: 'app',
    data: z.extend(about, { until, days: z.int() }),
    means: {
      zh: '证书将于 until 到期：到期前 90、60、30、7 天各提醒一次，days 为哪一次。',
      en: 'The certificate runs out at `until`: told 90, 60, 30 and 7 `days` before, once each.',
    },
  },
} as const satisfies Readonly<Record<string, EventRow>>

export type CertificateAnnouncement = AnnouncementOf<typeof certificateEvents>
