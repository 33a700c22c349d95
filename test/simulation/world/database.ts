import {
  ConditionalCheckFailedException,
  ProvisionedThroughputExceededException,
  ThrottlingException,
  TransactionCanceledException,
  TransactionConflictException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { outboxWork } from '../../../shared/outbox/announced.ts'
import type { Database } from '../../../shared/table/patient-table.ts'
import type { Conflict, Table } from '../../../shared/table/table.ts'
import { type Item, type Key, nameOf, type Write } from '../../../shared/table/write.ts'
import type { Broken, Effect } from './process.ts'
import { count, type World } from './world.ts'

const $metadata = {}
const message = 'simulated'

const failedCondition = (Code: string, item: Item | undefined, op: string | undefined) => ({
  Code,
  ...(item && { Item: marshall({ ...item, ...(op && { op }) }, { removeUndefinedValues: true }) }),
})

/** What a single write is told where a transaction has a reason. */
const alone: Record<string, () => Error> = {
  ThrottlingError: () => new ThrottlingException({ $metadata, message }),
  TransactionConflict: () => new TransactionConflictException({ $metadata, message }),
  ProvisionedThroughputExceeded: () => new ProvisionedThroughputExceededException({ $metadata, message }),
}

const REASONS = Object.keys(alone)

/** A commit that was not performed for a reason; a transaction says it of one of its writes. */
const heldUp = (writes: readonly Write[], reason: string): Error => {
  const single = writes.length === 1 ? alone[reason]?.() : undefined
  const CancellationReasons = writes.map((_write, at) => ({ Code: at === 0 ? reason : 'None' }))
  return single ?? new TransactionCanceledException({ $metadata, message, CancellationReasons })
}

/**
 * The table as DynamoDB answers for it: it knows a transaction again by its token, marks what a single write leaves, and refuses
 * by exceptions of the SDK.
 */
export const simulatedDatabase = (tableNow: () => Table, repeated: () => void): Database => {
  const performed = new Set<string>()
  const marks = new Map<string, string>()
  const conflictError = (writes: readonly Write[], conflicts: readonly Conflict[]): Error => {
    const reasonOf = (write: Write) => {
      const failed = conflicts.find((one) => one.write === write)
      return failed
        ? failedCondition('ConditionalCheckFailed', failed.item, marks.get(nameOf(write.key)))
        : { Code: 'None' }
    }
    return new TransactionCanceledException({ $metadata, message, CancellationReasons: writes.map(reasonOf) })
  }
  const wroteSingly = (write: Write, op: string): boolean => {
    const isSame = write.kind === 'update' && marks.get(nameOf(write.key)) === op
    if (isSame) repeated()
    return isSame
  }
  const conditionFailed = (key: Key, item: Item | undefined): Error => {
    const { Item } = failedCondition('', item, marks.get(nameOf(key)))
    return new ConditionalCheckFailedException({ $metadata, message, ...(Item && { Item }) })
  }
  return {
    get: (key) => tableNow().get(key),
    query: (of) => tableNow().query(of),
    // Who tells events is tried by itself: events/.
    due: async (of) => (await tableNow().due(of)).filter(({ key }) => !outboxWork.isOf(key)),
    list: (of) => tableNow().list(of),
    async getMany(keys) {
      const items = await tableNow().getMany(keys)
      return { items: items.filter((item) => item !== undefined), left: [] }
    },
    async update(write, op) {
      if (wroteSingly(write, op)) throw conditionFailed(write.key, await tableNow().get(write.key))
      const updated = await tableNow().update(write)
      if (updated.kind === 'conflict') throw conditionFailed(write.key, updated.item)
      marks.set(nameOf(write.key), op)
      return updated.item
    },
    async commit(writes, op) {
      const [only] = writes
      const isSingle = writes.length === 1 && only !== undefined
      if (isSingle && wroteSingly(only, op)) throw conditionFailed(only.key, await tableNow().get(only.key))
      if (performed.has(op)) return repeated()
      const committed = await tableNow().commit(writes)
      if (committed.kind === 'conflict') {
        const [first] = committed.conflicts
        throw isSingle ? conditionFailed(only.key, first?.item) : conflictError(writes, committed.conflicts)
      }
      if (!isSingle) performed.add(op)
      for (const { key } of writes) marks.set(nameOf(key), op)
    },
  }
}

const named = (name: string, httpStatusCode?: number): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode } })

/** Nobody knows whether it was done. */
const unanswered: readonly (() => Error)[] = [
  () => named('TimeoutError'),
  () => named('InternalServerError', 500),
  () => new TransactionInProgressException({ $metadata, message }),
]

/** Whatever an operation may be left with when the database never answered a write. */
export const UNANSWERED = ['TimeoutError', 'InternalServerError', 'TransactionInProgressException']

const isKeys = (asked: unknown): asked is readonly Key[] => Array.isArray(asked)

/** A read of many keys gets to some of them, or to none. */
const partOf = async (world: World, { args: [asked] }: Effect, executed: boolean) => {
  const keys = isKeys(asked) ? asked : []
  const half = executed ? keys.length >> 1 : 0
  count(world, 'keys left unread')
  const { items } = await world.database.getMany(keys.slice(0, half))
  return { items, left: keys.slice(half) }
}

/** How the database fails: another way every time. What was executed is never said to be held up. */
export const databaseBroke =
  (world: World): Broken =>
  (effect, executed) => {
    const turn = world.trace.length
    if (effect.name === 'table.getMany') return partOf(world, effect, executed)
    const writes = effect.name === 'table.commit' ? (effect.args[0] as readonly Write[]) : []
    const reason = world.cancelsFor ?? [...REASONS, undefined][turn % (REASONS.length + 1)]
    if (writes.length === 0 || executed || !reason) throw unanswered[turn % unanswered.length]?.()
    count(world, reason === 'TransactionConflict' ? 'contended commit' : 'throttled commit')
    throw heldUp(writes, reason)
  }
