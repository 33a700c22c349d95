import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import { endOf } from '../../account/limits/limit-store.ts'
import { newSessionToken } from '../../account/sessions/session-store.ts'
import { operatorKeys } from '../keys.ts'
import type { Person } from '../operator.ts'
import { codeTaken, type KeptPerson, keptPersonOf, personOf } from '../operator-store.ts'
import type { OperatorSettings } from '../settings.ts'
import { isOutdated, isPassword, keepPassword, type PasswordCost } from './password.ts'
import { newSession, type OperatorSession } from './session.ts'
import { operatorClaimOf, operatorSessionOpened } from './session-store.ts'
import { base32, stepOfCode, TOTP_SECRET_BYTES } from './totp.ts'
import { totpOpened, totpSealed } from './totp-store.ts'
import { tryCountedOf } from './try-store.ts'

export type OperatorSignInDeps = {
  table: Table
  clock: Clock
  ids: Ids
  keyRing: () => Promise<KeyRing>
  settings: OperatorSettings
  passwordCost: PasswordCost
}

/** `sourceIp`: where the request is from. */
export type Typed = { name: string; password: string; code: string; sourceIp: string }

/** Who has just signed in; the token is shown once. */
export type OperatorSignedIn = { token: string; person: Person; session: OperatorSession }

/** What a code is held against where nobody is, so that the same is done. */
const NOBODYS_SECRET = base32(Buffer.alloc(TOTP_SECRET_BYTES))

/** The secret of whoever it is. */
export const secretOf = (ring: KeyRing, name: string, kept: KeptPerson | undefined): string =>
  totpOpened(ring, name, kept?.totp ?? totpSealed(ring, name, NOBODYS_SECRET))

/** Counts a try, or refuses with `too_often`. One call. */
export const countTry = async (
  deps: Pick<OperatorSignInDeps, 'table' | 'settings'>,
  of: Pick<Typed, 'name' | 'sourceIp'>,
  now: Millis,
): Promise<Outcome<undefined>> => {
  const counted = await deps.table.commit(tryCountedOf(of, now, deps.settings.operators))
  if (counted.kind === 'committed') return ok(undefined)
  return refused('too_often', { retryAt: endOf(counted.conflicts.map(({ item }) => item)) })
}

/** What is kept under older parameters or an older key is kept under those of today from now on. */
const renewedOf = async (ring: KeyRing, kept: KeptPerson, typed: string, secret: string, cost: PasswordCost) => ({
  ...(kept.password && isOutdated(kept.password, cost) && { password: await keepPassword(typed, cost) }),
  ...(kept.totp && ring.age(kept.totp) !== 'current' && { totp: totpSealed(ring, kept.name, secret) }),
})

/**
 * Signs a person in by name (as `normaliseName` makes it), password and a code of their authenticator app, each of which counts once.
 * Whatever is wrong, or whether there is nobody of that name or they may not sign in: `credentials_wrong`, after the same calls and
 * the same work. Refuses with `too_often`. Two database calls where anything is wrong, three to sign in.
 */
export const signInOperator = async (
  deps: OperatorSignInDeps,
  { name, password, code, sourceIp }: Typed,
): Promise<Outcome<OperatorSignedIn>> => {
  const now = deps.clock.now()
  const counted = await countTry(deps, { name, sourceIp }, now)
  if (!counted.ok) return counted
  const ring = await deps.keyRing()
  const kept = keptPersonOf(await deps.table.get(operatorKeys.person(name)))
  const secret = secretOf(ring, name, kept)
  const step = stepOfCode(secret, code, now)
  const isRight = await isPassword(password, kept?.password, deps.passwordCost)
  if (!isRight || !kept || kept.status !== 'active' || step === undefined) return refused('credentials_wrong')
  const token = newSessionToken(name, deps.ids)
  const claim = operatorClaimOf(token)
  if (!claim) throw new Error('a fresh token is none')
  const session = newSession(kept.epoch, now, deps.settings.operators)
  const committed = await deps.table.commit([
    codeTaken(kept, step, await renewedOf(ring, kept, password, secret, deps.passwordCost)),
    operatorSessionOpened(claim.session, session),
  ])
  // The code was used before, or they were disabled, reset or given another role in this very moment.
  if (committed.kind === 'conflict') return refused('credentials_wrong')
  return ok({ token, person: personOf(kept), session })
}
