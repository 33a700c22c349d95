import type { Millis } from '../../shared/kernel/time.ts'
import { equals, equalsOrAbsent, type Item, type Update, update } from '../../shared/table/write.ts'
import { membershipKeys } from './keys.ts'
import { membershipAfter } from './membership.ts'

/** When a membership ends (epoch ms); undefined when there never was one. */
export const membershipUntil = (item: Item | undefined): Millis | undefined =>
  typeof item?.until === 'number' ? item.until : undefined

/** The membership in an account's MEMBERSHIP item, running or over; undefined when there never was one. */
export const membershipOf = (item: Item | undefined, now: Millis): { until: Millis; active: boolean } | undefined => {
  const until = membershipUntil(item)
  return until === undefined ? undefined : { until, active: until > now }
}

/** One more month, counted from what was read; a conflict `membership_moved` means that it changed since. */
export const membershipExtended = (accountId: string, until: Millis | undefined, now: Millis): Update =>
  update(
    membershipKeys.membership(accountId),
    { set: { until: membershipAfter(until, now) } },
    equalsOrAbsent('until', until),
    'membership_moved',
  )

/** So much membership goes back with the money it was bought with, if there is any; `until` as read. */
export const membershipTakenBack = (accountId: string, until: Millis | undefined, grantedMs: Millis): Update[] => {
  if (until === undefined) return []
  const taken = { set: { until: until - grantedMs } }
  return [update(membershipKeys.membership(accountId), taken, equals('until', until), 'membership_moved')]
}
