import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Clock, type Millis, nextBeijingDay } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import { endEvent, type LevelTelling } from '../../evidence/announced-store.ts'
import { dueFrom, type Evidence, isValid } from '../../evidence/evidence.ts'
import { endTold, evidenceOf, lookBegun, lookPutOff } from '../../evidence/evidence-store.ts'
import { evidenceWork } from '../../evidence/keys.ts'
import { evidenceOver, heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { checkKey } from '../check/check-store.ts'
import { lookReady } from '../check/ready-store.ts'
import { checkWork, gateFor, verificationKeys } from '../keys.ts'
import type { VerificationSettings } from '../settings.ts'
import { namedRecheckers } from '../submission/given-consent.ts'
import { consentHeld } from '../submission/given-consent-store.ts'
import type { IdentityVendor } from '../vendors/choice.ts'
import { spendLimit } from '../vendors/spend.ts'
import { spendFree } from '../vendors/spend-store.ts'
import type { Verification } from '../verification.ts'
import { verificationOf } from '../verification-store.ts'
import { letterOnEnd } from './letter.ts'

export type FollowDeps = {
  table: Table
  queue: Queue
  clock: Clock
  ids: Ids
  settings: Pick<VerificationSettings, 'recheck' | 'vendorCost' | 'identity'>
  /** Those that can be asked whether a number was given to somebody else. */
  recheckers: readonly Pick<IdentityVendor, 'name'>[]
  /** Where people reach the pages. */
  publicUrl: string
  told: Told
}

/** Its time is over: whoever it is of is told, once, and of the level that is left. The gate has seen it by itself. */
const tellEnd = async (deps: FollowDeps, evidence: Evidence, now: Millis): Promise<string> => {
  const { accountId } = evidence
  const held = heldIdentity(await deps.table.get(gateKeys.identity(accountId)))
  if (!held) return 'moved'
  const letter: LevelTelling['letter'] = (change) => [
    deps.told(accountId, letterOnEnd(evidence, change, deps.publicUrl), now),
  ]
  const telling = { now, events: [endEvent(evidence)], letter }
  const done = await deps.table.commit([endTold(evidence), ...evidenceOver(held, evidence, telling)])
  return done.kind === 'committed' ? 'told' : 'moved'
}

const putOff = async (deps: FollowDeps, evidence: Evidence, lookAt: Millis | undefined, looks: number) => {
  await deps.table.commit([lookPutOff(evidence, lookAt, looks)])
  return lookAt === undefined ? 'not_looked_at' : 'put_off'
}

/** Conditions of what the first vendor may still cost today: a look of the platform is begun only within that. */
const withinSpend = ({ settings, recheckers: [first] }: FollowDeps, accountId: string, now: Millis): Write[] => {
  const limit = first && spendLimit(settings, first.name, 'phone_still_held')
  return first && limit ? [spendFree(limit, { vendor: first.name, shard: gateFor(accountId) % limit.shards }, now)] : []
}

const begin = async (
  deps: FollowDeps,
  { evidence, verification }: { evidence: Evidence; verification: Verification },
  now: Millis,
): Promise<string> => {
  const { afterMs, retryMs, tries } = deps.settings.recheck
  const looks = evidence.looks ?? 0
  if (looks >= tries) return putOff(deps, evidence, now + afterMs, 0)
  const { accountId, at: provenAt } = evidence
  const look = { accountId, verificationId: verification.id, look: deps.ids.id(), provenAt }
  const begun = await deps.table.commit([
    lookReady(look, now),
    lookBegun(evidence, now + retryMs),
    consentHeld(verification),
    ...withinSpend(deps, accountId, now),
  ])
  if (begun.kind === 'committed') {
    await deps.queue.wake([checkWork.pointerTo(checkKey(look))])
    return 'look_begun'
  }
  if (isBecause(begun.conflicts, 'no_consent')) return putOff(deps, evidence, undefined, looks)
  return isBecause(begun.conflicts, 'spent') ? putOff(deps, evidence, nextBeijingDay(now), looks) : 'moved'
}

/**
 * X3 evidence that is due. What ended by time is told to whoever it is of; a number that was proven long ago is looked at by the platform,
 * which a consent has to cover, and what vendors may cost a day; after so many looks that found nothing out only as rarely as one that did.
 * Three table calls at most, and one of the queue.
 */
export const followEvidence = async (deps: FollowDeps, id: string): Promise<string> => {
  const key = evidenceWork.keyOf(id)
  const found = key && (await deps.table.get(key))
  if (!found || found.dueAt === undefined) return 'nothing_owed'
  const now = deps.clock.now()
  const evidence = evidenceOf(found)
  if (!isValid(evidence, now)) return tellEnd(deps, evidence, now)
  const { accountId, check, lookAt, looks = 0 } = evidence
  if (lookAt === undefined || lookAt > now) return putOff(deps, evidence, dueFrom(evidence) && lookAt, looks)
  const item = await deps.table.get(verificationKeys.verification(accountId, check))
  const verification = item && verificationOf(item)
  if (!verification || namedRecheckers(verification, deps.recheckers).length === 0)
    return putOff(deps, evidence, undefined, looks)
  return begin(deps, { evidence, verification }, now)
}
