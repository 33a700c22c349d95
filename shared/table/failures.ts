import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { type Conflict, Contended } from './table.ts'
import type { Item, Write } from './write.ts'

/** An item as DynamoDB gives it, in our values. */
export const itemOf = (found: Parameters<typeof unmarshall>[0] | undefined): Item | undefined =>
  found && (unmarshall(found) as Item)

/**
 * The writes whose conditions did not hold; undefined for any other failure. A transaction that was held up at one item may have
 * looked at another one all the same: a condition that failed there is as true as any, and only those it did not look at are
 * missing. Whoever acts on the answer writes under conditions again.
 */
export const conflictsOf = (error: unknown, writes: readonly Write[]): Conflict[] | undefined => {
  if (error instanceof ConditionalCheckFailedException)
    return writes.map((write) => ({ write, because: write.because, item: itemOf(error.Item) }))
  if (!(error instanceof TransactionCanceledException)) return undefined
  const failed = writes.flatMap((write, at) => {
    const reason = error.CancellationReasons?.[at]
    return reason?.Code === 'ConditionalCheckFailed'
      ? [{ write, because: write.because, item: itemOf(reason.Item) }]
      : []
  })
  return failed.length ? failed : undefined
}

/** Why DynamoDB cancels a transaction that it would perform a moment later. */
const PASSING_REASONS = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

/** DynamoDB or the way to it says "not now" by these: nothing was done. */
const NOT_DONE = new Set([
  'TransactionConflictException',
  'ReplicatedWriteConflictException',
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** The answer did not arrive, or is that an earlier try is still under way: nobody knows what was done. */
const PERHAPS_DONE = new Set([
  'TransactionInProgressException',
  'TimeoutError',
  'RequestTimeout',
  'RequestTimeoutException',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
])

const reasonsOf = ({ CancellationReasons = [] }: TransactionCanceledException): string[] =>
  CancellationReasons.flatMap(({ Code = 'None' }) => (Code === 'None' ? [] : [Code]))

const isPassingCancellation = (error: TransactionCanceledException): boolean => {
  const reasons = reasonsOf(error)
  return reasons.length > 0 && reasons.every((reason) => PASSING_REASONS.has(reason))
}

const metadataOf = (error: Error): { httpStatusCode?: number; clockSkewCorrected?: boolean } =>
  '$metadata' in error ? Object(error.$metadata) : {}

/**
 * Whether a failed request is worth repeating as it was, and what is known of it meanwhile; undefined for one that would only fail
 * again. The SDK sends each request once, so that this is about that one request and no earlier ones.
 */
export const passing = (error: unknown): 'not_done' | 'perhaps_done' | undefined => {
  if (error instanceof Contended) return 'not_done'
  if (error instanceof TransactionCanceledException) return isPassingCancellation(error) ? 'not_done' : undefined
  if (!(error instanceof Error)) return undefined
  const { httpStatusCode = 0, clockSkewCorrected } = metadataOf(error)
  const names = [error.name, 'code' in error ? String(error.code) : '']
  if (clockSkewCorrected || names.some((name) => NOT_DONE.has(name))) return 'not_done'
  return httpStatusCode >= 500 || names.some((name) => PERHAPS_DONE.has(name)) ? 'perhaps_done' : undefined
}

/** A failure that passes, as those know it who could not wait for that. */
export const contended = (error: unknown): Contended => {
  if (error instanceof Contended) return error
  const [reason] = error instanceof TransactionCanceledException ? reasonsOf(error) : []
  return new Contended(
    'the database did not let it through',
    reason ?? (error instanceof Error ? error.name : undefined),
  )
}
