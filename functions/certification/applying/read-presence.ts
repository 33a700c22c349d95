import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Write } from '../../../shared/table/write.ts'
import { answerStepUp, type StepUpDeps } from '../../account/numbers/answer-step-up.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import { faceCheckOf } from '../../face/check/face-check-store.ts'
import { faceKeys } from '../../face/keys.ts'
import { type HeldIdentity, heldIdentity, identityHeldSince } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { materialKeys } from '../../material/keys.ts'
import { isFree } from '../../material/material.ts'
import { materialOf, materialUsed } from '../../material/material-store.ts'
import type { Application, ApplicationMaterial, Presence } from '../applications/application.ts'
import { faceAction } from '../applications/pair.ts'

/**
 * How an administrator shows that it is them: a code texted to the number of the account, the last four of their ID number, and one of two things that are
 * equal: a confirmation by face of exactly this, or a picture of them with their document, which the reviewer looks at.
 */
export type Proof = { phone: string; smsCode: string; idLastFour: string } & ({ face: string } | { picture: string })

/** What was shown: how, by whom, with which picture, and what belongs in the commit of what it confirms. */
export type Shown = {
  presence: Presence
  identity: HeldIdentity
  picture?: ApplicationMaterial
  writes: Write[]
}

type About = { of: Application; token: string; identity: HeldIdentity }

/** The confirmation by face is of this change of name, of this person, passed, and was begun after it was sent in. */
const readFace = async (
  { table }: StepUpDeps,
  { of, token, identity }: About,
  id: string,
): Promise<Outcome<Write[]>> => {
  const item = isId(id) ? await table.get(faceKeys.check(of.accountId, id)) : undefined
  const check = item && faceCheckOf(item)
  const isFit =
    check?.status === 'confirmed' &&
    check.action === faceAction(token) &&
    check.verificationId === identity.verificationId &&
    check.openedAt >= (of.submittedAt ?? of.createdAt)
  return isFit ? ok([]) : refusedField('/face', 'confirmation_face_unfit')
}

const readPicture = async ({ table, clock }: StepUpDeps, { of }: About, id: string): Promise<Outcome<Write[]>> => {
  const item = isId(id) ? await table.get(materialKeys.material(id)) : undefined
  const found = item && materialOf(item)
  const now = clock.now()
  if (found?.kind !== 'holder' || !isFree(found, of.accountId, now))
    return refusedField('/picture', 'material_unusable')
  return ok([materialUsed({ id, accountId: of.accountId }, of.id, now)])
}

/**
 * W8 whether it is the administrator who confirms a change of name, by what costs nothing to look at first; then by a code and the last four, as
 * `answerStepUp` says. Refuses with `application_level_too_low`, `confirmation_face_unfit`, `material_unusable`, and as that does. Six table calls and two to
 * KMS.
 */
export const readPresence = async (
  deps: StepUpDeps,
  caller: SessionClaim,
  { of, token }: { of: Application; token: string },
  proof: Proof,
): Promise<Outcome<Shown>> => {
  const accountId = caller.claimedId
  const identity = heldIdentity(await deps.table.get(gateKeys.identity(accountId)))
  if (!identity) return refused('application_level_too_low')
  const about = { of, token, identity }
  const there =
    'face' in proof ? await readFace(deps, about, proof.face) : await readPicture(deps, about, proof.picture)
  if (!there.ok) return there
  const code = await answerStepUp(deps, caller, proof)
  if (!code.ok) return code
  return ok({
    presence: 'face' in proof ? 'face' : 'picture',
    identity,
    ...('picture' in proof && { picture: { id: proof.picture, kind: 'holder' as const } }),
    writes: [...there.value, ...code.value, identityHeldSince(accountId, identity.verifiedAt)],
  })
}
