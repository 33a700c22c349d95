import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { answerCode, codeAnswered } from '../../account/codes/answer-code.ts'
import { indexPhone } from '../../account/codes/index-phone.ts'
import { accountKeys } from '../../account/keys.ts'
import { answerLastFour, type LastFourDeps } from '../../account/numbers/answer-last-four.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import type { AccountSettings } from '../../account/settings.ts'
import { heldIdentity, sendingPaused } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { normalisePhone } from '../../person/phone.ts'
import { isCaseOf } from '../../review/case/case-id.ts'
import { indexProvenPhone } from '../index-proven-phone.ts'
import { pausedLetter } from '../letters.ts'
import type { Proofing } from '../proofing.ts'
import { PROOFING_MOVED, proofingPaused } from '../proofing-store.ts'
import type { ProofingSettings } from '../settings.ts'
import { findOwnProofing } from './find-own-proofing.ts'

export type PauseDeps = LastFourDeps & {
  table: Table
  vault: Vault
  keyRing: () => Promise<KeyRing>
  clock: Clock
  settings: Pick<AccountSettings, 'sms' | 'numbers'> & Pick<ProofingSettings, 'proofing'>
  told: Told
  publicUrl: string
}

/** `phone` and `idLastFour` as typed; `smsCode`: what was texted to that number in the session of whoever says it was not them. */
export type PauseAsked = { id: string; phone: string; smsCode: string; idLastFour: string }

/** Whether it is the number that was verified with, or the one that whoever asks signs in with: they must not choose one. */
const isKnownNumber = async (
  { table, vault }: PauseDeps,
  caller: SessionClaim,
  { accountId, phoneIndex }: Proofing,
  phone: string,
): Promise<boolean> => {
  if (phoneIndex !== undefined && phoneIndex === (await indexProvenPhone(vault, accountId, phone))) return true
  const profile = await table.get(accountKeys.profile(caller.claimedId))
  return typeof profile?.phoneIndex === 'string' && profile.phoneIndex === (await indexPhone(vault, phone))
}

const whyNotPausable = ({ status, case: of, pausedUntil }: Proofing, accountId: string): Outcome<never> | undefined => {
  if (status !== 'disputed' || of === undefined) return refused('proofing_not_disputed')
  if (!isCaseOf(of, accountId)) return refused('proofing_disputed_elsewhere')
  return pausedUntil === undefined ? undefined : refused('proofing_paused_before')
}

/**
 * P11 whoever said that a verification was not them, and proves both a number (an SMS code) and the last four of the ID number, pauses the
 * sending of its account for `proofing.pauseMs` at most, once; a decision ends it before. Tries are counted before they are compared, and
 * nothing is said of the last four before the number is proven. Refuses with `invalid_phone`, `not_found`, `proofing_not_disputed`,
 * `proofing_disputed_elsewhere`, `proofing_paused_before`, `sms_code_wrong`, `sms_code_spent`, `phone_not_known_here`, `id_last_four_wrong`,
 * `id_last_four_too_often`, `unauthenticated` and `contended`. Six table calls and one to KMS at most.
 */
export const pauseSending = async (
  deps: PauseDeps,
  caller: SessionClaim,
  asked: PauseAsked,
): Promise<Outcome<{ pausedUntil: Millis }>> => {
  const typed = normalisePhone(asked.phone)
  if (!typed.ok) return refusedField('/phone', typed.refusal.code)
  const phone = typed.value
  const told = await findOwnProofing(deps.table, caller.claimedId, asked.id)
  if (!told.ok) return told
  const { proofing, still } = told.value
  const inTheWay = whyNotPausable(proofing, caller.claimedId)
  if (inTheWay) return inTheWay
  const code = await answerCode(deps, caller, { phone, smsCode: asked.smsCode }, deps.clock.now())
  if (!code.ok) return code
  if (!(await isKnownNumber(deps, caller, proofing, phone))) return refusedField('/phone', 'phone_not_known_here')

  const { accountId } = proofing
  const expected = heldIdentity(await deps.table.get(gateKeys.identity(accountId)))?.lastFourIndex
  const four = await answerLastFour(deps, { accountId, expected, triedBy: caller.claimedId }, asked.idLastFour)
  if (!four.ok) return four

  const now = deps.clock.now()
  const until = now + deps.settings.proofing.pauseMs
  const committed = await deps.table.commit([
    ...codeAnswered(code.value, now),
    proofingPaused(proofing, until),
    ...still,
    sendingPaused(accountId, { by: proofing.id, until }),
    deps.told(accountId, pausedLetter(until, deps.publicUrl), now),
  ])
  if (committed.kind === 'committed') return ok({ pausedUntil: until })
  const moved = committed.conflicts.find(({ because }) => because === PROOFING_MOVED)
  if (moved?.item?.pausedUntil !== undefined) return refused('proofing_paused_before')
  return refused(moved ? 'proofing_not_disputed' : 'contended')
}
