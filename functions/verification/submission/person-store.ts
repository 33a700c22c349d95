import type { Millis } from '../../../shared/kernel/time.ts'
import {
  absent,
  any,
  atMost,
  type Condition,
  contains,
  type Guard,
  guard,
  type Item,
  type Put,
  put,
  sizeBelow,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { verificationKeys } from '../keys.ts'

const hasRoom = (accountId: string, accountsPerPerson: number): Condition =>
  any(absent('accounts'), contains('accounts', accountId), sizeBelow('accounts', accountsPerPerson))

/** Whether the person in an item (undefined: verified nowhere) may be verified on this account too. */
export const hasPersonRoom = (item: Item | undefined, accountId: string, accountsPerPerson: number): boolean => {
  const accounts = item?.accounts instanceof Set ? item.accounts : new Set()
  return accounts.has(accountId) || accounts.size < accountsPerPerson
}

/** The person may be verified on this account too: one person may hold only so many. Known before anything is paid. */
export const personFree = (personIndex: string, accountId: string, accountsPerPerson: number): Guard =>
  guard(verificationKeys.person(personIndex), hasRoom(accountId, accountsPerPerson), 'person_full')

/** The person is verified on this account from now on; the limit holds at this very write. */
export const personHeld = (personIndex: string, accountId: string, accountsPerPerson: number): Update =>
  update(
    verificationKeys.person(personIndex),
    { addToSet: { accounts: accountId } },
    hasRoom(accountId, accountsPerPerson),
    'person_full',
  )

const SECONDS = 1000

/** Identical data is not taken again before `until`, whichever account sends it. */
export const coolingDown = (resubmissionIndex: string, until: Millis): Put =>
  put(verificationKeys.resubmission(resubmissionIndex), { until, ttl: Math.ceil(until / SECONDS) })

/** Identical data may be taken: it was never checked, or long enough ago. */
export const cooledDown = (resubmissionIndex: string, now: Millis): Guard =>
  guard(verificationKeys.resubmission(resubmissionIndex), any(absent('until'), atMost('until', now)), 'cooling_down')

const unsupportedUntil = (vendor: string): string => `until_${vendor}`

const takenBy = (vendor: string, now: Millis): Condition =>
  any(absent(unsupportedUntil(vendor)), atMost(unsupportedUntil(vendor), now))

/** This vendor cannot check numbers of this segment (blind index): before `until` (ms) nobody is made to hear that again. */
export const segmentUnsupported = (segment: string, vendor: string, until: Millis): Update =>
  update(verificationKeys.segment(segment), {
    set: { [unsupportedUntil(vendor)]: until, ttl: Math.ceil(until / SECONDS) },
  })

/** One of these vendors at least can check such numbers, as far as anybody knows. */
export const segmentSupported = (segment: string, vendors: readonly { name: string }[], now: Millis): Guard =>
  guard(verificationKeys.segment(segment), any(...vendors.map(({ name }) => takenBy(name, now))), 'segment_unsupported')

/** When the first of these vendors tries such numbers again (epoch ms); undefined while one of them does. */
export const segmentEnd = (
  vendors: readonly { name: string }[],
  item: Item | undefined,
  now: Millis,
): Millis | undefined => {
  const ends = vendors.map(({ name }) => Number(item?.[unsupportedUntil(name)] ?? now))
  const first = Math.min(...ends)
  return first > now ? first : undefined
}

/** When a cool-down ends (epoch ms). */
export const coolDownEnd = (item: Item | undefined): Millis | undefined =>
  typeof item?.until === 'number' ? item.until : undefined
