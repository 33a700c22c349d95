import { type Outcome, ok, type Refusal, refused } from '../../../shared/kernel/outcome.ts'
import { type Conflict, isBecause } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import { FACE_USED } from '../../face/check/face-used-store.ts'
import type { HeldIdentity } from '../../gate/identity-store.ts'
import { materialUsed } from '../../material/material-store.ts'
import type { Application, ApplicationMaterial, Presence } from '../applications/application.ts'
import { APPLICATION_MOVED } from '../applications/application-store.ts'
import { faceAction } from '../applications/pair.ts'
import { type PresenceDeps, type Proof, readPresence } from '../steps/read-presence.ts'

/** How the administrator showed that it is them, with which picture, and what belongs in the commit of what it confirms. */
export type Shown = {
  presence: Presence
  identity: HeldIdentity
  picture?: ApplicationMaterial
  writes: Write[]
}

type Asked = { route: 'confirmApplication' | 'correctApplication'; of: Application; token: string }

/**
 * W8 whether it is the administrator who confirms a change of name: by face, begun after it was sent in, or by a picture, which is the application's from
 * then on and which its reviewer looks at. Refuses with `application_level_too_low`, and as `readPresence` does. Six table calls and two to KMS.
 */
export const readProof = async (
  deps: PresenceDeps,
  caller: SessionClaim,
  { route, of, token }: Asked,
  proof: Proof,
): Promise<Outcome<Shown>> => {
  const asked = { route, isCertified: false, action: faceAction(token), from: of.submittedAt ?? of.createdAt }
  const shown = await readPresence(deps, caller, asked, proof)
  if (!shown.ok) return shown.refusal.code === 'step_needs_verification' ? refused('application_level_too_low') : shown
  const { identity, picture: id, writes } = shown.value
  if (!identity) throw new Error('whoever applies is asked for in person')
  if (id === undefined) return ok({ presence: 'face', identity, writes })
  const used = materialUsed({ id, accountId: caller.claimedId }, of.id, deps.clock.now())
  return ok({ presence: 'picture', identity, picture: { id, kind: 'holder' }, writes: [used, ...writes] })
}

/** Why what was shown confirms nothing, where nobody else moved the application meanwhile: the face has confirmed something else. */
export const proofRefusal = (conflicts: readonly Conflict[]): Refusal | undefined =>
  isBecause(conflicts, FACE_USED) && !isBecause(conflicts, APPLICATION_MOVED)
    ? { code: 'confirmation_face_unfit', fields: [{ pointer: '/face', code: 'confirmation_face_unfit' }] }
    : undefined
