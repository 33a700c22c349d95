import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { indexPhone } from '../../account/codes/index-phone.ts'
import { accountKeys } from '../../account/keys.ts'
import { answerLastFour } from '../../account/numbers/answer-last-four.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import type { AccountSettings } from '../../account/settings.ts'
import { type HeldIdentity, heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { normalisePhone } from '../../person/phone.ts'
import { indexProvenPhone } from '../../proofing/index-proven-phone.ts'
import { verificationKeys } from '../../verification/keys.ts'
import { type Answered, answerCode } from '../../verification/submission/answer-code.ts'

export type StepUpDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'update'>
  vault: Vault
  keyRing: () => Promise<KeyRing>
  clock: Clock
  settings: Pick<AccountSettings, 'sms' | 'numbers'>
}

/** `phone` and `idLastFour` as typed; `smsCode`: what was texted to that number in the session. */
export type SteppedUp = { phone: string; smsCode: string; idLastFour?: string | undefined }

/** Whether it is the number that the account signs in with, or was verified with: nobody may choose one. */
const isKnownNumber = async (
  { table, vault }: StepUpDeps,
  accountId: string,
  { phone, ownIndex, held }: { phone: string; ownIndex: unknown; held: HeldIdentity | undefined },
): Promise<boolean> => {
  if (ownIndex !== undefined && ownIndex === (await indexPhone(vault, phone))) return true
  if (!held) return false
  const proven = await table.get(verificationKeys.verification(accountId, held.verificationId))
  const index = proven?.provenPhoneIndex
  return index !== undefined && index === (await indexProvenPhone(vault, accountId, phone))
}

/**
 * W8 whether it is still the holder of the account who asks for a sensitive step: by a code texted to their number, and where the account is
 * verified by the last four of the ID number. Tries are counted before they are compared, and nothing is said of the last four before the number
 * is proven. The code is used up by `codeAnswered` in the commit of the step, so that it opens no second one. Refuses with `invalid_phone`,
 * `sms_code_wrong`, `sms_code_spent`, `phone_not_known_here`, `step_up_last_four_required`, `id_last_four_wrong`, `id_last_four_too_often` and
 * `unauthenticated`. Four table calls and two to KMS at most.
 */
export const answerStepUp = async (
  deps: StepUpDeps,
  caller: SessionClaim,
  { phone: typed, smsCode, idLastFour }: SteppedUp,
): Promise<Outcome<Answered>> => {
  const phone = normalisePhone(typed)
  if (!phone.ok) return refusedField('/phone', phone.refusal.code)
  const code = await answerCode(deps, caller, { phone: phone.value, smsCode }, deps.clock.now())
  if (!code.ok) return code
  const accountId = caller.claimedId
  const [profile, identity] = await deps.table.getMany([accountKeys.profile(accountId), gateKeys.identity(accountId)])
  const held = heldIdentity(identity)
  const asked = { phone: phone.value, ownIndex: profile?.phoneIndex, held }
  if (!(await isKnownNumber(deps, accountId, asked))) return refusedField('/phone', 'phone_not_known_here')
  if (!held) return code
  if (idLastFour === undefined) return refusedField('/idLastFour', 'step_up_last_four_required')
  const four = await answerLastFour(deps, { accountId, expected: held.lastFourIndex, triedBy: accountId }, idLastFour)
  return four.ok ? ok(code.value) : four
}
