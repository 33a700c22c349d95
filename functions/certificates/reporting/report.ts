import type { Millis } from '../../../shared/kernel/time.ts'

/** What somebody says of whoever shows a certificate. */
export const reportReasons = ['not_this_app', 'impostor', 'false_facts', 'fraud', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** What somebody reported about a certificate, at (epoch ms), in their own words, of which numbers of people are masked; who it was nobody asks. `review`: the case it came to. */
export type CertificateReport = { id: string; at: Millis; reason: ReportReason; words: string; review: string }
