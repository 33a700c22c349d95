import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { type Clock, nextBeijingDay } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { isBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { isLive, type SessionClaim } from '../../account/sessions/session-store.ts'
import { levelOf } from '../../evidence/level.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { papersKeys, verificationKeys, verificationLists } from '../keys.ts'
import { methodNamed, SUBMITTED } from '../methods.ts'
import type { VerificationSettings } from '../settings.ts'
import { checksLeft } from '../submission/checks-left.ts'
import { tryCountsIn } from '../submission/tries-store.ts'
import { type IdentityVendor, kindsTaken } from '../vendors/choice.ts'
import { verificationOf } from '../verification-store.ts'
import { kindFor } from './kind-for.ts'
import type { PapersKind } from './papers-kinds.ts'
import { openPapersIn } from './papers-store.ts'
import type { TypedPerson } from './typed-person.ts'

export type FindKindDeps = {
  table: Pick<Table, 'getMany' | 'query'>
  clock: Clock
  /** The identity vendors of this deployment. */
  vendors: readonly Pick<IdentityVendor, 'name' | 'takes'>[]
  settings: Pick<VerificationSettings, 'checks'>
}

/**
 * What the account's own checks came to, and how many it has left: by that it is known why a person is needed, undefined where none is.
 * Refuses with `unauthenticated`, `banned`, `too_many_refusals`, and with `papers_open` whoever hands in once more, as after an answer that was
 * lost. Two calls.
 */
export const findKind = async (
  { table, clock, vendors, settings: { checks } }: FindKindDeps,
  { claimedId: accountId, session }: SessionClaim,
  { person, hasBankProof }: { person: TypedPerson; hasBankProof: boolean },
): Promise<Outcome<PapersKind | undefined>> => {
  const [[live, profile, tries, pointer, identity], page] = await Promise.all([
    table.getMany([
      session,
      accountKeys.profile(accountId),
      verificationKeys.tries(accountId),
      papersKeys.open(accountId),
      gateKeys.identity(accountId),
    ]),
    table.query({ ...verificationLists.verifications(accountId), limit: 10, newestFirst: true }),
  ])
  const now = clock.now()
  // Nothing is said of an account to whoever only knows its id.
  if (!isLive(live, now)) return refused('unauthenticated')
  if (isBanned(profile)) return refused('banned')
  const open = openPapersIn(pointer)
  if (open !== undefined) return refused('papers_open', { extra: { papersId: open } })
  const counts = tryCountsIn(tries, now)
  if (counts.refusedToday >= checks.refusalsPerDay)
    return { ok: false, refusal: { code: 'too_many_refusals', retryAt: nextBeijingDay(now) } }
  const left = checksLeft(counts, checks, now)
  const machines = kindsTaken(vendors, methodNamed(SUBMITTED).question)
  const results = page.items.map((item) => verificationOf(item).status)
  const isVerified = levelOf(heldIdentity(identity)?.proofs ?? [], now).level > 0
  return ok(kindFor(person, { machines, results, left, checks, isVerified, hasBankProof }))
}
