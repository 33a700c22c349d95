import { leadsTo } from '../../../functions/account/account-store.ts'
import { newCode } from '../../../functions/account/codes/challenge.ts'
import { challenge } from '../../../functions/account/codes/challenge-store.ts'
import { textHanded } from '../../../functions/account/codes/counted-text-store.ts'
import { accountKeys } from '../../../functions/account/keys.ts'
import { authenticate } from '../../../functions/account/sessions/authenticate.ts'
import {
  newSessionToken,
  type SessionClaim,
  type SignedIn,
  sessionOf,
} from '../../../functions/account/sessions/session-store.ts'
import { checkDigit } from '../../../functions/sandbox/id-number.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { HOUR, type Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { put } from '../../../shared/table/write.ts'
import { ringOf } from '../../key-ring.ts'

/** A person with the three elements a check compares. */
export type Person = { name: string; idNumber: string; phone: string }

/** An account that is signed in, its session token, and how the platform calls it. */
export type Account = { id: string; externalId: string; token: string; claim: SessionClaim; caller: SignedIn }

/** Ids in order; secrets and numbers as predictable. */
export const countingIds = (): Ids => {
  let count = 0
  const next = (): number => {
    count += 1
    return count
  }
  return {
    id: () => next().toString(16).padStart(32, '0'),
    secret: (bytes) => String(next()).padStart(bytes, 's'),
    below: (limit) => next() % limit,
  }
}

const born = (year: number): Pick<Person, 'idNumber'> => {
  const digits = `110105${year}0102001`
  return { idNumber: `${digits}${checkDigit(digits)}` }
}

/** Test people: nobody alive was born then. Each has a number segment of their own. */
export const people: readonly [Person, Person, Person] = [
  { name: '张三', phone: '13800138001', ...born(1881) },
  { name: '买买提·吐尔逊', phone: '13900138002', ...born(1882) },
  { name: '王五', phone: '15000138003', ...born(1883) },
]

const YEARS: Millis = 100_000 * HOUR

/** A signed-in account whose profile exists. */
export const newAccount = async (table: Table, ids: Ids, now: Millis): Promise<Account> => {
  const id = ids.id()
  const token = newSessionToken(id, ids)
  const claim = sessionOf(token)
  if (!claim) throw new Error('a session token names no session')
  const externalId = `user-${id}`
  await table.commit([
    put(accountKeys.profile(id), { createdAt: now, externalId }),
    leadsTo(accountKeys.external(externalId), id),
    put(claim.session, { expiresAt: now + YEARS }),
  ])
  const caller = await authenticate({ table, clock: { now: () => now } }, token)
  if (!caller.ok) throw new Error('a new session is not live')
  return { id, externalId, token, claim, caller: caller.value }
}

/** What codes are kept under; keys are never lost in this world. */
export const ring = ringOf(['k1'])

/** Sends a code to the person's phone by the account's session; answers the code. */
export const codeSent = async (table: Table, ids: Ids, account: Account, phone: string, now: Millis) => {
  const code = newCode(ids.below)
  const sent = challenge(ring, { to: phone, code, salt: 'salt', until: now + HOUR })
  const to = { id: ids.id(), vendor: 'tencent_cloud', at: now }
  await table.commit([
    put(account.caller.session, { expiresAt: now + YEARS, ...sent, handedOn: [to] }),
    textHanded(to, 'verify_phone'),
  ])
  return code
}
