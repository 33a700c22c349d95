import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { answerStepUp, type SteppedUp, type StepUpDeps } from '../../account/numbers/answer-step-up.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import { faceCheckOf } from '../../face/check/face-check-store.ts'
import { faceUsed } from '../../face/check/face-used-store.ts'
import { faceKeys } from '../../face/keys.ts'
import { type HeldIdentity, heldIdentity, identityAbsent, identityHeldSince } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { materialKeys } from '../../material/keys.ts'
import { isFree } from '../../material/material.ts'
import { materialOf } from '../../material/material-store.ts'
import { presenceAsked, type SensitiveStep } from './sensitive-steps.ts'

export type PresenceDeps = StepUpDeps & { table: Pick<Table, 'get' | 'update'> }

/** What is typed; `face`: a confirmation by face of exactly this step, `picture`: one of the person with their document, for people. */
export type Proof = SteppedUp & { face?: string | undefined; picture?: string | undefined }

/** Which step, about an app that is certified or not; `action`: what a confirmation by face is about that confirms exactly this, begun at `from` at the earliest. */
export type PresenceAsked = { route: SensitiveStep; isCertified: boolean; action: string; from: Millis }

/** What was shown, and what belongs in the commit of the step. `identity`: who was asked for in person; with a `picture` a person has to look at it still. */
export type Presence = { writes: Write[]; identity?: HeldIdentity; picture?: string }

type About = { accountId: string; identity: HeldIdentity; asked: PresenceAsked }

const readFace = async (
  { table, clock }: PresenceDeps,
  { accountId, identity, asked }: About,
  id: string,
): Promise<Outcome<Write[]>> => {
  const item = isId(id) ? await table.get(faceKeys.check(accountId, id)) : undefined
  const check = item && faceCheckOf(item)
  const isFit =
    check?.status === 'confirmed' &&
    check.action === asked.action &&
    check.verificationId === identity.verificationId &&
    check.openedAt >= asked.from
  return isFit ? ok([faceUsed({ accountId, id }, clock.now())]) : refusedField('/face', 'confirmation_face_unfit')
}

const isPicture = async ({ table, clock }: PresenceDeps, accountId: string, id: string): Promise<boolean> => {
  const item = isId(id) ? await table.get(materialKeys.material(id)) : undefined
  const found = item && materialOf(item)
  return found?.kind === 'holder' && isFree(found, accountId, clock.now())
}

/** Somebody who is verified: a face or a picture beside the code. */
const readPerson = async (deps: PresenceDeps, about: About, { face, picture }: Proof): Promise<Outcome<Presence>> => {
  const { accountId, identity, asked } = about
  const still = identityHeldSince(accountId, identity.verifiedAt)
  if (face !== undefined) {
    const shown = await readFace(deps, about, face)
    return shown.ok ? ok({ identity, writes: [...shown.value, still] }) : shown
  }
  if (picture === undefined) return refused('presence_required', { extra: { faceAction: asked.action } })
  if (!(await isPicture(deps, accountId, picture))) return refusedField('/picture', 'material_unusable')
  return ok({ identity, picture, writes: [still] })
}

/**
 * W8 whether it is the holder of the account who takes a sensitive step, as its row in `sensitiveSteps` asks: by what costs nothing to look at first, which is
 * a confirmation by face of exactly this or a picture for people; then by a code and the last four, as `answerStepUp` says. A face confirms one thing, once.
 * Refuses with `presence_required` and what a face has to confirm, `step_needs_verification`, `confirmation_face_unfit`, `material_unusable`, and as that
 * does. Six table calls and two to KMS.
 */
export const readPresence = async (
  deps: PresenceDeps,
  caller: SessionClaim,
  asked: PresenceAsked,
  proof: Proof,
): Promise<Outcome<Presence>> => {
  const accountId = caller.claimedId
  const identity = heldIdentity(await deps.table.get(gateKeys.identity(accountId)))
  const { route, isCertified } = asked
  const inPerson = presenceAsked(route, { isVerified: identity !== undefined, isCertified })
  if (inPerson === 'impossible') return refused('step_needs_verification')
  const shown =
    inPerson && identity
      ? await readPerson(deps, { accountId, identity, asked }, proof)
      : ok<Presence>({ writes: [identityAbsent(accountId)] })
  if (!shown.ok) return shown
  const code = await answerStepUp(deps, caller, proof)
  return code.ok ? ok({ ...shown.value, writes: [...shown.value.writes, ...code.value] }) : code
}
