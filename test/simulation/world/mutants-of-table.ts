import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { Database } from '../../../shared/table/patient-table.ts'
import type { Table } from '../../../shared/table/table.ts'
import { isVerdict } from '../vendor/mutants-of-checks.ts'
import type { Suspect } from './mutant.ts'
import type { World } from './world.ts'

const isThrottled = (error: unknown): error is TransactionCanceledException =>
  error instanceof TransactionCanceledException &&
  Boolean(error.CancellationReasons?.some(({ Code }) => Code === 'ThrottlingError'))

/** What a transaction that was cancelled because the table was throttled is taken for. */
const throttledAs =
  (other: (error: TransactionCanceledException) => unknown) =>
  (inner: Database): Database => ({
    ...inner,
    commit: (writes, op) =>
      inner.commit(writes, op).catch((error: unknown) => {
        throw isThrottled(error) ? other(error) : error
      }),
  })

/** A verdict whose commit failed is not tried again by the same worker. */
const givenUp = (inner: Table): Table => {
  let failure: unknown
  return {
    ...inner,
    async commit(writes) {
      if (!isVerdict(writes)) return inner.commit(writes)
      if (failure) throw failure
      return inner.commit(writes).catch((error: unknown) => {
        failure = error
        throw error
      })
    },
  }
}

const freshTokens = (inner: Database, { token }: World): Database => ({
  ...inner,
  update: (write) => inner.update(write, token()),
  commit: (writes) => inner.commit(writes, token()),
})

const lost = (): Error => Object.assign(new Error('lost'), { name: 'NoAnswer' })

/** Wrong ways to go on when the database does not let a commit through at once. P6, P16. */
export const mutantsOfTable: readonly Suspect[] = [
  {
    name: 'a verdict that was throttled is taken for lost',
    seenBy: 'crashes',
    seenIn: 'the verdict is throttled',
    database: throttledAs(lost),
    table: givenUp,
  },
  {
    name: 'a verdict is given up when one commit did not get through',
    seenBy: 'crashes',
    seenIn: 'the verdict is throttled for longer than a commit is tried',
    table: givenUp,
  },
  {
    name: 'a transaction that was throttled is taken for a conflict',
    seenBy: 'crashes',
    seenIn: 'the verdict is throttled',
    database: throttledAs(
      ({ $metadata, message, CancellationReasons = [] }) =>
        new TransactionCanceledException({
          $metadata,
          message,
          CancellationReasons: CancellationReasons.map(({ Code }) => ({
            Code: Code === 'ThrottlingError' ? 'ConditionalCheckFailed' : 'None',
          })),
        }),
    ),
  },
  {
    name: 'a commit is repeated under a fresh token',
    seenBy: 'crashes',
    seenIn: 'the claim is throttled after it was written',
    database: freshTokens,
  },
]
