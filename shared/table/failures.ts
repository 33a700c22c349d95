import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { type Conflict, Contended, NotNow } from './table.ts'
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

/** DynamoDB says by these that others are writing the same item: nothing was done. */
const OTHERS_WRITE = new Set([
  'TransactionConflict',
  'TransactionConflictException',
  'ReplicatedWriteConflictException',
])

/** Why DynamoDB cancels a transaction that it would perform a moment later. */
const PASSING_REASONS = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

/** DynamoDB or the way to it says "not now" by these: nothing was done. */
const NOT_DONE = new Set([
  ...OTHERS_WRITE,
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
  if (error instanceof NotNow) return 'not_done'
  if (error instanceof TransactionCanceledException) return isPassingCancellation(error) ? 'not_done' : undefined
  if (!(error instanceof Error)) return undefined
  const { httpStatusCode = 0, clockSkewCorrected } = metadataOf(error)
  const names = [error.name, 'code' in error ? String(error.code) : '']
  if (clockSkewCorrected || names.some((name) => NOT_DONE.has(name))) return 'not_done'
  return httpStatusCode >= 500 || names.some((name) => PERHAPS_DONE.has(name)) ? 'perhaps_done' : undefined
}

const saidBy = (error: unknown): string[] => {
  if (error instanceof TransactionCanceledException) return reasonsOf(error)
  return error instanceof Error ? [error.name] : []
}

/** A failure that passes, as those know it who could not wait for that: `Contended` only if nothing else was in the way. */
export const notNow = (error: unknown): NotNow => {
  if (error instanceof NotNow) return error
  const said = saidBy(error)
  const trouble = said.find((word) => !OTHERS_WRITE.has(word))
  return said.length > 0 && trouble === undefined
    ? new Contended('others kept writing the same items', said[0])
    : new NotNow('the database did not let it through', trouble)
}
