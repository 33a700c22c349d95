import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { Announcement } from '../../../shared/outbox/announced.ts'
import type { Certificate, CertificateStep } from '../certificate/certificate.ts'
import type { CertificateAnnouncement } from '../events.ts'

type Type = CertificateAnnouncement['type']

const typeOf: Readonly<Partial<Record<CertificateStep['on'], Type>>> = {
  suspended: 'certification.suspended',
  revoked: 'certification.revoked',
  identity_ended: 'certification.revoked',
  replaced: 'certification.revoked',
  reinstated: 'certification.reinstated',
  expired: 'certification.expired',
  renewed: 'certification.renewed',
  prolonged: 'certification.renewed',
}

/** One event about a certificate, for the outbox of its app. */
const eventOf = (
  { id: certificate, appId: app, accountId }: Certificate,
  { type, data }: { type: Type; data: Announcement['data'] & { at: string } },
): Announcement => ({ type, accountId, data: { certificate, app, ...data } })

/** W7 M2 what the platform is told of what became of a certificate; nothing of its issue, which `certification.certified` tells. */
export const eventsOf = (of: Certificate, steps: readonly CertificateStep[]): Announcement[] =>
  steps.flatMap(({ on, at, reason }) => {
    const type = typeOf[on]
    if (!type) return []
    const says = type === 'certification.renewed' || type === 'certification.reinstated'
    const data = { at: rfc3339(at), ...(reason && { reason }), ...(says && { until: rfc3339(of.validUntil) }) }
    return [eventOf(of, { type, data })]
  })

/** That its time runs out, in a reminder of so many days before. */
export const endsEvent = (of: Certificate, days: number, now: number): Announcement =>
  eventOf(of, { type: 'certification.ends', data: { at: rfc3339(now), until: rfc3339(of.validUntil), days } })
