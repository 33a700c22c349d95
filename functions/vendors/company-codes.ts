import {
  type CompanyCheckResult,
  type CompanyField,
  type CompanyVerdict,
  type EndedStatus,
  endedStatuses,
  type OperatingStatus,
  type RegisteredUntil,
} from '../certification/company/checker.ts'
import type { CodeRow } from './check-codes.ts'

/** How registers number the state of a company; both vendors hand their numbers on. */
const statuses: Readonly<Record<string, OperatingStatus>> = {
  '1': 'operating',
  '2': 'moved',
  '3': 'cancelled',
  '4': 'revoked',
  '5': 'withdrawn',
  '6': 'closed',
  // The registration itself was undone, as it is where papers were forged; one vendor tells it apart.
  '7': 'withdrawn',
  '0': 'other',
}

/** A state that nobody here knows is one that people have to look at; undefined where the vendor said none. */
export const statusBy = (code: string | null | undefined): OperatingStatus | undefined =>
  code ? (statuses[code] ?? 'other') : undefined

const DAY = /^\d{4}-\d\d-\d\d$/

/** Which both write for a company without an end, where they do not leave it empty. */
const FOR_EVER = '9999'

/** `from/until` of a register → until when; undefined where it says nothing, as of companies from before it was kept. */
export const registeredUntilIn = (period: string | null | undefined): RegisteredUntil | undefined => {
  const [from = '', until = ''] = (period ?? '').split('/')
  if (DAY.test(until)) return until.startsWith(FOR_EVER) ? 'open' : until.replaceAll('-', '')
  return DAY.test(from) && until === '' ? 'open' : undefined
}

const isEnded = (status: OperatingStatus): status is EndedStatus => endedStatuses.some((one) => one === status)

/** What a register's answer comes to, where something was found. `differs`: none, where all belong together. */
export const verdictOn = (
  found: { differs: false } | { differs: true; fields: readonly CompanyField[] },
  status: OperatingStatus | undefined,
): CompanyVerdict => {
  if (found.differs) return { verdict: 'differs', fields: found.fields, ...(status && { status }) }
  // Nobody may take silence for an operating company.
  if (status === undefined) return { verdict: 'consistent', status: 'other' }
  return isEnded(status) ? { verdict: 'not_operating', status } : { verdict: 'consistent', status }
}

/** What a code comes to by which a vendor says something else than what it found. */
export const failureBy = (
  row: CodeRow | undefined,
  vendorCode: string,
  requestId: string | undefined,
): CompanyCheckResult => {
  const found = { vendorCode, ...(requestId !== undefined && { requestId }) }
  if (!row || row.kind === 'unknown' || row.kind === 'verdict') return { kind: 'unknown', ...found }
  const repair = row.repair && { needsRepair: row.repair }
  if (row.kind === 'not_executed') return { kind: row.kind, vendorCode, ...repair }
  const because = row.because === 'data_unsupported' ? row.because : 'vendor_refused'
  return { kind: row.kind, because, billed: row.billed, ...found, ...repair }
}
