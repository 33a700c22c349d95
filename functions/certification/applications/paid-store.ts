import type { Millis } from '../../../shared/kernel/time.ts'
import type { Write } from '../../../shared/table/write.ts'
import { caseOpened } from '../../review/case/case-store.ts'
import { newCase } from '../../review/case/new-case.ts'
import { CERTIFICATION } from '../deciding/case-kind.ts'
import { announcedOf } from './announced-store.ts'
import type { Application, FeePaid } from './application.ts'
import { applicationKept, applicationMoved } from './application-store.ts'
import { standing } from './clock.ts'
import { afterPayment, afterVainPayment } from './moves.ts'

/** People owe an answer about an application from now on: its case, which has its own id. */
export const caseBegun = (of: Application, now: Millis): Write[] =>
  caseOpened(
    newCase(
      {
        ...{ id: of.id, accountId: of.accountId, subject: of.id, language: of.language },
        ...(of.said !== undefined && { said: of.said }),
        materials: of.materials.map(({ id }) => id),
      },
      { kind: CERTIFICATION, answerMs: of.decideMs ?? 0 },
      now,
    ),
  )

/**
 * The fee of an application was paid: in time it is before people with that, and else it is noted to go back. As it was read: whatever is paid twice, or late,
 * or for one that was taken back, finds that by its condition.
 */
export const applicationPaid = (read: Application, paid: FeePaid, now: Millis): Write[] => {
  const isDue = standing(read, now).status === 'awaiting_payment' && paid.paidFen === read.feeFen
  if (!isDue) return [applicationKept(read, afterVainPayment(read, paid))]
  const after = afterPayment(read, paid, now)
  return [
    applicationMoved(read, 'paid', after, now),
    ...caseBegun(after, now),
    announcedOf(after, 'certification.in_review', now),
  ]
}
