import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Key } from '../../../shared/table/write.ts'
import { operatorKeys } from '../keys.ts'
import { codeTaken, keptPersonOf } from '../operator-store.ts'
import { steppedUp } from './session-store.ts'
import { countTry, type OperatorSignInDeps, secretOf } from './sign-in.ts'
import { stepOfCode } from './totp.ts'

/** `name` and `session`: who is signed in, and in which session. */
type SteppingUp = { name: string; session: Key; code: string; sourceIp: string }

/**
 * Whoever is signed in shows another code, and may act for a while. Refuses with `credentials_wrong`, also for a code that was used
 * already, and with `too_often`. Three database calls.
 */
export const takeStepUp = async (
  deps: Omit<OperatorSignInDeps, 'ids' | 'passwordCost'>,
  { name, session, code, sourceIp }: SteppingUp,
): Promise<Outcome<{ stepUpUntil: Millis }>> => {
  const now = deps.clock.now()
  const counted = await countTry(deps, { name, sourceIp }, now)
  if (!counted.ok) return counted
  const kept = keptPersonOf(await deps.table.get(operatorKeys.person(name)))
  const step = kept && stepOfCode(secretOf(await deps.keyRing(), name, kept), code, now)
  if (!kept || step === undefined) return refused('credentials_wrong')
  const stepUpUntil = now + deps.settings.operators.stepUpMs
  const committed = await deps.table.commit([codeTaken(kept, step), steppedUp(session, stepUpUntil, now)])
  return committed.kind === 'committed' ? ok({ stepUpUntil }) : refused('credentials_wrong')
}
