import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { type Clock, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Put } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { normalisePhone } from '../../person/phone.ts'
import { counted, countIn, endOf } from '../limits/limit-store.ts'
import type { SessionClaim } from '../sessions/session-store.ts'
import type { AccountSettings } from '../settings.ts'
import type { Captcha, CaptchaTicket } from './captcha.ts'
import { type Challenge, newCode } from './challenge.ts'
import { challenge, challengeOfSession, challengeOpened } from './challenge-store.ts'
import { macPhone } from './index-phone.ts'
import type { Proof } from './proof-of-work.ts'
import { ofDeployment } from './sms-limit-store.ts'
import type { PhoneHandedOn, SmsResult, SmsSender } from './sms-sender.ts'
import { takeSessionTurn, takeStrangersTurn } from './take-turn.ts'

/** What lets a text be sent, and the record for the account it is sent for, if that is known. Nobody has one without the other. */
export type HandOver<P> = (
  of: PhoneHandedOn & { id: string },
  accountId: string | undefined,
) => { permit: P; records: readonly Put[] }

export type SmsCodeDeps<P> = {
  table: Table
  vault: Vault
  keyRing: () => Promise<KeyRing>
  clock: Clock
  ids: Ids
  sms: SmsSender<P>
  handOver: HandOver<P>
  /** What strangers who ask often are asked to pass; undefined where there is none, which a proof of work takes the place of. */
  captcha: () => Promise<Captcha | undefined>
  /** Rings the alarm of the function. */
  alarm: Alarm
  settings: Pick<AccountSettings, 'sms' | 'proof'>
}

/** `caller`: in whose session a number is to be proven; without one, the code is for signing in. `phone` as typed. */
export type SmsCodeInput = {
  phone: string
  caller: SessionClaim | undefined
  sourceIp: string
  proof?: Proof
  captcha?: CaptchaTicket
}

/** `smsCodeId`: what signing in needs beside the code; a session keeps its own. */
export type SmsCodeSent = { retryAt: Millis; smsCodeId?: string }

const SALT_BYTES = 16

type SpendingDeps = Pick<SmsCodeDeps<unknown>, 'table' | 'settings' | 'alarm'>

/** Counts what the whole deployment spends; rings once on a day, long before nobody gets a code any more. */
const countSpending = async (deps: SpendingDeps, now: Millis): Promise<Outcome<undefined>> => {
  const { codesPerDay, alarmAfter } = deps.settings.sms
  const spent = await deps.table.update(counted(ofDeployment(now, deps.settings.sms)))
  if (spent.kind === 'conflict') return refused('sms_too_often', { retryAt: endOf([spent.item]) })
  if (countIn(spent.item) === alarmAfter) deps.alarm('sms_codes_many', { sent: alarmAfter, most: codesPerDay })
  return ok(undefined)
}

/**
 * Keeps a code where whoever asked for it will look, and who is given the number; answers what lets the text be sent, and under which id
 * the code is kept if it is not in their session.
 */
const keepCode = async <P>(
  deps: SmsCodeDeps<P>,
  caller: SessionClaim | undefined,
  fresh: Challenge,
): Promise<Outcome<{ permit: P; id?: string }>> => {
  const now = deps.clock.now()
  const id = deps.ids.id()
  const handedOn = { vendor: deps.sms.vendor, at: now }
  const { permit, records } = deps.handOver({ ...handedOn, id }, caller?.claimedId)
  if (caller) {
    const kept = await deps.table.commit([challengeOfSession(caller.session, fresh, now), ...records])
    return kept.kind === 'committed' ? ok({ permit }) : refused('unauthenticated')
  }
  const kept = await deps.table.commit([challengeOpened(id, fresh, handedOn)])
  if (kept.kind === 'conflict') throw new Error('a fresh id of a code was taken')
  return ok({ permit, id })
}

const answerOf = (result: SmsResult, sent: SmsCodeSent): Outcome<SmsCodeSent> => {
  if (result.kind === 'sent') return ok(sent)
  if (result.kind === 'rejected') return refusedField('/phone', 'sms_rejected')
  return refused('sms_unavailable', { retryAt: sent.retryAt })
}

/**
 * Sends a code to a number (as typed) to sign in, or to prove the number in the session of `caller`, where a new code replaces the
 * one before. Everything is counted before a code is written, so that a refused request takes nothing from anybody. `retryAt`: when the
 * next may be asked for. Refuses with `invalid_phone`, `unauthenticated`, `sms_too_often`, `challenge_required` (what to pass or solve
 * is in it), `sms_rejected` (the vendor will not send to this number), `sms_unavailable`. Rings at once where the vendor refuses us, as
 * nobody can sign in then. Five database calls, in a session four; one KMS call, one text; for a ticket one call of the captcha's vendor.
 */
export const sendSmsCode = async <P>(deps: SmsCodeDeps<P>, input: SmsCodeInput): Promise<Outcome<SmsCodeSent>> => {
  const typed = normalisePhone(input.phone)
  if (!typed.ok) return refusedField('/phone', typed.refusal.code)
  const phone = typed.value
  const now = deps.clock.now()
  const { codeLifeMs, spacingMs } = deps.settings.sms
  const [mac, ring] = await Promise.all([macPhone(deps.vault, phone), deps.keyRing()])
  const { caller, sourceIp, proof, captcha } = input
  const turn = caller
    ? await takeSessionTurn(deps, { mac, caller }, now)
    : await takeStrangersTurn(deps, { mac, sourceIp, proof, captcha }, now)
  if (!turn.ok) return turn
  const spent = await countSpending(deps, now)
  if (!spent.ok) return spent
  const code = newCode(deps.ids.below)
  const fresh = challenge(ring, { phone, code, salt: deps.ids.secret(SALT_BYTES), until: now + codeLifeMs })
  const kept = await keepCode(deps, caller, fresh)
  if (!kept.ok) return kept
  const { permit, id: smsCodeId } = kept.value
  const result = await deps.sms.sendCode(phone, code, Math.ceil(codeLifeMs / MINUTE), permit)
  if (result.kind === 'unavailable' && result.needsRepair)
    deps.alarm('sms_vendor_needs_repair', { vendor: deps.sms.vendor, code: result.code })
  return answerOf(result, { retryAt: now + spacingMs, smsCodeId })
}
