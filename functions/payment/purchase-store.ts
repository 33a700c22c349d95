import type { Millis } from '../../shared/kernel/time.ts'
import { keys } from '../../shared/table/keys.ts'
import { absent, equals, type Item, type Update, update } from '../../shared/table/write.ts'
import { membershipAfter } from './membership.ts'

/** When a membership ends (epoch ms); undefined when there never was one. */
export const membershipUntil = (item: Item | undefined): Millis | undefined =>
  typeof item?.until === 'number' ? item.until : undefined

/** One more month, counted from what was read; a conflict `membership_moved` means that it changed since. P15. */
export const membershipExtended = (accountId: string, until: Millis | undefined, now: Millis): Update =>
  update(
    keys.membership(accountId),
    { set: { until: membershipAfter(until, now) } },
    until === undefined ? absent('until') : equals('until', until),
    'membership_moved',
  )

/** Points are credited. P14. */
export const pointsCredited = (accountId: string, points: number): Update =>
  update(keys.points(accountId), { add: { balance: points } })
