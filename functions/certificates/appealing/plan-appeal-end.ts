import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { isEnded } from '../../review/case/case.ts'
import { caseEnded } from '../../review/case/case-store.ts'
import { inTime } from '../../review/case/claim-store.ts'
import { isSilent } from '../../review/case/clock.ts'
import { findCase } from '../../review/case/find-case.ts'
import { afterWithdrawal } from '../../review/case/moves.ts'
import type { Certificate } from '../certificate/certificate.ts'

/** What was appealed against was lifted otherwise: there is nothing to decide any more, whoever has it in hand. One call, none where there is no appeal. */
export const planAppealEnd = async (
  table: Pick<Table, 'get'>,
  { openAppeal }: Pick<Certificate, 'openAppeal'>,
  now: Millis,
): Promise<Write[]> => {
  const before = openAppeal === undefined ? undefined : await findCase(table, openAppeal)
  // One that the clock has ended is over already, and its end is written by its own.
  if (!before || isEnded(before) || isSilent(before, now)) return []
  return caseEnded(before, 'withdrawn', afterWithdrawal(before, now), inTime(now))
}
