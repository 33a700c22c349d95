import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { counted } from '../../account/limits/limit-store.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { NEVER_ENDS, provable } from '../../gate/provable-store.ts'
import { ordersOpen } from '../check/breaker-store.ts'
import { checkKey } from '../check/check-store.ts'
import { owedCheckReady } from '../check/ready-store.ts'
import { checkWork, gateFor } from '../keys.ts'
import { addsOnly, askingIn, sourceProvenBy } from '../methods.ts'
import type { VerificationSettings } from '../settings.ts'
import { freeChecks } from '../submission/free-check-store.ts'
import { consentRecorded } from '../submission/given-consent-store.ts'
import { refusalsLeft } from '../submission/tries-store.ts'
import type { IdentityVendor } from '../vendors/choice.ts'
import { spendLimit } from '../vendors/spend.ts'
import { spendFree } from '../vendors/spend-store.ts'
import { peopleOf } from '../verification.ts'
import { owedCounter, owedOpened } from './owed-store.ts'
import { isOfHolder, type OwedVerification } from './owed-verification.ts'
import type { PlatformCheckSettings } from './settings.ts'

export type OpenOwedDeps = {
  table: Pick<Table, 'getMany' | 'commit'>
  queue: Queue
  clock: Clock
  settings: Pick<VerificationSettings, 'checks' | 'identity' | 'vendorCost'> & PlatformCheckSettings
}

/**
 * What is opened. `vendors`: those that can be asked about it, the most preferred first, at least one. `also`: what its owner writes in the same
 * commit. `reading`: the record of what was opened for it.
 */
export type OwedOpening = {
  verification: OwedVerification
  vendors: readonly Pick<IdentityVendor, 'name'>[]
  also: readonly Write[]
  reading?: AuditRecord | undefined
}

type Bounds = Pick<OpenOwedDeps, 'settings'>

/** Whose it is, of which method, and who can be asked. */
type Owed = Pick<OwedVerification, 'accountId' | 'method'> & Pick<OwedOpening, 'vendors'>

/** Conditions of what the first vendor may still cost today: nothing is begun that only could wait. */
const withinSpend = ({ settings }: Bounds, { accountId, method, vendors }: Owed, now: Millis): Write[] => {
  const [first] = vendors
  const limit = first && spendLimit(settings, first.name, askingIn(method).question)
  const shard = limit && gateFor(accountId) % limit.shards
  return first && limit && shard !== undefined ? [spendFree(limit, { vendor: first.name, shard }, now)] : []
}

/** What is asked of an account and its vendors before anything may be opened, whoever it is about: how often a day, and what it may cost. */
export const owedAllowed = (deps: Bounds, of: Owed, now: Millis): Write[] => [
  counted(owedCounter(of, now, deps.settings.platformChecks.perDay)),
  refusalsLeft(of.accountId, deps.settings.checks, now),
  ordersOpen(of.vendors, of.accountId, now),
  ...withinSpend(deps, of, now),
]

const writesOf = (deps: OpenOwedDeps, opening: OwedOpening, now: Millis): Write[] => {
  const { verification, vendors, also } = opening
  const { id, accountId, method } = verification
  const { settings } = deps
  const asking = askingIn(method)
  // What is proven already may be proven anew: by another card, or by a document that is valid for longer.
  const anew = addsOnly(asking) ? { endsBefore: verification.validUntil ?? NEVER_ENDS } : { maximumAgeMs: 0 }
  const about = {
    ...{ people: peopleOf(verification), source: sourceProvenBy(asking) },
    ...{ isHeld: isOfHolder(verification), heldSince: verification.heldSince, ...anew },
  }
  return [
    ...also,
    notBanned(accountId),
    provable(accountId, about, now),
    ...owedAllowed(deps, { accountId, method, vendors }, now),
    ...freeChecks(asking, verification, { vendors, settings }, now),
    ...owedOpened(verification),
    owedCheckReady({ accountId, verificationId: id, owed: method }, now),
    consentRecorded(verification),
  ]
}

/**
 * P6 opens a verification that the platform pays for, with its check, in one commit with what its owner writes; what it may cost, how often, and
 * everything that is refused for free are conditions of it. The worker is woken after it. Answers the conflicts for whoever asked to tell
 * ; none where it was opened.
 */
export const openOwedVerification = async (
  deps: OpenOwedDeps,
  opening: OwedOpening,
  isGathered = false,
): Promise<readonly Conflict[]> => {
  const { verification, reading } = opening
  const writes = writesOf(deps, opening, deps.clock.now())
  const opened = reading ? await commitDeed(deps, reading, writes) : await deps.table.commit(writes)
  if (opened.kind === 'committed') {
    const { accountId, id: verificationId } = verification
    await deps.queue.wake([checkWork.pointerTo(checkKey({ accountId, verificationId }))])
    return []
  }
  if (!isBecause(opened.conflicts, 'person_elsewhere') || isGathered) return opened.conflicts
  const { gatherPerson } = await import('../submission/gather-person.ts')
  await gatherPerson(deps, peopleOf(verification))
  return openOwedVerification(deps, opening, true)
}
