import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Conflict } from './table.ts'
import type { Item, Write } from './write.ts'

/** An item as DynamoDB gives it, in our values. */
export const itemOf = (found: Parameters<typeof unmarshall>[0] | undefined): Item | undefined =>
  found && (unmarshall(found) as Item)

/** The writes whose conditions did not hold; undefined for any other failure. */
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

/** Whether another transaction was working on one of the items, so that nothing was written. */
export const isContended = (error: unknown): boolean =>
  error instanceof TransactionConflictException ||
  (error instanceof TransactionCanceledException &&
    Boolean(error.CancellationReasons?.some((reason) => reason.Code === 'TransactionConflict')))
