import { DAY, type Millis, nextBeijingDay } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import {
  absent,
  all,
  any,
  below,
  type Condition,
  type Item,
  type Key,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { messagingKeys } from '../keys.ts'
import { type Counters, countersAt, type Limits, overCounters } from './quota.ts'

/** The item that counts an account's requests of the day that `now` falls on. */
export const quotaKey = (accountId: string, now: Millis): Key => messagingKeys.quota(accountId, countersAt(now).day)

const countIn = (item: Item | undefined, counter: string): number => {
  const found = item?.[counter]
  return typeof found === 'number' ? found : 0
}

/** What was counted before a request. */
export const countsIn = (item: Item | undefined, counters: Counters) => ({
  requests: countIn(item, 'requests'),
  minute: countIn(item, counters.minute),
})

const room = (counter: string, limit: number): Condition =>
  // A limit of nothing closes the door; a counter that is not there yet must not open it.
  limit > 0 ? any(absent(counter), below(counter, limit)) : below(counter, 0)

/** One request within all limits. `before` is the item as read some time earlier; only its finished windows matter. */
export const requestCounted = (
  accountId: string,
  counters: Counters,
  limits: Limits,
  before: Item | undefined,
  now: Millis,
): Update => {
  const { day, minute, content } = counters
  return update(
    messagingKeys.quota(accountId, day),
    {
      add: { requests: 1, [minute]: 1, ...(content && { [content]: 1 }) },
      set: { ttl: ttlAt(nextBeijingDay(now) + DAY) },
      remove: overCounters(Object.keys(before ?? {}), now),
    },
    all(
      room('requests', limits.perDay),
      room(minute, limits.perMinute),
      ...(content ? [room(content, limits.sameContentPerHour)] : []),
    ),
  )
}

/** A request that came too fast or repeated itself counts for the day too, so that a script in a loop is stopped. */
export const refusalCounted = (accountId: string, { day }: Counters): Update =>
  update(messagingKeys.quota(accountId, day), { add: { requests: 1 } })
