import * as z from 'zod/mini'
import type { AnnouncementOf, EventRow } from '../../shared/outbox/event-row.ts'
import { certificateReasons } from './certificate/certificate.ts'

const about = z.strictObject({ certificate: z.string(), app: z.string(), at: z.iso.datetime() })
const because = z.extend(about, { reason: z.enum(certificateReasons) })

/** What the platform is told of certificates: of each app in order, with its applications. */
export const certificateEvents = {
  'certification.suspended': {
    subject: 'app',
    data: because,
    means: {
      zh: '应用的认证证书被暂停，reason 为原因类别。',
      en: 'The certificate of the app is suspended: why, by a class of reasons.',
    },
  },
  'certification.revoked': {
    subject: 'app',
    data: because,
    means: {
      zh: '应用的认证证书被撤销，应用不再是已认证。',
      en: 'The certificate of the app is revoked, and with that the app certified no more.',
    },
  },
  'certification.reinstated': {
    subject: 'app',
    data: because,
    means: {
      zh: '应用的认证证书恢复有效；有效期不变，已届满的随即有 certification.expired。',
      en: 'The certificate of the app counts again, until when it did before: where that is over, `certification.expired` follows.',
    },
  },
} as const satisfies Readonly<Record<string, EventRow>>

export type CertificateAnnouncement = AnnouncementOf<typeof certificateEvents>
