import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { accountKeys } from '../keys.ts'
import { type Counter, counted, counterKey, countIn, endOf, mustWait, spacingKey } from '../limits/limit-store.ts'
import { NO_SESSION, type SessionClaim, sessionLives } from '../sessions/session-store.ts'
import type { AccountSettings } from '../settings.ts'
import { boundTo, phoneIndex } from './index-phone.ts'
import { type Proof, proofBits, proofChallenge, solvedChallenge } from './proof-of-work.ts'
import { PROOF_USED, proofUsed } from './proof-store.ts'
import {
  numberSubject,
  ofAddress,
  ofDeployment,
  ofForeignNumber,
  ofNumber,
  sessionCodeCounted,
  signInCodeCounted,
} from './sms-limit-store.ts'

type Deps = { table: Table; ids: Ids; settings: Pick<AccountSettings, 'sms' | 'proof'> }

/** How long somebody may take to solve a challenge, on the slowest of phones. */
const PROOF_LIFE: Millis = 5 * MINUTE
const SALT_BYTES = 16

const tooOften = (counters: readonly (Item | undefined)[]) => refused('sms_too_often', { retryAt: endOf(counters) })

/** The counters that are at their limit, of those read. */
const full = (counters: readonly Counter[], items: readonly (Item | undefined)[]): (Item | undefined)[] =>
  items.filter((item, at) => countIn(item) >= (counters[at]?.limit ?? 0))

const limitRefusal = (conflicts: readonly Conflict[]) => tooOften(conflicts.map(({ item }) => item))

/**
 * A stranger's turn to have a code sent to a number (its MAC). What is full already refuses before anything is counted; from some
 * number of requests on a proof of work is asked for. Three database calls.
 */
export const takeStrangersTurn = async (
  deps: Deps,
  of: { mac: Uint8Array; sourceIp: string; proof: Proof | undefined },
  now: Millis,
): Promise<Outcome<undefined>> => {
  const { sms, proof } = deps.settings
  const { mac, sourceIp } = of
  const index = phoneIndex(mac)
  const from = { index, sourceIp }
  const counters = [ofAddress(sourceIp, now), ofDeployment(now, sms), ...ofNumber(from, now, sms)]
  const [last, ...items] = await deps.table.getMany([spacingKey(numberSubject(index)), ...counters.map(counterKey)])
  const reached = [...full(counters, items), ...(mustWait(last, now) ? [last] : [])]
  if (reached.length > 0) return tooOften(reached)

  const [address = 0, deployment = 0, number = 0] = items.map(countIn)
  const bits = proofBits({ number, address, deployment }, proof)
  const binding = boundTo(mac, 'proof-of-work')
  const solved = of.proof && solvedChallenge(binding, of.proof, now)
  const work = () => {
    const fresh = { bits: Math.max(1, bits), expiresAt: now + PROOF_LIFE, salt: deps.ids.secret(SALT_BYTES) }
    return refused('challenge_required', { extra: { challenge: proofChallenge(binding, fresh), bits: fresh.bits } })
  }
  if (bits > 0 && !solved) return work()

  const committed = await deps.table.commit([
    ...signInCodeCounted(from, now, sms),
    ...(solved ? [proofUsed(solved)] : []),
  ])
  if (committed.kind === 'conflict')
    return isBecause(committed.conflicts, PROOF_USED) ? work() : limitRefusal(committed.conflicts)
  await deps.table.update(counted(ofAddress(sourceIp, now)))
  return ok(undefined)
}

/**
 * The turn of a session to have a code sent to a number (its MAC), out of the account's own budget; no stranger can use that up.
 * Refuses with `unauthenticated` when the session is over. Two database calls.
 */
export const takeSessionTurn = async (
  deps: Deps,
  of: { mac: Uint8Array; caller: SessionClaim },
  now: Millis,
): Promise<Outcome<undefined>> => {
  const { sms } = deps.settings
  const { claimedId: accountId, session } = of.caller
  const index = phoneIndex(of.mac)
  const counters = [ofDeployment(now, sms), ofForeignNumber(index, now, sms)]
  const [profile, deployment, foreign] = await deps.table.getMany([
    accountKeys.profile(accountId),
    ...counters.map(counterKey),
  ])
  const isOwn = profile?.phoneIndex === index
  const reached = full(counters, isOwn ? [deployment] : [deployment, foreign])
  if (reached.length > 0) return tooOften(reached)
  const committed = await deps.table.commit([
    sessionLives(session, now),
    ...sessionCodeCounted({ accountId, index, isOwn }, now, sms),
  ])
  if (committed.kind === 'committed') return ok(undefined)
  return isBecause(committed.conflicts, NO_SESSION) ? refused('unauthenticated') : limitRefusal(committed.conflicts)
}
