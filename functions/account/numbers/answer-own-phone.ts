import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Update } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import { normalisePhone } from '../../person/phone.ts'
import { challengeConsumed, handedOnIn, isAnswered, tryCounted, tryRefusal } from '../codes/challenge-store.ts'
import { indexPhone } from '../codes/index-phone.ts'
import { textAnswered } from '../codes/text-answered-store.ts'
import { accountKeys } from '../keys.ts'
import { isLive, liveAt, type SessionClaim } from '../sessions/session-store.ts'
import type { AccountSettings } from '../settings.ts'
import { answerLastFour } from './answer-last-four.ts'
import type { ReturningDeps } from './find-returning.ts'

export type OwnPhoneDeps = ReturningDeps & {
  table: Pick<Table, 'get' | 'update'>
  keyRing: () => Promise<KeyRing>
  settings: Pick<AccountSettings, 'sms' | 'numbers'>
}

/** `phone` and `idLastFour` as typed; `smsCode`: what was texted to that number in the session of whoever asks. */
export type OwnPhone = { phone: string; smsCode: string; idLastFour?: string | undefined }

const answerCode = async (
  deps: OwnPhoneDeps,
  { session }: SessionClaim,
  phone: string,
  smsCode: string,
): Promise<Outcome<Update[]>> => {
  const now = deps.clock.now()
  const { tries } = deps.settings.sms
  const ring = await deps.keyRing()
  const counted = await deps.table.update(tryCounted(session, now, tries, [liveAt(now)]))
  if (counted.kind === 'conflict' && !isLive(counted.item, now)) return refused('unauthenticated')
  if (counted.kind === 'conflict' || !isAnswered(ring, counted.item, phone, smsCode))
    return refusedField('/smsCode', tryRefusal(counted.item, now, tries))
  const { item } = counted
  return ok([challengeConsumed(session, String(item.codeHash)), ...textAnswered(handedOnIn(item, ''), now)])
}

const whetherLastFour = async (
  deps: OwnPhoneDeps,
  accountId: string,
  typed: string | undefined,
): Promise<Outcome<undefined>> => {
  const expected = await deps.lastFourOf(accountId)
  if (expected === undefined) return ok(undefined)
  if (typed === undefined) return refusedField('/idLastFour', 'step_up_last_four_required')
  return answerLastFour(deps, { accountId, expected, triedBy: accountId }, typed)
}

/**
 * The second proof before a sensitive step: whoever is signed in proves that they hold the number the account is signed in to with, by a code
 * texted to it in this session, and of a verified account the last four of the ID number besides. Answers the writes that spend the code,
 * which belong in the commit of the step. Tries are counted before they are compared, and nothing is said of the last four before the
 * number is proven. Refuses with `own_phone_missing`, at `/phone` with `invalid_phone` and `phone_not_own`, with `sms_code_wrong`,
 * `sms_code_spent`, `step_up_last_four_required`, `id_last_four_wrong`, `id_last_four_too_often`, and `unauthenticated`. Four database
 * calls and two of KMS at most.
 */
export const answerOwnPhone = async (
  deps: OwnPhoneDeps,
  caller: SessionClaim,
  { phone: typed, smsCode, idLastFour }: OwnPhone,
): Promise<Outcome<Update[]>> => {
  const phone = normalisePhone(typed)
  if (!phone.ok) return refusedField('/phone', phone.refusal.code)
  const profile = await deps.table.get(accountKeys.profile(caller.claimedId))
  if (profile?.phoneIndex === undefined) return refused('own_phone_missing')
  // The code is asked for first, so that nobody learns by trying which number it is.
  const code = await answerCode(deps, caller, phone.value, smsCode)
  if (!code.ok) return code
  if (profile.phoneIndex !== (await indexPhone(deps.vault, phone.value))) return refusedField('/phone', 'phone_not_own')
  const four = await whetherLastFour(deps, caller.claimedId, idLastFour)
  return four.ok ? code : four
}
