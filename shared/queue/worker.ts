import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import * as z from 'zod/mini'
import type { Millis } from '../kernel/time.ts'
import type { Pointer } from '../table/work.ts'

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
 * Reads a message of another form than ours, parsed from JSON: the work it tells of, and none where it tells of none. Undefined for
 * what is not of that form.
 */
export type ReadMessage = (found: unknown) => readonly Pointer[] | undefined

/** Throws for a message of no form, or of work of another kind. */
const pointersIn = (body: string, kind: string, read?: ReadMessage): readonly Pointer[] => {
  const found: unknown = JSON.parse(body)
  const pointers = read?.(found) ?? [z.parse(message, found)]
  if (pointers.some((pointer) => pointer.kind !== kind)) throw new Error('a pointer of another kind')
  return pointers
}

/**
 * The one queue worker. `work` does one pointer's job and says in a word how it ended; a job that must wait has written its
 * `dueAt` and simply returns. Throwing keeps that one message on the queue (and, after five receives, moves it to the
 * dead-letter queue) without repeating its neighbours, contention included; either way the sweep still finds the item.
 * `read` is for what others write into the queue: of such a message every job is tried, and it stays if one of them failed.
 */
export const worker = (
  observer: JobObserver,
  kind: string,
  work: (job: Job) => Promise<string>,
  read?: ReadMessage,
) => {
  const processor = new BatchProcessor(EventType.SQS)
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    /** Tells what failed, and throws it. */
    const tellFailure = async <T>(run: () => T | Promise<T>, id?: string): Promise<T> => {
      try {
        return await run()
      } catch (error) {
        observer.fault(error, { kind, id })
        throw error
      }
    }
    const perform = (id: string): Promise<void> =>
      tellFailure(async () => {
        const started = observer.now()
        const outcome = await work({ id, remainingMs: () => context.getRemainingTimeInMillis() })
        observer.job({ kind, id, ms: Math.round(observer.now() - started), outcome })
      }, id)
    const one = async (record: SQSRecord): Promise<void> => {
      const pointers = await tellFailure(() => pointersIn(record.body, kind, read))
      const failures: unknown[] = []
      // One after the other: a worker that takes one message at a time has room for one job.
      for (const { id } of pointers) await perform(id).catch((error: unknown) => failures.push(error))
      if (failures.length > 0) throw failures[0]
    }
    return processPartialResponse(event, one, processor, { context, throwOnFullBatchFailure: false })
  }
}
