import { needsPeople } from '../../../shared/kernel/about.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Committed, Conflict, Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import type { Head } from '../../audit/head.ts'
import { disclosed, disclosureEnded } from '../../consent/disclosure-store.ts'
import { type DisclosureKnown, disclosing, type Given, type Permit } from '../../consent/permit.ts'
import { probedNow, UNUSABLE } from '../../verification/check/breaker.ts'
import { breakerProbed } from '../../verification/check/breaker-store.ts'
import { type Breakers, type Choice, choose, NEVER, type Passes } from '../../verification/vendors/choice.ts'
import type { DeskDeps } from '../../verification/vendors/pause-desk.ts'
import { deskRecords } from '../../verification/vendors/record-desk.ts'
import type { Spent } from '../../verification/vendors/spend.ts'
import { spendReturned, spendShares } from '../../verification/vendors/spend-store.ts'
import { faceCounted } from '../check/counted-store.ts'
import type { FaceCheck, FaceReason } from '../check/face-check.ts'
import { faceCheckBegun, faceCheckHandedOver, faceCheckNotBegun } from '../check/face-check-store.ts'
import type { FaceSettings } from '../settings.ts'
import { type Desk, limitAt } from '../vendors/desk.ts'
import { type Beginning, type Begun, type FaceVendor, itemsHandedOn, type NotTaken } from '../vendors/vendor.ts'
import { beginningUncounted, openFreed } from './opened-store.ts'

const { recordDailySpend, recordRecovery, recordRefusal } = deskRecords('face')

export type AskDeps = DeskDeps & {
  table: Pick<Table, 'get'>
  ids: Ids
  /** The most preferred first. */
  desks: readonly Desk[]
  settings: DeskDeps['settings'] & FaceSettings & { vendor: { totalMs: Millis } }
  /** What asks a vendor, by its name. */
  faceVendor: (vendor: string) => Promise<FaceVendor>
}

/** A check that is about to be opened, and what stands in the commit that opens it. `until`: no call is begun after (epoch ms). */
export type Opening = {
  check: FaceCheck
  writes: (check: FaceCheck) => Write[]
  given: Given
  beginning: Beginning
  breakers: Breakers
  /** That the person was opened; stands in the same commit, behind the head of the account's chain. */
  reading: AuditRecord
  head: Head
  until: Millis
}

/** How opening ended: with a token, refused by what others wrote before anything was sent, or with nobody who begins. */
export type Opened =
  | { kind: 'opened'; check: FaceCheck }
  | { kind: 'conflict'; conflicts: readonly Conflict[] }
  | { kind: 'nobody'; because: NotTaken | 'vendor_unavailable'; retryAt?: Millis }

/** What is known while desks are asked in turn. `asked`: the check is written, and its last desk did not begin. */
type Turn = {
  breakers: Breakers
  passes: Passes
  asked?: { check: FaceCheck; outcome: DisclosureKnown | undefined; vendorCode: string }
  because?: NotTaken
}

type Asking = Extract<Choice, { kind: 'ask' }>

const passed = (turn: Turn, desk: Desk, breaker = turn.breakers[desk.name]): Turn => ({
  ...turn,
  breakers: { ...turn.breakers, [desk.name]: breaker },
  passes: { ...turn.passes, [desk.name]: { count: 0, until: NEVER } },
})

/** What became of what the last desk was handed, and its cost goes back: nobody has the address of a token of it. */
const lastEnded = ({ asked }: Turn): Write[] => {
  if (!asked) return []
  const { check, outcome } = asked
  const of = { accountId: check.accountId, id: check.claim }
  return [...(outcome ? [disclosureEnded(of, outcome)] : []), ...(check.spent ? [spendReturned(check.spent)] : [])]
}

type Claimed =
  | { kind: 'claimed'; check: FaceCheck; permit: Permit; breakers: Breakers }
  | { kind: 'spent' }
  | { kind: 'conflict'; conflicts: readonly Conflict[] }

/** The first who is handed anything on: the record that the person was opened stands in the same commit. */
const commitFirst = async (deps: AskDeps, { reading, head }: Opening, writes: readonly Write[]): Promise<Committed> => {
  const { commitDeed } = await import('../../audit/commit-deed.ts')
  return commitDeed(deps, reading, writes, [head])
}

/** Writes who is asked, what is handed on, and what it may cost, before anything is sent. */
const claim = async (deps: AskDeps, opening: Opening, turn: Turn, { desk, asking }: { desk: Desk; asking: Asking }) => {
  const now = deps.clock.now()
  const id = deps.ids.id()
  const probed = asking.turn.kind === 'probe' ? probedNow(asking.turn.seen, id, now) : undefined
  const handing = { id, recipient: desk.vendor, items: itemsHandedOn, faceCheck: opening.check.id, at: now }
  const { disclosure, permit } = disclosing(opening.given, handing)
  const asked = (spent: Spent | undefined): FaceCheck => ({ ...opening.check, vendor: desk.vendor, claim: id, spent })
  for (const share of spendShares(
    limitAt(deps.settings.face, desk),
    { accountId: opening.check.accountId, vendor: desk.name },
    now,
  )) {
    const check = asked(share?.spent)
    const writes = [
      ...(turn.asked ? [faceCheckHandedOver(turn.asked.check, check, now), ...lastEnded(turn)] : opening.writes(check)),
      disclosed(disclosure),
      ...(share ? [share.write] : []),
      ...(asking.turn.kind === 'probe' && probed ? breakerProbed(desk.name, asking.turn.seen, probed) : []),
    ]
    const committed = await (turn.asked ? deps.table.commit(writes) : commitFirst(deps, opening, writes))
    const breakers = { ...turn.breakers, ...(probed && { [desk.name]: probed }) }
    if (committed.kind === 'committed') return { kind: 'claimed', check, permit, breakers } satisfies Claimed
    const others = committed.conflicts.filter(({ because }) => because !== 'spent')
    if (others.length > 0) return { kind: 'conflict', conflicts: others } satisfies Claimed
  }
  return { kind: 'spent' } satisfies Claimed
}

/** What became of what was handed on, as an answer tells; undefined where nobody knows. */
const outcomeOf = (begun: Exclude<Begun, { kind: 'begun' }>): DisclosureKnown | undefined => {
  if (begun.kind === 'unknown') return undefined
  if (begun.kind === 'refused') return 'answered'
  return begun.notSent ? 'not_sent' : 'not_used'
}

/** Ends a check that nobody began: it counts nowhere, and the account may begin another. */
const giveUp = async (deps: AskDeps, turn: Turn, reason: FaceReason): Promise<void> => {
  if (!turn.asked) return
  const { check, vendorCode } = turn.asked
  const now = deps.clock.now()
  await deps.table.commit([
    faceCheckNotBegun(check, reason, vendorCode, now),
    faceCounted(check, 'undetermined', reason, now),
    openFreed(check.accountId, check.id),
    ...beginningUncounted(check, check.openedAt),
    ...lastEnded(turn),
  ])
}

const nobody = async (deps: AskDeps, turn: Turn, retryAt?: Millis): Promise<Opened> => {
  const because = turn.because ?? 'vendor_unavailable'
  await giveUp(deps, turn, because)
  return { kind: 'nobody', because, ...(retryAt !== undefined && { retryAt }) }
}

/** Keeps the token, and answers the check that has it. What is lost here is found by nobody, so nobody can use it either. */
const keepToken = async (
  deps: AskDeps,
  { check }: { check: FaceCheck },
  { worksIn }: FaceVendor,
  { token, vendorCode }: Extract<Begun, { kind: 'begun' }>,
): Promise<Opened> => {
  const now = deps.clock.now()
  const committed = await deps.table.commit([
    faceCheckBegun(check, token, { worksIn, vendorCode }, now),
    disclosureEnded({ accountId: check.accountId, id: check.claim }, 'answered'),
  ])
  if (committed.kind === 'conflict') return { kind: 'nobody', because: 'vendor_unavailable' }
  return { kind: 'opened', check: { ...check, ...token, worksIn, status: 'opened' } }
}

/** What speaks to a desk; its account cannot be used where the secret has another form, or is gone. */
const reach = async (deps: AskDeps, desk: Desk): Promise<FaceVendor | undefined> => {
  try {
    return await deps.faceVendor(desk.vendor)
  } catch (fault) {
    if (!needsPeople(fault)) throw fault
    return undefined
  }
}

/**
 * Asks the desks in turn to begin, each at most once, until one does. Another is asked also where nobody can tell what the last one did:
 * a token whose address did not arrive can be used by nobody, and so costs nothing. Two commits where the first begins.
 */
export const askDesks = async (
  deps: AskDeps,
  opening: Opening,
  turn: Turn = { breakers: opening.breakers, passes: {} },
): Promise<Opened> => {
  const now = deps.clock.now()
  const asking = choose(deps.desks, turn.breakers, turn.passes, now)
  if (asking.kind !== 'ask') return nobody(deps, turn, asking.kind === 'wait' ? asking.until : undefined)
  if (now + deps.settings.vendor.totalMs > opening.until) return nobody(deps, turn)
  const desk = deps.desks.find(({ name }) => name === asking.vendor)
  if (!desk) throw new Error('a desk that is none of ours')
  const seen = { desk, breaker: turn.breakers[desk.name] }
  const vendor = await reach(deps, desk)
  if (!vendor) return askDesks(deps, opening, passed(turn, desk, await recordRefusal(deps, seen, UNUSABLE)))
  const claimed = await claim(deps, opening, turn, { desk, asking })
  if (claimed.kind === 'conflict') return claimed
  if (claimed.kind === 'spent') return askDesks(deps, opening, passed(turn, desk, await recordDailySpend(deps, seen)))
  const { check, permit, breakers } = claimed
  const mine = { desk, breaker: breakers[desk.name] }
  const begun = await vendor.begin(opening.beginning, permit)
  if (begun.kind === 'begun') {
    const opened = await keepToken(deps, { check }, vendor, begun)
    await recordRecovery(deps, mine)
    return opened
  }
  const { vendorCode } = begun
  const next = passed({ ...turn, breakers, asked: { check, outcome: outcomeOf(begun), vendorCode } }, desk)
  if ('needsRepair' in begun && begun.needsRepair)
    return askDesks(deps, opening, passed(next, desk, await recordRefusal(deps, mine, vendorCode)))
  if (begun.kind !== 'refused') return askDesks(deps, opening, next)
  const refused = { ...next, because: begun.because }
  return begun.elsewhere ? askDesks(deps, opening, refused) : nobody(deps, refused)
}
