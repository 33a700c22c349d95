import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { type DeedAction, type Doer, deedSubjects } from '../../audit/deed.ts'
import type { Judgement, ReviewCase } from '../case/case.ts'

type Done = {
  by: Doer
  at: Millis
  action: Extract<DeedAction, `review_${string}`>
  /** Of which kind it is, and words of its lists. */
  detail: readonly (string | undefined)[]
  reason: string
}

/** The record of a deed about a case. */
export const recordOf = (ids: Ids, { accountId, id, kind }: ReviewCase, { detail, ...done }: Done): AuditRecord => ({
  ...done,
  id: ids.id(),
  subject: deedSubjects.review(accountId, id),
  detail: [kind, ...detail].filter((word) => word !== undefined).join(' '),
})

/** A decision in words of its kind's lists. */
export const detailOf = ({ verdict, reason }: Pick<Judgement, 'verdict' | 'reason'>) => [verdict, reason]
