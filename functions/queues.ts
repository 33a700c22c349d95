import type { Millis } from '../shared/kernel/time.ts'
import { SECOND } from '../shared/kernel/time.ts'

/** A queue of pointers and the worker that serves it. Every queue has a dead-letter queue; nothing in either is authority. */
export type WorkQueue = {
  queue: QueueName
  /** The kind of work its pointers name, as in a capability's `keys.ts`: who may wake it finds its address as QUEUE_<KIND>. */
  kind: string
  fn: string
  batchSize: number
  /** Of the event source, not reserved on the function: reserved concurrency throttles pollers into the dead-letter queue. */
  maxConcurrency: number
  timeoutMs: Millis
  sandboxOnly?: boolean
}

const table = [
  { queue: 'orders', kind: 'order', fn: 'payment-order', batchSize: 5, maxConcurrency: 10, timeoutMs: 30 * SECOND },
  {
    queue: 'checks',
    kind: 'check',
    fn: 'verification-check',
    batchSize: 1,
    maxConcurrency: 10,
    timeoutMs: 30 * SECOND,
  },
  { queue: 'faces', kind: 'face', fn: 'face-follow', batchSize: 5, maxConcurrency: 5, timeoutMs: 60 * SECOND },
  {
    queue: 'evidence',
    kind: 'evidence',
    fn: 'verification-evidence',
    batchSize: 1,
    maxConcurrency: 2,
    timeoutMs: 30 * SECOND,
  },
  {
    queue: 'clashes',
    kind: 'clash',
    fn: 'proofing-clash',
    batchSize: 5,
    maxConcurrency: 2,
    timeoutMs: 30 * SECOND,
  },
  // What S3 tells of files that were uploaded comes here, too.
  {
    queue: 'materials',
    kind: 'material',
    fn: 'material-intake',
    batchSize: 1,
    maxConcurrency: 5,
    timeoutMs: 60 * SECOND,
  },
  // WeChat Pay allows six failing refund requests a second.
  { queue: 'refunds', kind: 'refund', fn: 'payment-refund', batchSize: 1, maxConcurrency: 4, timeoutMs: 30 * SECOND },
  {
    queue: 'deliveries',
    kind: 'message',
    fn: 'messaging-deliver',
    batchSize: 1,
    maxConcurrency: 20,
    timeoutMs: 30 * SECOND,
  },
  {
    queue: 'complaints',
    kind: 'complaint',
    fn: 'complaints-follow',
    batchSize: 1,
    maxConcurrency: 2,
    timeoutMs: 30 * SECOND,
  },
  {
    queue: 'applications',
    kind: 'application',
    fn: 'certification-follow',
    batchSize: 5,
    maxConcurrency: 2,
    timeoutMs: 30 * SECOND,
  },
  // Each is one call to a vendor of texts.
  {
    queue: 'texts',
    kind: 'result_text',
    fn: 'certification-text',
    batchSize: 1,
    maxConcurrency: 2,
    timeoutMs: 60 * SECOND,
  },
  // A page of somebody else may be looked at.
  {
    queue: 'certificates',
    kind: 'certificate',
    fn: 'certificates-follow',
    batchSize: 1,
    maxConcurrency: 4,
    timeoutMs: 30 * SECOND,
  },
  { queue: 'reviews', kind: 'review', fn: 'review-follow', batchSize: 5, maxConcurrency: 2, timeoutMs: 30 * SECOND },
  { queue: 'outboxes', kind: 'outbox', fn: 'webhooks-relay', batchSize: 5, maxConcurrency: 10, timeoutMs: 30 * SECOND },
  {
    queue: 'webhooks',
    kind: 'webhook',
    fn: 'webhooks-deliver',
    batchSize: 1,
    maxConcurrency: 20,
    timeoutMs: 30 * SECOND,
  },
  // A day's bill is one job: fetched, parsed, compared and acted on.
  {
    queue: 'reconciliations',
    kind: 'reconciliation',
    fn: 'bookkeeping-reconcile',
    batchSize: 1,
    maxConcurrency: 2,
    timeoutMs: 300 * SECOND,
  },
  {
    queue: 'sandbox',
    kind: 'sandbox',
    fn: 'sandbox-later',
    batchSize: 1,
    maxConcurrency: 5,
    timeoutMs: 30 * SECOND,
    sandboxOnly: true,
  },
] as const satisfies readonly (Omit<WorkQueue, 'queue'> & { queue: string })[]

/** Every queue there is. */
export type QueueName = (typeof table)[number]['queue']

export const queues: readonly WorkQueue[] = table
