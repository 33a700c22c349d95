import type { Service } from './aws-answer.ts'

/** One call a function made. */
type Call = { fn: string; service: Service; operation: string }

/** A read that may be behind on AWS: `Query list`, by the function that made it. */
export type EventualRead = { fn: string; read: string }

/** Number of calls by service. */
export type Counts = Record<Service, number>

/** What the functions called, and what they put into queues, since the engine's process started. */
export type Calls = {
  record(call: Call): void
  /** A call that may read what is no longer so, on AWS. */
  recordEventual(read: EventualRead): void
  /** Each such read once. */
  eventualReads(): EventualRead[]
  /** Bodies of messages accepted into a queue. */
  sent(queue: string, bodies: readonly string[]): void
  /** A point in time for `since`. */
  mark(): number
  /** Calls since a mark, in order. */
  since(mark: number): Call[]
  /** Calls since a mark (default: the start) by function and service. */
  counts(mark?: number): Record<string, Counts>
  sentCount(): number
  /** Every message body accepted so far, by queue, dead-letter queues excluded. */
  messages(): { queue: string; body: string }[]
}

/** Older entries are forgotten, so that an engine may run for weeks. */
const KEPT = 200_000

export const callLog = (): Calls => {
  let calls: Call[] = []
  let forgotten = 0
  let messages: { queue: string; body: string }[] = []
  let sent = 0
  const eventual = new Map<string, EventualRead>()
  const since = (mark: number): Call[] => calls.slice(Math.max(0, mark - forgotten))
  return {
    record: (call) => {
      calls.push(call)
      if (calls.length < 2 * KEPT) return
      calls = calls.slice(KEPT)
      forgotten += KEPT
    },
    recordEventual: (one) => void eventual.set(`${one.fn} ${one.read}`, one),
    eventualReads: () => [...eventual.values()],
    sent: (queue, bodies) => {
      sent += bodies.length
      for (const body of bodies) messages.push({ queue, body })
      if (messages.length >= 2 * KEPT) messages = messages.slice(KEPT)
    },
    mark: () => forgotten + calls.length,
    since,
    counts: (mark = 0) => {
      const counts: Record<string, Counts> = {}
      for (const { fn, service } of since(mark)) {
        counts[fn] ??= { dynamodb: 0, sqs: 0, kms: 0, secretsmanager: 0, monitoring: 0, s3: 0 }
        counts[fn][service] += 1
      }
      return counts
    },
    sentCount: () => sent,
    messages: () => [...messages],
  }
}
