import type { ProblemCode } from '../../../shared/kernel/problems.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import {
  all,
  atLeast,
  below,
  type Condition,
  equals,
  type Item,
  isNew,
  type Key,
  type Put,
  put,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import { accountKeys } from '../keys.ts'
import { liveAt } from '../sessions/session-store.ts'
import type { Challenge } from './challenge.ts'
import type { PhoneHandedOn } from './sms-sender.ts'

const ATTRIBUTES = ['codeHash', 'codeSalt', 'codeUntil', 'codeTries'] as const

const PURPOSE = 'sms_code'

/**
 * A challenge for `code` sent to `phone`; binding the number makes a code good for that number only. Six digits are found in a second
 * from a hash that anybody can repeat, hence the key.
 */
export const challenge = (
  ring: KeyRing,
  of: { phone: string; code: string; salt: string; until: Millis },
): Challenge => ({
  codeHash: ring.mac(PURPOSE, of.salt, of.phone, of.code),
  codeSalt: of.salt,
  codeUntil: of.until,
  codeTries: 0,
})

/**
 * A code for signing in, under an id of its own: only who asked for it can spend its tries, and another does not replace it. Keeps who
 * gets the number, for the account that it may open.
 */
export const challengeOpened = (id: string, fresh: Challenge, handedOn: PhoneHandedOn): Put =>
  put(accountKeys.challenge(id), { ...fresh, handedOn, ttl: ttlAt(fresh.codeUntil) }, isNew)

/** Who got the number of a code for signing in; undefined for those of before. */
export const handedOnIn = ({ handedOn }: Item): PhoneHandedOn | undefined => {
  const { vendor, at } = Object(handedOn)
  return typeof vendor === 'string' && typeof at === 'number' ? { vendor, at } : undefined
}

/** A code that proves a number stays with the session that asked for it, if that is live. */
export const challengeOfSession = (session: Key, fresh: Challenge, now: Millis): Update =>
  update(session, { set: { ...fresh } }, liveAt(now))

/** Counts one try, which must happen before any comparison; fails when there is no live challenge or all tries are spent. */
export const tryCounted = (key: Key, now: Millis, tries: number, more: readonly Condition[] = []): Update =>
  update(key, { add: { codeTries: 1 } }, all(...more, atLeast('codeUntil', now), below('codeTries', tries)))

/** Ends a challenge that was answered, so that one code opens one thing. The session it sits on stays. */
export const challengeConsumed = (key: Key, codeHash: string): Update =>
  update(key, { remove: ATTRIBUTES }, equals('codeHash', codeHash), 'code_consumed')

/**
 * Whether an item's challenge is answered by that code for that number, in constant time. Count the try before asking. Nothing
 * answers a challenge whose version of the key is gone.
 */
export const isAnswered = (ring: KeyRing, item: Item, phone: string, code: string): boolean =>
  typeof item.codeHash === 'string' &&
  typeof item.codeSalt === 'string' &&
  ring.isMac(item.codeHash, PURPOSE, item.codeSalt, phone, code)

/** Why a try could not be counted, from the item as it was. */
export const tryRefusal = (item: Item | undefined, now: Millis, tries: number): ProblemCode =>
  item && Number(item.codeUntil ?? 0) >= now && Number(item.codeTries ?? 0) >= tries
    ? 'sms_code_spent'
    : 'sms_code_wrong'
