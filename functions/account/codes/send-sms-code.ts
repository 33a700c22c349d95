import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Key } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { normalisePhone } from '../../person/phone.ts'
import { accountKeys } from '../keys.ts'
import { counted, countIn, endOf } from '../limits/limit-store.ts'
import type { SessionClaim } from '../sessions/session-store.ts'
import type { AccountSettings } from '../settings.ts'
import type { Captcha, CaptchaTicket } from './captcha.ts'
import { type Challenge, newCode } from './challenge.ts'
import { challenge, challengeOfSession, challengeOpened } from './challenge-store.ts'
import { textHanded } from './counted-text-store.ts'
import { macPhone } from './index-phone.ts'
import type { Proof } from './proof-of-work.ts'
import { handingTo, purposeIn, sendText, type TextDeps } from './send-text.ts'
import { isTrouble } from './sms-choice.ts'
import { ofDeployment } from './sms-limit-store.ts'
import type { SmsCodeStatus } from './sms-report.ts'
import type { PhoneHandedOn, SmsResult } from './sms-sender.ts'
import { takeSessionTurn, takeStrangersTurn } from './take-turn.ts'

export type SmsCodeDeps<P> = TextDeps<P> & {
  vault: Vault
  keyRing: () => Promise<KeyRing>
  /** What strangers who ask often are asked to pass; undefined where there is none, which a proof of work takes the place of. */
  captcha: () => Promise<Captcha | undefined>
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
export type SmsCodeSent = { status: SmsCodeStatus; retryAt: Millis; smsCodeId?: string }

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

/** Where a code is kept, under which id if that is not a session, whom the number goes to, and what lets the text be sent. */
type Kept<P> = { key: Key; id?: string; to: PhoneHandedOn; permit: P }

/** Keeps a code where whoever asked for it will look, and that this vendor is given the number. */
const keepCode = async <P>(
  deps: SmsCodeDeps<P>,
  caller: SessionClaim | undefined,
  fresh: Challenge,
  vendor: string,
): Promise<Outcome<Kept<P>>> => {
  const to = handingTo(deps, vendor)
  const { permit, records } = deps.handOver(to, caller?.claimedId)
  const counted = textHanded(to, purposeIn(caller))
  if (caller) {
    const { session: key } = caller
    const kept = await deps.table.commit([challengeOfSession(key, fresh, to, to.at), counted, ...records])
    return kept.kind === 'committed' ? ok({ key, to, permit }) : refused('unauthenticated')
  }
  const id = deps.ids.id()
  const kept = await deps.table.commit([challengeOpened(id, fresh, to), counted])
  if (kept.kind === 'conflict') throw new Error('a fresh id of a code was taken')
  return ok({ key: accountKeys.challenge(id), id, to, permit })
}

const answerOf = (result: SmsResult, sent: Omit<SmsCodeSent, 'status'>): Outcome<SmsCodeSent> => {
  if (result.kind !== 'not_taken') return ok({ ...sent, status: result.kind === 'sent' ? 'sent' : 'possibly_sent' })
  if (!isTrouble(result)) return refusedField('/phone', 'sms_rejected')
  return refused('sms_unavailable', { retryAt: sent.retryAt })
}

/**
 * Sends a code to a number (as typed) to sign in, or to prove the number in the session of `caller`, where a new code replaces the
 * one before. Everything is counted before a code is written, so that a refused request takes nothing from anybody. `retryAt`: when the
 * next may be asked for. Refuses with `invalid_phone`, `unauthenticated`, `sms_too_often`, `challenge_required` (what to pass or solve
 * is in it), `sms_rejected` (no vendor will send to this number), `sms_unavailable` (certainly none took it). Rings at once where a
 * vendor refuses us. Five database calls, in a session four; one KMS call, one text; for a ticket one call of the captcha's vendor.
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
  const fresh = challenge(ring, { to: phone, code, salt: deps.ids.secret(SALT_BYTES), until: now + codeLifeMs })
  const [first = '', ...others] = turn.value.vendors
  const kept = await keepCode(deps, caller, fresh, first)
  if (!kept.ok) return kept
  const { key, id: smsCodeId } = kept.value
  const text = { phone, code, minutes: Math.ceil(codeLifeMs / MINUTE), key, codeHash: fresh.codeHash, caller }
  const result = await sendText(deps, text, kept.value, others)
  return answerOf(result, { retryAt: now + spacingMs, smsCodeId })
}
