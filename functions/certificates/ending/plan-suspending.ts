import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { Applicant } from '../../certification/applicants/applicant.ts'
import { certificateOf } from '../certificate/certificate-store.ts'
import { findHeldIds } from '../certificate/held-store.ts'
import { certificateKeys } from '../keys.ts'
import { certificateWoken } from './wake-store.ts'

type Deps = { table: Pick<Table, 'query' | 'getMany'>; clock: Clock }

/** As many as a commit has room for. */
const AT_ONCE = 30

/**
 * W7 a register said of an organisation that it does not operate any more: its certificates that the account has are suspended for that soon, by whoever
 * follows them. What is written for that, in the commit that keeps what the register said. Two calls at most.
 */
export const suspendsOf =
  ({ table, clock }: Deps) =>
  async ({ accountId, creditCode }: Pick<Applicant, 'accountId' | 'creditCode'>): Promise<Write[]> => {
    const ids = creditCode === undefined ? [] : await findHeldIds(table, accountId)
    const items = ids.length === 0 ? [] : await table.getMany(ids.map((id) => certificateKeys.certificate(id)))
    const its = items.flatMap((item) => {
      const of = item && certificateOf(item)
      return of?.status === 'valid' && of.organisation?.creditCode === creditCode ? [of.id] : []
    })
    return its.slice(0, AT_ONCE).map((id) => certificateWoken(id, clock.now(), { notOperating: true }))
  }
