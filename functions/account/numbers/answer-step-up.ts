import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Update } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { normalisePhone } from '../../person/phone.ts'
import { answerCode, codeAnswered } from '../codes/answer-code.ts'
import { indexPhone } from '../codes/index-phone.ts'
import { accountKeys } from '../keys.ts'
import type { SessionClaim } from '../sessions/session-store.ts'
import type { AccountSettings } from '../settings.ts'
import { answerLastFour, type LastFourDeps } from './answer-last-four.ts'

/** Whom an account is verified as, as far as a step-up asks: the blind index of the last four, and whether a number (11 digits) was verified with them. */
export type StepUpPerson = { lastFour: string; isPhone: (phone: string) => Promise<boolean> }

export type StepUpDeps = LastFourDeps & {
  table: Pick<Table, 'get' | 'update'>
  keyRing: () => Promise<KeyRing>
  settings: Pick<AccountSettings, 'sms' | 'numbers'>
  /** Whom an account is verified as; undefined for one that is not. */
  personOf(accountId: string): Promise<StepUpPerson | undefined>
}

/** `phone` and `idLastFour` as typed; `smsCode`: what was texted to that number in the session of whoever asks. */
export type SteppedUp = { phone: string; smsCode: string; idLastFour?: string | undefined }

type Known = { ownIndex: unknown; person: StepUpPerson | undefined }

/** Whether it is the number that the account signs in with, or was verified with: nobody may choose one. */
const isKnownNumber = async (vault: Vault, { ownIndex, person }: Known, phone: string): Promise<boolean> => {
  if (ownIndex !== undefined && ownIndex === (await indexPhone(vault, phone))) return true
  return person !== undefined && (await person.isPhone(phone))
}

/**
 * W1 W8 the second proof before a sensitive step, whichever it is: whoever is signed in proves by a code texted to it in this session that they hold the
 * number the account is signed in to or was verified with, and of a verified account the last four of the ID number besides. Answers the writes that
 * spend the code, which belong in the commit of the step, so that it opens no second one. Tries are counted before they are compared, and nothing is
 * said of number or last four before the code is right. Refuses with `own_phone_missing`, at `/phone` with `invalid_phone` and `phone_not_own`, with
 * `sms_code_wrong`, `sms_code_spent`, `step_up_last_four_required`, `id_last_four_wrong`, `id_last_four_too_often` and `unauthenticated`. Five table
 * calls and two of KMS at most.
 */
export const answerStepUp = async (
  deps: StepUpDeps,
  caller: SessionClaim,
  { phone: typed, smsCode, idLastFour }: SteppedUp,
): Promise<Outcome<Update[]>> => {
  const phone = normalisePhone(typed)
  if (!phone.ok) return refusedField('/phone', phone.refusal.code)
  const accountId = caller.claimedId
  const profile = await deps.table.get(accountKeys.profile(accountId))
  const person = await deps.personOf(accountId)
  const ownIndex = profile?.phoneIndex
  if (ownIndex === undefined && !person) return refused('own_phone_missing')
  // The code is asked for first, so that nobody learns by trying which number it is.
  const code = await answerCode(deps, caller, { phone: phone.value, smsCode }, deps.clock.now())
  if (!code.ok) return code
  if (!(await isKnownNumber(deps.vault, { ownIndex, person }, phone.value)))
    return refusedField('/phone', 'phone_not_own')
  const spent = ok(codeAnswered(code.value, deps.clock.now()))
  if (!person) return spent
  if (idLastFour === undefined) return refusedField('/idLastFour', 'step_up_last_four_required')
  const four = await answerLastFour(deps, { accountId, expected: person.lastFour, triedBy: accountId }, idLastFour)
  return four.ok ? spent : four
}
