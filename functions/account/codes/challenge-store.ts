import * as z from 'zod/mini'
import { type Outcome, refused } from '../../../shared/kernel/outcome.ts'
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
import { isLive, liveAt } from '../sessions/session-store.ts'
import type { Challenge } from './challenge.ts'
import { keptOutcomes, type PhoneHandedOn } from './sms-sender.ts'

const ATTRIBUTES = ['codeHash', 'codePhone', 'codeSalt', 'codeUntil', 'codeTries', 'codeReports', 'handedOn'] as const

const PURPOSE = 'sms_code'
const PHONE_PURPOSE = 'sms_code_phone'

/**
 * A challenge for `code` sent to a number or an address; binding that makes a code good for it only. Six digits are found in a second
 * from a hash that anybody can repeat, hence the key.
 */
export const challenge = (ring: KeyRing, of: { to: string; code: string; salt: string; until: Millis }): Challenge => ({
  codeHash: ring.mac(PURPOSE, of.salt, of.to, of.code),
  codePhone: ring.mac(PHONE_PURPOSE, of.salt, of.to),
  codeSalt: of.salt,
  codeUntil: of.until,
  codeTries: 0,
  codeReports: 0,
})

/**
 * A code for signing in, under an id of its own: only who asked for it can spend its tries, and another does not replace it. Keeps who
 * gets the number, for the account that it may open.
 */
export const challengeOpened = (id: string, fresh: Challenge, handedOn: PhoneHandedOn): Put =>
  put(accountKeys.challenge(id), { ...fresh, handedOn: [{ ...handedOn }], ttl: ttlAt(fresh.codeUntil) }, isNew)

/** What a code keeps of each; `id`: of a code of before, which kept one vendor without a number of the text. */
const keptOf = (id: string) =>
  z.object({
    id: z._default(z.string(), id),
    vendor: z.string(),
    at: z.number(),
    outcome: z.optional(z.enum(keptOutcomes)),
  })

/** Who got the number of a code of that id, first to last. */
export const handedOnIn = ({ handedOn = [] }: Item, id: string): PhoneHandedOn[] =>
  z.parse(z.array(keptOf(id)), [handedOn].flat())

/** A code that proves a number stays with the session that asked for it, if that is live. */
export const challengeOfSession = (session: Key, fresh: Challenge, handedOn: PhoneHandedOn, now: Millis): Update =>
  update(session, { set: { ...fresh, handedOn: [{ ...handedOn }] } }, liveAt(now))

/** Others got the number of that code, which nothing has replaced or answered yet. */
export const handedOver = (key: Key, codeHash: string, handedOn: readonly PhoneHandedOn[]): Update =>
  update(key, { set: { handedOn: handedOn.map((one) => ({ ...one })) } }, equals('codeHash', codeHash))

/** Counts that somebody asks what became of the text, before anybody is asked; fails when there is no live code or it was asked too often. */
export const reportCounted = (key: Key, now: Millis, most: number, more: readonly Condition[] = []): Update =>
  update(key, { add: { codeReports: 1 } }, all(...more, atLeast('codeUntil', now), below('codeReports', most)))

/** Counts one try, which must happen before any comparison; fails when there is no live challenge or all tries are spent. */
export const tryCounted = (key: Key, now: Millis, tries: number, more: readonly Condition[] = []): Update =>
  update(key, { add: { codeTries: 1 } }, all(...more, atLeast('codeUntil', now), below('codeTries', tries)))

/** Why a commit was refused that a code has opened: it opened something else. */
export const CODE_CONSUMED = 'code_consumed'

/** Ends a challenge that was answered, so that one code opens one thing. The session it sits on stays. */
export const challengeConsumed = (key: Key, codeHash: string): Update =>
  update(key, { remove: ATTRIBUTES }, equals('codeHash', codeHash), CODE_CONSUMED)

/**
 * Whether an item's challenge is answered by that code for what it was sent to, in constant time. Count the try before asking. Nothing
 * answers a challenge whose version of the key is gone.
 */
export const isAnswered = (ring: KeyRing, item: Item, to: string, code: string): boolean =>
  typeof item.codeHash === 'string' &&
  typeof item.codeSalt === 'string' &&
  ring.isMac(item.codeHash, PURPOSE, item.codeSalt, to, code)

/** Whether an item's code was sent to that number, in constant time. */
export const isSentTo = (ring: KeyRing, item: Item, phone: string): boolean =>
  typeof item.codePhone === 'string' &&
  typeof item.codeSalt === 'string' &&
  ring.isMac(item.codePhone, PHONE_PURPOSE, item.codeSalt, phone)

/** Whether a try could not be counted because all are spent, from the item as it was. */
export const isSpent = (item: Item | undefined, now: Millis, tries: number): boolean =>
  item !== undefined && Number(item.codeUntil ?? 0) >= now && Number(item.codeTries ?? 0) >= tries

/** Why a try could not be counted, from the item as it was. */
export const tryRefusal = (item: Item | undefined, now: Millis, tries: number): ProblemCode =>
  isSpent(item, now, tries) ? 'sms_code_spent' : 'sms_code_wrong'

/** Why it could not be asked what became of a text, from the item as it was. `inSession`: the item is a session. */
export const reportRefusal = (item: Item | undefined, now: Millis, inSession: boolean): Outcome<never> => {
  if (inSession && !isLive(item, now)) return refused('unauthenticated')
  const until = Number(item?.codeUntil ?? 0)
  return until >= now && item?.codeReports !== undefined
    ? refused('sms_report_too_often', { retryAt: until + 1 })
    : refused('not_found')
}
