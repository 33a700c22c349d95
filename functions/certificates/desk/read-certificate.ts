import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { isKept } from '../../../shared/table/keys.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { certificateIdIn } from '../certificate/certificate-id.ts'
import { findStanding, readStanding } from '../certificate/find-standing.ts'
import { certificateLists } from '../keys.ts'
import type { CertificateReport } from '../reporting/report.ts'
import { reportOf } from '../reporting/report-store.ts'

type Deps = { table: Pick<Table, 'getMany' | 'query'>; clock: Clock }

/** Newest first: as many as anybody reads. */
const MOST_REPORTS = 50

/** A certificate as it stands, and what was reported about it. */
export type ReadCertificate = { of: Certificate; reports: CertificateReport[] }

const withReports = async ({ table, clock }: Deps, of: Certificate): Promise<ReadCertificate> => {
  const { items } = await table.query({ ...certificateLists.reports(of.id), limit: MOST_REPORTS, newestFirst: true })
  return { of, reports: items.filter((item) => isKept(item, clock.now())).map(reportOf) }
}

/** One certificate by its id, however that is typed, with what was reported about it. Refuses with `not_found`. Three calls. */
export const readCertificate = async (deps: Deps, typed: string): Promise<Outcome<ReadCertificate>> => {
  const id = certificateIdIn(typed)
  const of = id === undefined ? undefined : await findStanding(deps, id, deps.clock.now())
  return of ? ok(await withReports(deps, of)) : refused('not_found')
}

/** The same of one that was just written. Two calls. */
export const readAgain = async (deps: Deps, written: Certificate): Promise<ReadCertificate> =>
  withReports(deps, await readStanding(deps, written, deps.clock.now()))
