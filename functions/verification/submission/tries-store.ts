import type { Refusal } from '../../../shared/kernel/outcome.ts'
import { beijingDay, type Millis, nextBeijingDay } from '../../../shared/kernel/time.ts'
import {
  absent,
  all,
  any,
  below,
  type Condition,
  equals,
  type Guard,
  guard,
  type Item,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { verificationKeys } from '../keys.ts'
import type { TryCounts, TryLimits } from './checks-left.ts'

/** Paid checks are counted in an attribute per day: there are at most `ever` of them, so the item stays small. */
const paidOn = (now: Millis): string => `paid${beijingDay(now)}`

const fewer = (attr: string, limit: number): Condition => any(absent(attr), below(attr, limit))

const fewRefusals = (now: Millis, limit: number): Condition =>
  any(absent('refusals'), below('refusals', limit), below('refusalDay', Number(beijingDay(now))))

/** One verification at a time, and no more than the limits allow; says which one is open. */
export const tryOpened = (accountId: string, verificationId: string, limits: TryLimits, now: Millis): Update =>
  update(
    verificationKeys.tries(accountId),
    { set: { open: verificationId } },
    all(
      absent('open'),
      fewer('paidEver', limits.ever),
      fewer(paidOn(now), limits.perDay),
      fewRefusals(now, limits.refusalsPerDay),
    ),
    'tries',
  )

/** What of an account counts against the limits at `now`, from its item, if there is one. */
export const tryCountsIn = (item: Item | undefined, now: Millis): TryCounts => {
  const count = (attr: string): number => Number(item?.[attr] ?? 0)
  const isToday = count('refusalDay') >= Number(beijingDay(now))
  return { paidEver: count('paidEver'), paidToday: count(paidOn(now)), refusedToday: isToday ? count('refusals') : 0 }
}

/** Why no try could be opened, from the item as it was. */
export const triesRefusal = (item: Item | undefined, limits: TryLimits, now: Millis): Refusal => {
  if (typeof item?.open === 'string') return { code: 'verification_open', extra: { verificationId: item.open } }
  const { paidEver, paidToday } = tryCountsIn(item, now)
  if (paidEver >= limits.ever) return { code: 'too_many_checks' }
  const code = paidToday >= limits.perDay ? 'too_many_checks_today' : 'too_many_refusals'
  return { code, retryAt: nextBeijingDay(now) }
}

/** A check was paid for: it counts until its result says that we or the vendor failed it. */
export const tryPaid = (accountId: string, now: Millis): Update =>
  update(verificationKeys.tries(accountId), { add: { paidEver: 1, [paidOn(now)]: 1 } })

/**
 * The verification is over; the account may begin another. `uncountedFrom`: its check was paid at that time (epoch ms) and does not
 * count, neither ever nor on that day.
 */
export const tryEnded = (accountId: string, verificationId: string, uncountedFrom?: Millis): Update =>
  update(
    verificationKeys.tries(accountId),
    {
      remove: ['open'],
      ...(uncountedFrom !== undefined && { add: { paidEver: -1, [paidOn(uncountedFrom)]: -1 } }),
    },
    equals('open', verificationId),
    'try_not_open',
  )

/** Counts a refusal that lets one guess whether a person is known (the setting `checks.refusalsPerDay`). Two forms: same day, new day. */
export const refusalCounted = (accountId: string, now: Millis): { sameDay: Update; newDay: Update } => {
  const today = Number(beijingDay(now))
  return {
    sameDay: update(verificationKeys.tries(accountId), { add: { refusals: 1 } }, equals('refusalDay', today)),
    newDay: update(
      verificationKeys.tries(accountId),
      { set: { refusalDay: today, refusals: 1 } },
      any(absent('refusalDay'), below('refusalDay', today)),
    ),
  }
}

/** The account was not refused so often today that it could look for people. Conflict `too_many_refusals`. */
export const refusalsLeft = (
  accountId: string,
  { refusalsPerDay }: Pick<TryLimits, 'refusalsPerDay'>,
  now: Millis,
): Guard => guard(verificationKeys.tries(accountId), fewRefusals(now, refusalsPerDay), 'too_many_refusals')
