import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { applicantKinds } from '../../certification/applicants/applicant-kinds.ts'
import { appKinds, platforms } from '../../certification/platforms/platform-ids.ts'
import {
  type Certificate,
  certificateReasons,
  certificateStatuses,
  certificateStepEvents,
} from '../certificate/certificate.ts'
import { certificateMoves, moveRows, movesOf } from '../moving/move.ts'
import { type CertificateReport, reportReasons } from '../reporting/report.ts'

const time = z.iso.datetime()

/** A certificate in a list for operators. */
export const certificateRowShown = z.strictObject({
  id: z.string(),
  appId: z.string(),
  accountId: z.string(),
  name: z.string(),
  kind: z.enum(applicantKinds),
  organisation: z.nullable(z.strictObject({ name: z.string(), creditCode: z.string() })),
  status: z.enum(certificateStatuses),
  since: time,
  reason: z.nullable(z.enum(certificateReasons)),
  issuedAt: time,
  validUntil: time,
  openReport: z.nullable(z.string()),
  openAppeal: z.nullable(z.string()),
  openPage: z.nullable(z.string()),
})

/** `of`: as it stands. */
export const showCertificateRow = (of: Certificate): z.infer<typeof certificateRowShown> => {
  const last = of.steps.findLast(({ status }, at) => at === 0 || of.steps[at - 1]?.status !== status)
  return {
    ...{ id: of.id, appId: of.appId, accountId: of.accountId, name: of.name, kind: of.kind, status: of.status },
    organisation: of.organisation ? { ...of.organisation } : null,
    since: rfc3339(last?.at ?? of.issuedAt),
    reason: last?.reason ?? null,
    issuedAt: rfc3339(of.issuedAt),
    validUntil: rfc3339(of.validUntil),
    openReport: of.openReport ?? null,
    openAppeal: of.openAppeal ?? null,
    openPage: of.openPage ?? null,
  }
}

export const certificatesOfOperatorsShown = pageShown({
  certificates: z.array(certificateRowShown),
  unreadable: z.array(z.string()),
})

/** A certificate as an operator opens it: all that is known of it, what was reported, and what may be done. */
export const certificateDetailShown = z.strictObject({
  ...certificateRowShown.shape,
  application: z.string(),
  appKind: z.enum(appKinds),
  platformIds: z.array(z.strictObject({ platform: z.enum(platforms), id: z.string() })),
  formerNames: z.array(z.strictObject({ name: z.string(), from: time, until: time })),
  checkedAt: time,
  history: z.array(
    z.strictObject({
      at: time,
      on: z.enum(certificateStepEvents),
      status: z.enum(certificateStatuses),
      reason: z.nullable(z.enum(certificateReasons)),
    }),
  ),
  /** The last move of people: who had a say, and what they wrote to whoever administers the app. */
  decided: z.nullable(z.strictObject({ by: z.array(z.string()), at: time, words: z.nullable(z.string()) })),
  page: z.nullable(
    z.strictObject({
      url: z.string(),
      since: time,
      lookedAt: z.nullable(time),
      seenAt: z.nullable(time),
      misses: z.int(),
    }),
  ),
  reports: z.array(
    z.strictObject({ id: z.string(), at: time, reason: z.enum(reportReasons), words: z.string(), review: z.string() }),
  ),
  moves: z.array(z.strictObject({ move: z.enum(certificateMoves), reasons: z.array(z.enum(certificateReasons)) })),
})
export type CertificateDetail = z.infer<typeof certificateDetailShown>

const showPage = ({ page, looks }: Certificate): CertificateDetail['page'] =>
  page
    ? {
        url: page.url,
        since: rfc3339(page.since),
        lookedAt: rfc3339If(looks?.at),
        seenAt: rfc3339If(looks?.seenAt),
        misses: looks?.misses ?? 0,
      }
    : null

/** `of`: as it stands; `reports`: newest first. */
export const showCertificateDetail = (of: Certificate, reports: readonly CertificateReport[]): CertificateDetail => ({
  ...showCertificateRow(of),
  application: of.application,
  appKind: of.appKind,
  platformIds: of.platformIds.map((one) => ({ ...one })),
  formerNames: of.names.map(({ name, from, until }) => ({ name, from: rfc3339(from), until: rfc3339(until) })),
  checkedAt: rfc3339(of.checkedAt),
  history: of.steps.map(({ at, reason = null, ...step }) => ({ ...step, at: rfc3339(at), reason })),
  decided: of.decided ? { by: [...of.decided.by], at: rfc3339(of.decided.at), words: of.decided.words ?? null } : null,
  page: showPage(of),
  reports: reports.map(({ id, at, reason, words, review }) => ({ id, at: rfc3339(at), reason, words, review })),
  moves: movesOf(of).map((move) => ({ move, reasons: [...moveRows[move].reasons] })),
})
