import type { Millis } from '../../../shared/kernel/time.ts'
import type { Versioned } from '../../../shared/kernel/versioned.ts'
import { listedAt, listPart } from '../../../shared/table/keys.ts'
import {
  absent,
  all,
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
  type Write,
} from '../../../shared/table/write.ts'
import { versionOf } from '../../../shared/vault/blind-index.ts'
import { verificationKeys, verificationLists } from '../keys.ts'

const hasRoom = (accountId: string, accountsPerPerson: number): Condition =>
  any(absent('accounts'), contains('accounts', accountId), sizeBelow('accounts', accountsPerPerson))

/**
 * Nothing is known of the person under another live version of the key, so that the one entry decides. Conflict `person_elsewhere`: it
 * is to be brought to the version that is written, then tried again.
 */
const knownAlone = (others: readonly string[]): Guard[] =>
  others.map((index) => guard(verificationKeys.person(index), absent('pk'), 'person_elsewhere'))

/**
 * The person may be verified on this account too: one person may hold only so many. Known before anything is paid. `people`: their
 * index under each live version of the key.
 */
export const personFree = (
  [index, ...others]: Versioned<string>,
  accountId: string,
  accountsPerPerson: number,
): Guard[] => [
  guard(verificationKeys.person(index), hasRoom(accountId, accountsPerPerson), 'person_full'),
  ...knownAlone(others),
]

/** People are found by the version of the key their entry is under, spread over parts. */
export const listedPerson = (index: string, now: Millis) => {
  const part = listPart(verificationKeys.person(index).pk)
  return listedAt(verificationLists.people(versionOf(index), part), now)
}

/** Exactly these accounts are the person's. */
const heldOn = (accounts: readonly string[]): Condition =>
  accounts.length === 0
    ? absent('accounts')
    : all(sizeBelow('accounts', accounts.length + 1), ...accounts.map((one) => contains('accounts', one)))

/**
 * The person is verified on this account from now on; the limit holds at this very write, whichever version of the key knows them, and so
 * do their `accounts`, which are told of it. Conflict `person_full`: they hold as many as they may, or others than these.
 */
export const personHeld = (
  [index, ...others]: Versioned<string>,
  accountId: string,
  { accountsPerPerson, accounts }: { accountsPerPerson: number; accounts: readonly string[] },
  now: Millis,
): Write[] => [
  update(
    verificationKeys.person(index),
    { set: listedPerson(index, now), addToSet: { accounts: accountId } },
    all(hasRoom(accountId, accountsPerPerson), heldOn(accounts)),
    'person_full',
  ),
  ...knownAlone(others),
]

const SECONDS = 1000

/** Identical data is not taken again before `until`, whichever account sends it. */
export const coolingDown = (resubmissionIndex: string, until: Millis): Put =>
  put(verificationKeys.resubmission(resubmissionIndex), { until, ttl: Math.ceil(until / SECONDS) })

/** Identical data may be taken: it was never checked, or long enough ago, under whichever live version of the key. */
export const cooledDown = (resubmissions: Versioned<string>, now: Millis): Guard[] =>
  resubmissions.map((index) =>
    guard(verificationKeys.resubmission(index), any(absent('until'), atMost('until', now)), 'cooling_down'),
  )

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
