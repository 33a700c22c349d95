import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import { equals, type Guard, guard, type Item, isNew, type Put, put } from '../../../shared/table/write.ts'
import { CERTIFICATE_MOVED } from '../certificate/certificate-store.ts'
import { certificateKeys } from '../keys.ts'
import { type CertificateReport, reportReasons } from './report.ts'

const stored = z.object({
  id: z.string(),
  at: z.number(),
  reason: z.enum(reportReasons),
  words: z.string(),
  review: z.string(),
})

/** The report in an item. */
export const reportOf = (item: Item): CertificateReport => z.parse(stored, item)

/** Somebody reported a certificate; kept until then (epoch ms). */
export const reportKept = (certificate: string, report: CertificateReport, keptUntil: Millis): Put =>
  put(certificateKeys.report(certificate, report.id), { ...report, ttl: ttlAt(keptUntil) }, isNew)

/** The case that reports of it come to is that one still. */
export const reportStillOpen = (certificate: string, review: string): Guard =>
  guard(certificateKeys.certificate(certificate), equals('openReport', review), CERTIFICATE_MOVED)
