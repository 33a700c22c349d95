import { beijingDay, DAY, type Millis } from '../../../shared/kernel/time.ts'
import {
  absent,
  any,
  atMost,
  type Condition,
  type Guard,
  guard,
  type Item,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { gateFor, verificationKeys } from '../keys.ts'
import type { SpendLimit, Spent } from './spend.ts'

/** As long as anybody counts what a day has cost. */
const KEPT = 30 * DAY
const SECONDS = 1000

const keyOf = ({ vendor, day, shard }: Omit<Spent, 'cost'>) => verificationKeys.spend(vendor, day, shard)

/** This share of the day's sum still holds a call; of a day whose whole sum is less than one call costs, none does. */
const hasRoom = ({ cost, most }: Pick<SpendLimit, 'cost' | 'most'>): Condition =>
  cost > most ? atMost('spent', -1) : any(absent('spent'), atMost('spent', most - cost))

/** A call that a worker is about to make may cost this much. Conflict `spent`: this share of the day's sum does not hold it any more. */
export const spendBooked = (
  limit: SpendLimit,
  of: { vendor: string; shard: number },
  now: Millis,
): { write: Update; spent: Spent } => {
  const { cost } = limit
  const spent = { ...of, day: beijingDay(now), cost }
  const set = { ttl: Math.ceil((now + KEPT) / SECONDS) }
  return { write: update(keyOf(spent), { set, add: { spent: cost } }, hasRoom(limit), 'spent'), spent }
}

/** Where the cost of a call for an account is booked, its own share first; none where the vendor has no limit. */
export const spendShares = (
  limit: SpendLimit | undefined,
  { accountId, vendor }: { accountId: string; vendor: string },
  now: Millis,
) => {
  if (!limit) return [undefined]
  return Array.from({ length: limit.shards }, (_none, nth) =>
    spendBooked(limit, { vendor, shard: (gateFor(accountId) + nth) % limit.shards }, now),
  )
}

/** It costs more than was booked, and nobody was asked before: whatever the sum has come to. */
export const spendAdded = (spent: Spent, cost: number): Update => update(keyOf(spent), { add: { spent: cost } })

/** The call was not made, or is not charged. */
export const spendReturned = (spent: Spent): Update => update(keyOf(spent), { add: { spent: -spent.cost } })

/** What a share of a day's sum has come to, in 1/10,000 yuan. */
export const spentIn = (item: Item | undefined): number => Number(item?.spent ?? 0)

/** Demands that this share of the day's sum still holds a call. Conflict `spent` where it does not. */
export const spendFree = (limit: SpendLimit, of: { vendor: string; shard: number }, now: Millis): Guard =>
  guard(keyOf({ ...of, day: beijingDay(now) }), hasRoom(limit), 'spent')
