import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Key } from '../../../shared/table/write.ts'
import { uncounted } from '../../account/limits/limit-store.ts'
import { operatorKeys } from '../keys.ts'
import { codeTaken, keptPersonOf } from '../operator-store.ts'
import { steppedUp } from './session-store.ts'
import { type OperatorSignInDeps, secretOf } from './sign-in.ts'
import { takeTry } from './take-try.ts'
import { stepOfCode } from './totp.ts'
import { triesToStepUp } from './try-store.ts'

/** `name` and `session`: who is signed in, and in which session. */
type SteppingUp = { name: string; session: Key; code: string }

/**
 * Whoever is signed in shows another code, and may act for a while. Tries are counted by the session, and a right one given back.
 * Refuses with `credentials_wrong`, also for a code that was used already, and with `too_often`. Three database calls.
 */
export const takeStepUp = async (
  deps: Omit<OperatorSignInDeps, 'passwordCost' | 'note'>,
  { name, session, code }: SteppingUp,
): Promise<Outcome<{ stepUpUntil: Millis }>> => {
  const now = deps.clock.now()
  const tries = triesToStepUp(session, now, deps.settings.operators)
  const counted = await takeTry(deps, name, tries, now)
  if (!counted.ok) return counted
  const kept = keptPersonOf(await deps.table.get(operatorKeys.person(name)))
  const step = kept && stepOfCode(secretOf(await deps.keyRing(), name, kept), code, now)
  if (!kept || step === undefined) return refused('credentials_wrong')
  const stepUpUntil = now + deps.settings.operators.stepUpMs
  const committed = await deps.table.commit([
    codeTaken(kept, step),
    steppedUp(session, stepUpUntil, now),
    ...tries.all.map(uncounted),
  ])
  return committed.kind === 'committed' ? ok({ stepUpUntil }) : refused('credentials_wrong')
}
