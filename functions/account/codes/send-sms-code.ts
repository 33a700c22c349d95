import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { type Clock, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { normalisePhone } from '../../person/phone.ts'
import type { SessionClaim } from '../sessions/session-store.ts'
import type { AccountSettings } from '../settings.ts'
import { newCode } from './challenge.ts'
import { challenge, challengeOfNumber, challengeOfSession } from './challenge-store.ts'
import { indexPhone } from './index-phone.ts'
import type { SmsPurpose } from './sms-limit.ts'
import { addressCounted, deploymentCounted, endOf, numberCounted } from './sms-limit-store.ts'
import type { SmsResult, SmsSender } from './sms-sender.ts'

export type SmsCodeDeps = {
  table: Table
  vault: Vault
  keyRing: () => Promise<KeyRing>
  clock: Clock
  ids: Ids
  sms: SmsSender
  /** Rings the alarm of the function. */
  alarm: Alarm
  settings: Pick<AccountSettings, 'sms'>
}

/** `caller`: in whose session a number is to be proven; without one, the code is for signing in. */
export type SmsCodeInput = { phone: string; caller: SessionClaim | undefined; sourceIp: string }

const SALT_BYTES = 16
const NO_SESSION = 'no_session'

const tooOften = (counters: readonly (Item | undefined)[]) => refused('sms_too_often', { retryAt: endOf(counters) })

const answerOf = (result: SmsResult, retryAt: Millis): Outcome<{ retryAt: Millis }> => {
  if (result.kind === 'sent') return ok({ retryAt })
  if (result.kind === 'rejected') return refusedField('/phone', 'sms_rejected')
  return refused('sms_unavailable', { retryAt })
}

/** Counts the request against every limit and stores the new code; nothing is sent before this went through. */
const admit = async (deps: SmsCodeDeps, input: SmsCodeInput & { now: Millis }): Promise<Outcome<{ code: string }>> => {
  const { phone, caller, now } = input
  const purpose: SmsPurpose = caller ? 'verify_phone' : 'sign_in'
  const limits = deps.settings.sms
  const address = await deps.table.update(addressCounted(input.sourceIp, now, limits))
  if (address.kind === 'conflict') return tooOften([address.item])
  const [index, ring] = await Promise.all([indexPhone(deps.vault, phone), deps.keyRing()])
  const code = newCode(deps.ids.below)
  const fresh = challenge(ring, { phone, code, salt: deps.ids.secret(SALT_BYTES), until: now + limits.codeLifeMs })
  const carried = caller ? challengeOfSession(caller.session, fresh, now, NO_SESSION) : challengeOfNumber(index, fresh)
  const writes = [carried, ...numberCounted(index, purpose, now, limits)]
  const committed = await deps.table.commit(writes)
  if (committed.kind === 'conflict') {
    const { conflicts } = committed
    if (isBecause(conflicts, NO_SESSION)) return refused('unauthenticated')
    return tooOften(conflicts.map(({ item }) => item))
  }
  const deployment = await deps.table.update(deploymentCounted(now, limits))
  return deployment.kind === 'conflict' ? tooOften([deployment.item]) : ok({ code })
}

/**
 * Sends a code to a number (as typed) to sign in, or to prove the number in the session of `caller`. A new code replaces the old.
 * `retryAt`: when the next one may be asked for. Refuses with `invalid_phone`, `unauthenticated`, `sms_too_often`,
 * `sms_rejected` (the vendor will not send to this number), `sms_unavailable`. Rings at once where the vendor refuses us, as nobody
 * can sign in then. Three database calls, one KMS call, one text.
 */
export const sendSmsCode = async (deps: SmsCodeDeps, input: SmsCodeInput): Promise<Outcome<{ retryAt: Millis }>> => {
  const phone = normalisePhone(input.phone)
  if (!phone.ok) return refusedField('/phone', phone.refusal.code)
  const now = deps.clock.now()
  const admitted = await admit(deps, { ...input, phone: phone.value, now })
  if (!admitted.ok) return admitted
  const { codeLifeMs, spacingMs } = deps.settings.sms
  const result = await deps.sms.sendCode(phone.value, admitted.value.code, Math.ceil(codeLifeMs / MINUTE))
  if (result.kind === 'unavailable' && result.needsRepair)
    deps.alarm('sms_vendor_needs_repair', { vendor: deps.sms.vendor, code: result.code })
  return answerOf(result, now + spacingMs)
}
