import { appealQueue } from './appeals/appeal-queue.tsx'
import { complaintQueue, complaintsToEnd } from './complaints/complaint-queue.tsx'
import { deadLetterQueue } from './dead-letters/dead-letter-queue.tsx'
import { proposalQueue } from './proposals/proposal-queue.tsx'
import { type AnyQueue, queueRow } from './queue/queue.ts'
import { differenceQueue } from './reconciliations/reconciliation-queue.tsx'
import { lateRefunds, stuckRefunds } from './refunds/refund-queue.tsx'
import { reviewQueue } from './reviews/review-queue.tsx'

/** Everything that waits for people, in the order in which it is shown. Another kind of work is another row. */
export const queues: readonly AnyQueue[] = [
  queueRow(stuckRefunds),
  queueRow(lateRefunds),
  queueRow(proposalQueue),
  queueRow(complaintQueue),
  queueRow(complaintsToEnd),
  queueRow(reviewQueue),
  queueRow(appealQueue),
  queueRow(differenceQueue),
  queueRow(deadLetterQueue),
]
