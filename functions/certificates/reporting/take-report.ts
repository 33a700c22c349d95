import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { addressGroup } from '../../account/codes/sms-limit.ts'
import { type Counter, counted, LIMITED, tooOften } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import { caseIdOf } from '../../review/case/case-id.ts'
import { caseOpened } from '../../review/case/case-store.ts'
import { newCase } from '../../review/case/new-case.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { certificateIdIn } from '../certificate/certificate-id.ts'
import { certificateKept, certificateOf } from '../certificate/certificate-store.ts'
import { dueAtOf } from '../certificate/clock.ts'
import { readStanding } from '../certificate/find-standing.ts'
import { certificateKeys } from '../keys.ts'
import type { CertificateSettings } from '../settings.ts'
import { CERTIFICATE_REPORT } from './case-kinds.ts'
import type { ReportReason } from './report.ts'
import { reportKept, reportStillOpen } from './report-store.ts'

export type ReportDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'update' | 'commit'>
  clock: Clock
  ids: Ids
  settings: CertificateSettings
}

/** What somebody says of a certificate, and from where (an address). */
export type Reported = { id: string; reason: ReportReason; words: string; sourceIp: string }

/** Somebody else reported it at the same time. */
const TRIES = 4

const countersOf = ({ settings }: ReportDeps, sourceIp: string, now: Millis) => {
  const { reportsPerDay, reportsOfOnePerDay } = settings.certificates
  const window = dayOf(now)
  const from: Counter = { subject: `CERTIFICATEREPORTS#${addressGroup(sourceIp)}`, window, limit: reportsPerDay }
  const of = (id: string): Counter => ({ subject: `CERTIFICATEREPORTS#${id}`, window, limit: reportsOfOnePerDay })
  return { from, of }
}

/** The case that it comes to: the one that is open, which must be that then; or another, which the certificate names from then on. */
const planCase = (deps: ReportDeps, of: Certificate, now: Millis): { review: string; writes: Write[] } => {
  if (of.openReport !== undefined) return { review: of.openReport, writes: [reportStillOpen(of.id, of.openReport)] }
  const { reportAnswerMs: answerMs } = deps.settings.certificates
  const opening = { id: deps.ids.id(), accountId: of.accountId, subject: of.id, language: 'zh' } as const
  const opened = newCase(opening, { kind: CERTIFICATE_REPORT, answerMs }, now)
  const after = { ...of, openReport: caseIdOf(opened) }
  return { review: caseIdOf(opened), writes: [...caseOpened(opened), certificateKept(of, after, dueAtOf(after))] }
}

/** Ids that are none are not tried out here either: each counts as a report. */
const refuseUnknown = async (deps: ReportDeps, from: Counter): Promise<Outcome<never>> => {
  const updated = await deps.table.update(counted(from))
  return updated.kind === 'updated' ? refused('not_found') : tooOften(updated.item)
}

/**
 * W7 anybody reports a certificate that counts or is suspended: so many a Beijing day from where they are, and of one certificate. All reports of one come to
 * one case for people, until that is decided; who reports nobody asks, and numbers of people in their words are masked before they are kept. Refuses with
 * `not_found`, `certificate_not_in_force`, `too_often` and `contended`. Three calls.
 */
export const takeReport = async (deps: ReportDeps, said: Reported): Promise<Outcome<void>> => {
  const id = certificateIdIn(said.id)
  const words = maskNumbers(said.words)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = deps.clock.now()
    const counters = countersOf(deps, said.sourceIp, now)
    const item = id === undefined ? undefined : await deps.table.get(certificateKeys.certificate(id))
    if (!item) return refuseUnknown(deps, counters.from)
    const of = certificateOf(item)
    const { status } = await readStanding(deps, of, now)
    if (status === 'revoked' || status === 'expired') return refused('certificate_not_in_force')
    const { review, writes } = planCase(deps, of, now)
    const report = { id: deps.ids.id(), at: now, reason: said.reason, words, review }
    const committed = await deps.table.commit([
      counted(counters.from),
      counted(counters.of(of.id)),
      reportKept(of.id, report, now + deps.settings.certificates.reportsKeptMs),
      ...writes,
    ])
    if (committed.kind === 'committed') return ok(undefined)
    const limited = committed.conflicts.find(({ because }) => because === LIMITED)
    if (limited) return tooOften(limited.item)
  }
  return refused('contended')
}
