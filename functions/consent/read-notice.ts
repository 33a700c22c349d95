import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import type { Table } from '../../shared/table/table.ts'
import type { Notice } from './consent.ts'
import { consentKeys } from './keys.ts'
import { noticeOf } from './notice-store.ts'

/** A notice by its version: one in force, or one that somebody agreed to before. Refuses with `not_found`. One read at most. */
export const readNotice = async (
  { table, notices }: { table: Table; notices: readonly Notice[] },
  version: string,
): Promise<Outcome<Notice>> => {
  const inForce = notices.find((notice) => notice.version === version)
  if (inForce) return ok(inForce)
  const kept = await table.get(consentKeys.notice(version))
  return kept ? ok(noticeOf(kept)) : refused('not_found')
}
