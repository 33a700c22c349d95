import { chainFaults, headFaults, headsOf } from './chain-faults.ts'
import { entryFaults } from './entry-faults.ts'
import type { Finding } from './finding.ts'
import { nameOf, readRecords } from './read-records.ts'
import { readRoots } from './read-roots.ts'
import { rootFaults } from './root-faults.ts'
import type { Snapshot } from './snapshot.ts'

const byKind = (of: Snapshot) => Map.groupBy(of.audit, ({ pk }) => pk.slice(0, pk.indexOf('#')))

export type Verified = {
  findings: Finding[]
  records: number
  subjects: number
  roots: number
  /** The day of the last root; nothing behind it is promised but what the heads say. */
  last: string | null
}

/**
 * Holds everything the audit consists of against each other. `since`: the first day (YYYYMMDD) that has a root, kept elsewhere; without it nobody can
 * tell an audit that is wholly gone from one that has not begun.
 */
export const verifyAudit = (of: Snapshot, { since }: { since?: string } = {}): Verified => {
  const roots = readRoots(of, since)
  const kinds = byKind(of)
  const { records, findings } = readRecords(kinds.get('AUDIT') ?? [], roots, of.now)
  const bySubject = Map.groupBy(records, ({ said }) => said.subject)
  const heads = headsOf(of)
  const strange = [...kinds]
    .filter(([kind]) => !['AUDIT', 'AUDITDAY', 'AUDITROOT'].includes(kind))
    .flatMap(([, items]) => items)
  return {
    findings: [
      ...roots.findings,
      ...findings,
      ...[...bySubject].flatMap(([subject, found]) => chainFaults(subject, found, heads.get(subject), roots)),
      ...headFaults(heads, new Set(bySubject.keys())),
      ...entryFaults(kinds.get('AUDITDAY') ?? [], records, roots, of.now),
      ...rootFaults(records, roots),
      ...strange.map(
        (item): Finding => ({
          fault: 'unknown_item',
          where: nameOf(item),
          since: 'unknown',
          words: 'the audit has no such items',
        }),
      ),
    ],
    records: records.length,
    subjects: bySubject.size,
    roots: roots.byDay.size,
    last: roots.last ?? null,
  }
}
