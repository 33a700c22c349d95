import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import type { App } from '../apps/app.ts'
import type { CertificationSettings } from '../settings.ts'
import { type PresenceDeps, type Proof, readPresence } from './read-presence.ts'
import type { SensitiveStep } from './sensitive-steps.ts'
import { facesFrom } from './step.ts'

export type StepProofDeps = Omit<PresenceDeps, 'settings'> & {
  settings: PresenceDeps['settings'] & Pick<CertificationSettings, 'steps'>
}

export type StepProof = Proof

/** What was shown, and what belongs in the commit of the step; with a `picture` it waits for a person who looks at it. */
export type StepShown = { writes: Write[]; waits?: { picture: string; heldSince: number } }

/** W8 whether it is the holder of the account who takes a sensitive step about an app. Refuses as `readPresence` does, and takes as many calls. */
export const readStepProof = async (
  deps: StepProofDeps,
  caller: SessionClaim,
  { route, app, action }: { route: SensitiveStep; app: App; action: string },
  proof: StepProof,
): Promise<Outcome<StepShown>> => {
  const from = facesFrom(deps.settings.steps, deps.clock.now())
  const asked = { route, isCertified: app.certifiedName !== undefined, action, from }
  const shown = await readPresence(deps, caller, asked, proof)
  if (!shown.ok) return shown
  const { writes, identity, picture } = shown.value
  if (!identity || picture === undefined) return ok({ writes })
  return ok({ writes, waits: { picture, heldSince: identity.verifiedAt } })
}
