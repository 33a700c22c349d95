import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import { all, any, equals, type Item, isNew, type Put, put, type Update, update } from '../../../shared/table/write.ts'
import { paymentChannels } from '../../payment/paying/provider.ts'
import { bookkeepingKeys } from '../keys.ts'
import { settlingWays } from '../settling/ways.ts'
import {
  type Difference,
  type DifferenceEvent,
  differenceKinds,
  differenceStatuses,
  differenceTransitions,
} from './comparison.ts'
import type { Run } from './reconciliation-store.ts'

const storedDifference = z.object({
  id: z.string(),
  channel: z.enum(paymentChannels),
  day: z.string(),
  kind: z.enum(differenceKinds),
  outTradeNo: z.string(),
  thereFen: z.int(),
  hereFen: z.int(),
  at: z.number(),
  orderId: z.optional(z.string()),
  transactionId: z.optional(z.string()),
  outRefundNo: z.optional(z.string()),
  channelRefundId: z.optional(z.string()),
  status: z.enum(differenceStatuses),
  /** What was done about it, in a word. */
  outcome: z.string(),
  /** How two people ended it, and the difference that it was matched with. */
  settled: z.optional(
    z.object({
      way: z.enum(settlingWays),
      at: z.number(),
      with: z.optional(z.object({ day: z.string(), id: z.string() })),
    }),
  ),
})

/** A difference as stored. */
export type StoredDifference = z.infer<typeof storedDifference>

export const differenceOf = (item: Item): StoredDifference => z.parse(storedDifference, item)

/** What became of a difference by itself, and what that is called. */
export type Became = { on: DifferenceEvent; outcome: string }

/** What becomes of a difference by itself; a conflict where it has come further meanwhile. What people settled stays as it is. */
export const differenceStored = (
  run: Pick<Run, 'channel' | 'day'>,
  difference: Difference,
  { on, outcome }: Became,
): Put => {
  const { channel, day } = run
  return put(
    bookkeepingKeys.difference(channel, day, difference.id),
    { ...difference, channel, day, status: target(differenceTransitions, on), outcome },
    any(isNew, stateAllows(differenceTransitions, on)),
  )
}

/** Why it is not settled: it is not what was seen any more. */
const DIFFERENCE_CHANGED = 'difference_changed'

/** Two people ended it, as they saw it. Its outcome goes on saying what it was. */
export const differenceEnded = (seen: StoredDifference, settled: NonNullable<StoredDifference['settled']>): Update => {
  const { channel, day, id, outcome, thereFen, hereFen } = seen
  return update(
    bookkeepingKeys.difference(channel, day, id),
    { set: { status: target(differenceTransitions, 'settled'), settled } },
    all(
      stateAllows(differenceTransitions, 'settled'),
      equals('outcome', outcome),
      equals('thereFen', thereFen),
      equals('hereFen', hereFen),
    ),
    DIFFERENCE_CHANGED,
  )
}
