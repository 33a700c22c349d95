import type { Alarm, Tell } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import { addressGroup } from '../../account/codes/sms-limit.ts'
import { uncounted } from '../../account/limits/limit-store.ts'
import { newSessionToken } from '../../account/sessions/session-store.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers } from '../../audit/deed.ts'
import { ownReasons } from '../../audit/own-reasons.ts'
import type { Person } from '../operator.ts'
import { codeTaken, type KeptPerson, personOf } from '../operator-store.ts'
import type { OperatorSettings } from '../settings.ts'
import { deviceToken, knownDevice, placeOf } from './device-store.ts'
import { isOutdated, isPassword, keepPassword, type PasswordCost } from './password.ts'
import { newSession, type OperatorSession } from './session.ts'
import { operatorClaimOf, operatorSessionOpened } from './session-store.ts'
import { readPersonAndHead, takeTry } from './take-try.ts'
import { base32, stepOfCode, TOTP_SECRET_BYTES } from './totp.ts'
import { totpOpened, totpSealed } from './totp-store.ts'
import { triesToSignIn } from './try-store.ts'

export type OperatorSignInDeps = {
  table: Table
  clock: Clock
  ids: Ids
  keyRing: () => Promise<KeyRing>
  settings: OperatorSettings
  passwordCost: PasswordCost
  alarm: Alarm
  note: Tell
}

/** `sourceIp`: where the request is from; `device`: what a browser shows in which somebody signed in before. */
export type Typed = { name: string; password: string; code: string; sourceIp: string; device?: string | undefined }

/** Who has just signed in; the token is shown once. `device`: what their browser shows from now on (`deviceToken`). */
export type OperatorSignedIn = { token: string; person: Person; session: OperatorSession; device: string }

/** What a code is held against where nobody is, so that the same is done. */
const NOBODYS_SECRET = base32(Buffer.alloc(TOTP_SECRET_BYTES))

/** The secret of whoever it is. */
export const secretOf = (ring: KeyRing, name: string, kept: KeptPerson | undefined): string =>
  totpOpened(ring, name, kept?.totp ?? totpSealed(ring, name, NOBODYS_SECRET))

/** What is kept under older parameters or an older key is kept under those of today from now on. */
const renewedOf = async (ring: KeyRing, kept: KeptPerson, typed: string, secret: string, cost: PasswordCost) => ({
  ...(kept.password && isOutdated(kept.password, cost) && { password: await keepPassword(typed, cost) }),
  ...(kept.totp && ring.age(kept.totp) !== 'current' && { totp: totpSealed(ring, kept.name, secret) }),
})

/** Of whoever is not let in, nothing is said but that. */
const wrong = ({ note }: Pick<OperatorSignInDeps, 'note'>, from: string): Outcome<never> => {
  note('operator_sign_in_refused', { from })
  return refused('credentials_wrong')
}

/**
 * Signs a person in by name (as `normaliseName` makes it), password and a code of their authenticator app. Whatever is wrong, or
 * whether there is nobody of that name or they may not sign in: `credentials_wrong`, after the same calls and the same work. Tries are
 * counted (`triesToSignIn`), and a right one given back; refuses with `too_often`. Signing in is recorded, with whether the device
 * was known and with a word for the place. Two database calls where anything is wrong, three to sign in.
 */
export const signInOperator = async (
  deps: OperatorSignInDeps,
  { name, password, code, sourceIp, device }: Typed,
): Promise<Outcome<OperatorSignedIn>> => {
  const now = deps.clock.now()
  const ring = await deps.keyRing()
  const known = knownDevice(ring, name, device)
  const tries = triesToSignIn({ name, sourceIp, device: known }, now, deps.settings.operators)
  const counted = await takeTry(deps, name, tries, now)
  if (!counted.ok) return counted
  const { kept, head } = await readPersonAndHead(deps, name)
  const secret = secretOf(ring, name, kept)
  const step = stepOfCode(secret, code, now)
  const isRight = await isPassword(password, kept?.password, deps.passwordCost)
  if (!isRight || !kept || kept.status !== 'active' || step === undefined) return wrong(deps, tries.from)
  const token = newSessionToken(name, deps.ids)
  const claim = operatorClaimOf(token)
  if (!claim) throw new Error('a fresh token is none')
  const session = newSession(kept.epoch, now, deps.settings.operators)
  const record = {
    ...{ id: deps.ids.id(), subject: deedSubjects.operator(name), at: now },
    by: doers.operator({ operatorId: name, isPerson: true }),
    action: 'operator_sign_in',
    detail: `${tries.from} ${placeOf(ring, addressGroup(sourceIp))}`,
    reason: ownReasons.signedIn,
  } as const
  const writes = [
    codeTaken(kept, step, await renewedOf(ring, kept, password, secret, deps.passwordCost)),
    operatorSessionOpened(claim.session, session),
    ...tries.all.map(uncounted),
  ]
  const committed = await commitDeed(deps, record, writes, [head])
  // The code was used before, or they were disabled, reset or given another role in this very moment.
  if (committed.kind === 'conflict') return wrong(deps, tries.from)
  return ok({ token, person: personOf(kept), session, device: deviceToken(ring, name, deps.ids, known) })
}
