import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
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
import type { App } from '../apps/app.ts'
import type { CertificationSettings } from '../settings.ts'
import { presenceAsked, type SensitiveStep } from './sensitive-steps.ts'

export type StepProofDeps = Omit<StepUpDeps, 'settings'> & {
  table: Pick<Table, 'get' | 'update'>
  settings: StepUpDeps['settings'] & Pick<CertificationSettings, 'steps'>
}

/** What is typed; `face`: a confirmation by face of exactly this step, `picture`: one of the person with their document, for people. */
export type StepProof = SteppedUp & { face?: string | undefined; picture?: string | undefined }

/** What was shown, and what belongs in the commit of the step; with a `picture` it waits for a person who looks at it. */
export type StepShown = { writes: Write[]; waits?: { picture: string; heldSince: number } }

type Asked = { route: SensitiveStep; app: App; action: string }

const readFace = async (
  { table, clock, settings }: StepProofDeps,
  { accountId, identity, action }: { accountId: string; identity: HeldIdentity; action: string },
  id: string,
): Promise<Outcome<Write[]>> => {
  const item = isId(id) ? await table.get(faceKeys.check(accountId, id)) : undefined
  const check = item && faceCheckOf(item)
  const now = clock.now()
  const isFit =
    check?.status === 'confirmed' &&
    check.action === action &&
    check.verificationId === identity.verificationId &&
    check.openedAt > now - settings.steps.faceMs
  return isFit ? ok([faceUsed({ accountId, id }, now)]) : refusedField('/face', 'confirmation_face_unfit')
}

const isPicture = async ({ table, clock }: StepProofDeps, accountId: string, id: string): Promise<boolean> => {
  const item = isId(id) ? await table.get(materialKeys.material(id)) : undefined
  const found = item && materialOf(item)
  return found?.kind === 'holder' && isFree(found, accountId, clock.now())
}

/** Somebody who is verified: a face or a picture beside the code. */
const readPerson = async (
  deps: StepProofDeps,
  { accountId, identity, action }: { accountId: string; identity: HeldIdentity; action: string },
  { face, picture }: StepProof,
): Promise<Outcome<StepShown>> => {
  const still = identityHeldSince(accountId, identity.verifiedAt)
  if (face !== undefined) {
    const shown = await readFace(deps, { accountId, identity, action }, face)
    return shown.ok ? ok({ writes: [...shown.value, still] }) : shown
  }
  if (picture === undefined) return refused('presence_required', { extra: { faceAction: action } })
  if (!(await isPicture(deps, accountId, picture))) return refusedField('/picture', 'material_unusable')
  return ok({ writes: [still], waits: { picture, heldSince: identity.verifiedAt } })
}

/**
 * W8 whether it is the holder of the account who takes a sensitive step about an app, as its row in `sensitiveSteps` asks: by what costs nothing to look at
 * first, which is a confirmation by face of exactly this or a picture for people; then by a code and the last four, as `answerStepUp` says. Refuses with
 * `presence_required` and what a face has to confirm, `step_needs_verification`, `confirmation_face_unfit`, `material_unusable`, and as that does. Six table
 * calls and two to KMS.
 */
export const readStepProof = async (
  deps: StepProofDeps,
  caller: SessionClaim,
  { route, app, action }: Asked,
  proof: StepProof,
): Promise<Outcome<StepShown>> => {
  const accountId = caller.claimedId
  const identity = heldIdentity(await deps.table.get(gateKeys.identity(accountId)))
  const asked = presenceAsked(route, {
    isVerified: identity !== undefined,
    isCertified: app.certifiedName !== undefined,
  })
  if (asked === 'impossible') return refused('step_needs_verification')
  const shown =
    asked && identity
      ? await readPerson(deps, { accountId, identity, action }, proof)
      : ok<StepShown>({ writes: [identityAbsent(accountId)] })
  if (!shown.ok) return shown
  const code = await answerStepUp(deps, caller, proof)
  return code.ok ? ok({ ...shown.value, writes: [...shown.value.writes, ...code.value] }) : code
}
