import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Mac } from '../../../shared/vault/vault.ts'
import { accountKeys } from '../keys.ts'
import { type Counter, counted, counterKey, countIn, endOf, mustWait, spacingKey } from '../limits/limit-store.ts'
import { NO_SESSION, type SessionClaim, sessionLives } from '../sessions/session-store.ts'
import type { AccountSettings } from '../settings.ts'
import type { Captcha, CaptchaTicket } from './captcha.ts'
import { boundTo, phoneIndex } from './index-phone.ts'
import { type Proof, type ProofChallenge, proofBits, proofChallenge, solvedChallenge } from './proof-of-work.ts'
import { PROOF_USED, proofUsed } from './proof-store.ts'
import { smsOrder } from './sms-choice.ts'
import {
  lastVendorIn,
  numberSubject,
  ofAddress,
  ofDeployment,
  ofForeignNumber,
  ofNumber,
  sessionCodeCounted,
  sessionSubject,
  signInCodeCounted,
  troubleKey,
} from './sms-limit-store.ts'

type Deps = {
  table: Table
  ids: Ids
  captcha: () => Promise<Captcha | undefined>
  alarm: Alarm
  settings: Pick<AccountSettings, 'sms' | 'proof'>
}

/** How long somebody may take to solve a challenge, on the slowest of phones. */
const PROOF_LIFE: Millis = 5 * MINUTE
const SALT_BYTES = 16

const tooOften = (counters: readonly (Item | undefined)[]) => refused('sms_too_often', { retryAt: endOf(counters) })

/** The counters that are at their limit, of those read. */
const full = (counters: readonly Counter[], items: readonly (Item | undefined)[]): (Item | undefined)[] =>
  items.filter((item, at) => countIn(item) >= (counters[at]?.limit ?? 0))

const limitRefusal = (conflicts: readonly Conflict[]) => tooOften(conflicts.map(({ item }) => item))

/** Who sends the text, first to last: what is known of each vendor's trouble, and the spacing of the number, among what was read. */
const orderAmong = (
  { sms }: Deps['settings'],
  troubles: readonly (Item | undefined)[],
  spacing: Item | undefined,
  now: Millis,
): string[] => {
  const troubled = sms.vendors.filter((_vendor, at) => mustWait(troubles[at], now))
  return smsOrder(sms.vendors, { troubled, last: lastVendorIn(spacing, now, sms) })
}

/** Whose turn it is: the vendors that the text is given to, first to last. */
export type SmsTurn = { vendors: string[] }

/** Somebody without a session who wants a code sent to a number (its MAC), and the effort they show where some is asked for. */
type Stranger = { mac: Mac; sourceIp: string; proof?: Proof; captcha?: CaptchaTicket }

/** What a challenge is given for: to go with a captcha or where there is none, or for when its vendor cannot be asked. */
type ProofPurpose = 'proof-of-work' | 'proof-without-captcha'

const solvedFor = (purpose: ProofPurpose, { mac, proof }: Stranger, now: Millis): ProofChallenge | undefined =>
  proof && solvedChallenge(boundTo(mac, purpose), proof, now)

/** Asks for effort: to solve a challenge, or to pass the captcha of that app first. */
const effortAsked =
  (deps: Deps, mac: Mac, bits: number, now: Millis) => (purpose: ProofPurpose, captchaAppId?: string) => {
    const fresh = { bits, expiresAt: now + PROOF_LIFE, salt: deps.ids.secret(SALT_BYTES) }
    const challenge = proofChallenge(boundTo(mac, purpose), fresh)
    const fields = [{ pointer: captchaAppId ? '/captcha' : '/proof', code: 'challenge_required' } as const]
    return refused('challenge_required', { fields, extra: { challenge, bits, ...(captchaAppId && { captchaAppId }) } })
  }

/** What a ticket is worth; rings where nobody will say before a person acts. */
const judgeTicket = async (deps: Deps, captcha: Captcha, { captcha: brought, sourceIp }: Stranger) => {
  if (!brought) return 'failed'
  const result = await captcha.check(brought, sourceIp)
  if (result.kind === 'unavailable' && result.needsRepair)
    deps.alarm('captcha_vendor_needs_repair', { vendor: captcha.vendor, code: result.code })
  return result.kind
}

/**
 * Judges the effort; answers the challenge that was solved, if it was not a captcha that was passed. Where there is a captcha, a proof
 * of work counts only while the vendor cannot be asked: beside the ticket nobody could judge, or for a challenge given because of one.
 */
const judgeEffort = async (
  deps: Deps,
  of: Stranger,
  bits: number,
  now: Millis,
): Promise<Outcome<ProofChallenge | undefined>> => {
  const captcha = await deps.captcha()
  const solved = solvedFor('proof-of-work', of, now)
  const ask = effortAsked(deps, of.mac, bits, now)
  if (!captcha) return solved ? ok(solved) : ask('proof-of-work')
  const instead = solvedFor('proof-without-captcha', of, now)
  if (instead) return ok(instead)
  const judged = await judgeTicket(deps, captcha, of)
  if (judged === 'passed') return ok(undefined)
  if (judged === 'failed') return ask('proof-of-work', captcha.appId)
  return solved ? ok(solved) : ask('proof-without-captcha')
}

/**
 * A stranger's turn to have a code sent. What is full already refuses before anything is counted; from some number of requests on a
 * captcha or a proof of work is asked for. Three database calls, and one of the captcha's vendor for a ticket.
 */
export const takeStrangersTurn = async (deps: Deps, of: Stranger, now: Millis): Promise<Outcome<SmsTurn>> => {
  const { sms, proof } = deps.settings
  const { mac, sourceIp } = of
  const index = phoneIndex(mac)
  const from = { index, sourceIp }
  const counters = [ofAddress(sourceIp, now), ofDeployment(now, sms), ...ofNumber(from, now, sms)]
  const keys = [spacingKey(numberSubject(index)), ...counters.map(counterKey), ...sms.vendors.map(troubleKey)]
  const [last, ...read] = await deps.table.getMany(keys)
  const items = read.slice(0, counters.length)
  const reached = [...full(counters, items), ...(mustWait(last, now) ? [last] : [])]
  if (reached.length > 0) return tooOften(reached)

  const [address = 0, deployment = 0, number = 0] = items.map(countIn)
  const bits = proofBits({ number, address, deployment }, proof)
  const effort = bits > 0 ? await judgeEffort(deps, of, bits, now) : ok(undefined)
  if (!effort.ok) return effort

  const vendors = orderAmong(deps.settings, read.slice(counters.length), last, now)
  const committed = await deps.table.commit([
    ...signInCodeCounted(from, vendors[0] ?? '', now, sms),
    ...(effort.value ? [proofUsed(effort.value)] : []),
  ])
  if (committed.kind === 'conflict') {
    if (!isBecause(committed.conflicts, PROOF_USED)) return limitRefusal(committed.conflicts)
    return effortAsked(deps, mac, bits, now)('proof-of-work', (await deps.captcha())?.appId)
  }
  await deps.table.update(counted(ofAddress(sourceIp, now)))
  return ok({ vendors })
}

/**
 * The turn of a session to have a code sent to a number (its MAC), out of the account's own budget; no stranger can use that up.
 * Refuses with `unauthenticated` when the session is over. Two database calls.
 */
export const takeSessionTurn = async (
  deps: Deps,
  of: { mac: Mac; caller: SessionClaim },
  now: Millis,
): Promise<Outcome<SmsTurn>> => {
  const { sms } = deps.settings
  const { claimedId: accountId, session } = of.caller
  const index = phoneIndex(of.mac)
  const counters = [ofDeployment(now, sms), ofForeignNumber(index, now, sms)]
  const [profile, deployment, foreign, last, ...troubles] = await deps.table.getMany([
    accountKeys.profile(accountId),
    ...counters.map(counterKey),
    spacingKey(sessionSubject(accountId, index)),
    ...sms.vendors.map(troubleKey),
  ])
  const isOwn = profile?.phoneIndex === index
  const reached = full(counters, isOwn ? [deployment] : [deployment, foreign])
  if (reached.length > 0) return tooOften(reached)
  const vendors = orderAmong(deps.settings, troubles, last, now)
  const committed = await deps.table.commit([
    sessionLives(session, now),
    ...sessionCodeCounted({ accountId, index, isOwn, vendor: vendors[0] ?? '' }, now, sms),
  ])
  if (committed.kind === 'committed') return ok({ vendors })
  return isBecause(committed.conflicts, NO_SESSION) ? refused('unauthenticated') : limitRefusal(committed.conflicts)
}
