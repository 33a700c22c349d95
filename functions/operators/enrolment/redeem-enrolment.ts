import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { newSessionToken } from '../../account/sessions/session-store.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers } from '../../audit/deed.ts'
import { ownReasons } from '../../audit/own-reasons.ts'
import { deviceToken } from '../access/device-store.ts'
import { keepPassword, passwordFault } from '../access/password.ts'
import { newSession } from '../access/session.ts'
import { operatorClaimOf, operatorSessionOpened } from '../access/session-store.ts'
import type { OperatorSignedIn, OperatorSignInDeps } from '../access/sign-in.ts'
import { stepOfCode } from '../access/totp.ts'
import { totpSealed } from '../access/totp-store.ts'
import { adminsCounted } from '../admins-store.ts'
import { ringForApprover } from '../operator.ts'
import { personEnrolled, personOf } from '../operator-store.ts'
import { findEnrolment, secretsOf } from './find-enrolment.ts'

/**
 * Whoever has a link chooses a password, shows a code of the secret that their look at it gave, which is known again by its `nonce`, and is
 * signed in; the link is spent, and what other looks were shown is no secret of theirs. Refuses with
 * `enrolment_spent`, `totp_wrong` and what is wrong with the password, none of which spends it. Two database calls.
 */
export const redeemEnrolment = async (
  deps: Omit<OperatorSignInDeps, 'note'>,
  { token, nonce, password, code }: { token: string; nonce: string; password: string; code: string },
): Promise<Outcome<OperatorSignedIn>> => {
  const found = await findEnrolment(deps, token)
  if (!found) return refused('enrolment_spent')
  const { kept, head } = found
  const fault = passwordFault(password, kept.name)
  if (fault) return refusedField('/password', fault)
  const now = deps.clock.now()
  const ring = await deps.keyRing()
  const shown = secretsOf(ring, token, nonce).map((secret) => ({ secret, step: stepOfCode(secret, code, now) }))
  const right = shown.find(({ step }) => step !== undefined)
  if (right?.step === undefined) return refusedField('/code', 'totp_wrong')
  const credentials = {
    password: await keepPassword(password, deps.passwordCost),
    totp: totpSealed(ring, kept.name, right.secret),
    totpStep: right.step,
  }
  const person = {
    ...personOf(kept),
    ...({ status: 'active', statusAt: now, enrolledAt: now, isEnrolled: true } as const),
    ...{ epoch: kept.epoch + 1, epochAt: now },
  }
  const sessionToken = newSessionToken(kept.name, deps.ids)
  const claim = operatorClaimOf(sessionToken)
  if (!claim) throw new Error('a fresh token is none')
  const session = newSession(person.epoch, now, deps.settings.operators)
  const record = {
    id: deps.ids.id(),
    subject: deedSubjects.operator(kept.name),
    at: now,
    by: doers.operator({ operatorId: kept.name, isPerson: true }),
    action: 'operator_enrol',
    reason: ownReasons.enrolled,
  } as const
  const committed = await commitDeed(
    deps,
    record,
    [
      personEnrolled(kept, credentials, now),
      ...adminsCounted(kept, person),
      operatorSessionOpened(claim.session, session),
    ],
    [head],
  )
  if (committed.kind === 'conflict') return refused('enrolment_spent')
  ringForApprover(deps.alarm, kept, person)
  return ok({ token: sessionToken, person, session, device: deviceToken(ring, kept.name, deps.ids) })
}
