import type { Context } from 'aws-lambda'
import type { Millis } from '../kernel/time.ts'
import { isContended } from '../table/table.ts'
import type { JobObserver } from './worker.ts'

/** One round by the clock: how long it may still take, and where it tells what failed before it goes on with the rest. */
export type Round = { remainingMs: () => Millis; fault: (error: unknown, id: string) => void }

/** What is done by the clock, part by part, in this order; each says in a word how it ended. */
export type Parts = Record<string, (round: Round) => Promise<string>>

/** Some of it was not done. Its message names parts of this repository only, because Lambda writes it to the log. */
class PartsFailed extends Error {
  override name = 'PartsFailed'
}

/**
 * The one way of what runs by the clock: every part is done, also after one that failed, and whatever failed is a fault in the
 * log. In the end it fails with it, so that the function's own errors show it too; but not with contention, which the next round makes
 * good and callers can bring about. Answers how each part ended.
 */
export const scheduled =
  (observer: JobObserver, parts: Parts) =>
  async (
    _event: unknown,
    context: Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'>,
  ): Promise<Record<string, string>> => {
    const outcomes: Record<string, string> = {}
    const failed = new Set<string>()
    for (const [kind, part] of Object.entries(parts)) {
      const started = observer.now()
      const fault = (error: unknown, id: string): void => {
        if (!isContended(error)) failed.add(kind)
        observer.fault(error, { kind, id })
      }
      try {
        const outcome = await part({ remainingMs: () => context.getRemainingTimeInMillis(), fault })
        outcomes[kind] = outcome
        observer.job({ kind, id: context.awsRequestId, ms: Math.round(observer.now() - started), outcome })
      } catch (error) {
        fault(error, context.awsRequestId)
      }
    }
    if (failed.size > 0) throw new PartsFailed(`not all done: ${[...failed].join(', ')}`)
    return outcomes
  }
