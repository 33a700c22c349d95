import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import { auditOf } from '../../audit/audit-store.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { deedSubjects } from '../../audit/deed.ts'
import { auditLists } from '../../audit/keys.ts'
import type { SignedInOperator } from './authenticate-operator.ts'
import type { CameIn } from './came-in.ts'

/** As many are enough to see whether one is somebody else's. */
const TOLD = 5
const PAGE = 100
/** Whoever has more than so many records since is told of those that are among them. */
const MOST_PAGES = 3

const fromIn = ({ action, detail = '' }: AuditRecord): CameIn['from'] | undefined => {
  if (action === 'operator_enrol') return 'link'
  if (action !== 'operator_sign_in') return undefined
  return detail.startsWith('known_device ') ? 'known_device' : 'new_device'
}

/**
 * When and from where whoever is signed in came in last, this time among them, the newest first: out of the audit of them, which nobody can
 * change. Five at most. One call, and three where there is much besides in that.
 */
export const listSignIns = async (
  { table }: { table: Pick<Table, 'query'> },
  { person: { name }, session: { createdAt } }: SignedInOperator,
): Promise<CameIn[]> => {
  const list = auditLists.records(deedSubjects.operator(name))
  const found: CameIn[] = []
  let after: string | undefined
  for (let pages = 0; pages < MOST_PAGES && found.length < TOLD; pages += 1) {
    const page = await table.query({ ...list, limit: PAGE, newestFirst: true, after })
    for (const record of readEach(page.items, auditOf).read) {
      const from = fromIn(record)
      // A session and the record of it are of one moment.
      if (from) found.push({ at: record.at, from, isThis: record.at === createdAt })
    }
    after = page.next
    if (after === undefined) break
  }
  return found.slice(0, TOLD)
}
