import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import * as z from 'zod/mini'
import type { Millis } from '../kernel/time.ts'

/** What is said about a job in the log: these fields and no others. */
export type JobLine = { kind: string; id: string; ms: number; outcome: string }

/** Where a worker reports. */
export type JobObserver = {
  now(): number
  job(line: JobLine): void
  /** Something failed that should not; contention is a warning. */
  fault(error: unknown, at: { kind: string; id?: string }): void
}

/** One job: `remainingMs` is how long this invocation may still run. */
export type Job = { id: string; remainingMs: () => Millis }

const message = z.object({ kind: z.string(), id: z.string().check(z.maxLength(200)) })

/**
 * The one queue worker. `work` does one pointer's job and says in a word how it ended; a job that must wait has written its
 * `dueAt` and simply returns. Throwing keeps that one message on the queue (and, after five receives, moves it to the
 * dead-letter queue) without repeating its neighbours, contention included; either way the sweep still finds the item.
 */
export const worker = (observer: JobObserver, kind: string, work: (job: Job) => Promise<string>) => {
  const processor = new BatchProcessor(EventType.SQS)
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const one = async (record: SQSRecord): Promise<void> => {
      const started = observer.now()
      let id: string | undefined
      try {
        const pointer = z.parse(message, JSON.parse(record.body))
        if (pointer.kind !== kind) throw new Error('a pointer of another kind')
        id = pointer.id
        const outcome = await work({ id, remainingMs: () => context.getRemainingTimeInMillis() })
        observer.job({ kind, id, ms: Math.round(observer.now() - started), outcome })
      } catch (error) {
        observer.fault(error, { kind, id })
        throw error
      }
    }
    return processPartialResponse(event, one, processor, { context, throwOnFullBatchFailure: false })
  }
}
