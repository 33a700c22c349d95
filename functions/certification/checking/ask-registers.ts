import { needsPeople } from '../../../shared/kernel/about.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Committed, Conflict } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { disclosed, disclosureEnded } from '../../consent/disclosure-store.ts'
import { type DisclosureKnown, disclosing, type Given, type Permit } from '../../consent/permit.ts'
import { probedNow, UNUSABLE } from '../../verification/check/breaker.ts'
import { breakerProbed } from '../../verification/check/breaker-store.ts'
import { type Breakers, type Choice, choose, NEVER, type Passes } from '../../verification/vendors/choice.ts'
import type { DeskDeps } from '../../verification/vendors/pause-desk.ts'
import { deskRecords } from '../../verification/vendors/record-desk.ts'
import type { Spent } from '../../verification/vendors/spend.ts'
import { spendReturned, spendShares } from '../../verification/vendors/spend-store.ts'
import { type CompanyAsked, type CompanyChecker, type CompanyCheckResult, itemsHandedOn } from '../company/checker.ts'
import type { CertificationSettings } from '../settings.ts'
import { companyCallCharged } from './charge-store.ts'
import { type CompanyDesk, companyLimitAt, costAtDesk } from './desk.ts'

const { recordDailySpend, recordRecovery, recordRefusal } = deskRecords('company')

export type AskDeps = DeskDeps & {
  ids: Ids
  /** The most preferred first. */
  desks: readonly CompanyDesk[]
  settings: DeskDeps['settings'] & Pick<CertificationSettings, 'company'> & { vendor: { totalMs: Millis } }
  /** What asks a vendor, by its name. */
  checker: (vendor: string) => Promise<CompanyChecker>
}

/** Who is asked by one call, and what that may cost; names the call at the vendor too. */
export type Claim = { id: string; vendor: string; spent?: Spent }

/**
 * A question that is about to be asked. `first` stands in the commit before the first call, `handedOver` in that before another vendor is asked: both
 * keep the claim, so that whatever becomes of this invocation nobody asks again. `until`: no call is begun after (epoch ms).
 */
export type Question = {
  accountId: string
  /** The check that it is handed on for. */
  check: string
  asked: CompanyAsked
  given: Given
  breakers: Breakers
  until: Millis
  first: (claim: Claim, also: readonly Write[]) => Promise<Committed>
  handedOver: (before: Claim, after: Claim) => Write[]
}

/** A result that ends it: a vendor answered, or perhaps did. */
export type Told = Exclude<CompanyCheckResult, { kind: 'not_executed' }>

/**
 * How asking ended. `nobody`: every vendor refuses us, is out of reach or has cost enough today: nothing was looked up anywhere; `claim`: the last that was
 * handed anything on.
 */
export type Asked =
  | { kind: 'told'; claim: Claim; result: Told; writes: Write[] }
  | { kind: 'conflict'; conflicts: readonly Conflict[] }
  | { kind: 'nobody'; claim?: Claim; retryAt?: Millis; writes: Write[] }

/** What is known while vendors are asked in turn. `last`: who was handed something, and did nothing with it. */
type Turn = { breakers: Breakers; passes: Passes; last?: { claim: Claim; outcome: DisclosureKnown } }

const passed = (turn: Turn, desk: CompanyDesk, breaker = turn.breakers[desk.name]): Turn => ({
  ...turn,
  breakers: { ...turn.breakers, [desk.name]: breaker },
  passes: { ...turn.passes, [desk.name]: { count: 0, until: NEVER } },
})

const ended = ({ accountId }: Question, { id }: Claim, outcome: DisclosureKnown): Write =>
  disclosureEnded({ accountId, id }, outcome)

/** What became of what the last was handed, and its cost goes back. */
const lastEnded = (question: Question, { last }: Turn): Write[] =>
  last
    ? [ended(question, last.claim, last.outcome), ...(last.claim.spent ? [spendReturned(last.claim.spent)] : [])]
    : []

type Claimed =
  | { kind: 'claimed'; claim: Claim; permit: Permit; breakers: Breakers }
  | { kind: 'spent' }
  | { kind: 'conflict'; conflicts: readonly Conflict[] }

type Asking = { desk: CompanyDesk; choice: Extract<Choice, { kind: 'ask' }> }

/** Writes who is asked, what is handed on, and what it may cost, before anything is sent. */
const takeClaim = async (deps: AskDeps, question: Question, turn: Turn, { desk, choice }: Asking): Promise<Claimed> => {
  const now = deps.clock.now()
  const id = deps.ids.id()
  const probed = choice.turn.kind === 'probe' ? probedNow(choice.turn.seen, id, now) : undefined
  const handing = { id, recipient: desk.vendor, items: itemsHandedOn, check: question.check, at: now }
  const { disclosure, permit } = disclosing(question.given, handing)
  const { accountId } = question
  for (const share of spendShares(companyLimitAt(deps.settings.company, desk), { accountId, vendor: desk.name }, now)) {
    const claim: Claim = { id, vendor: desk.vendor, ...(share && { spent: share.spent }) }
    const also = [
      disclosed(disclosure),
      ...(share ? [share.write] : []),
      ...(choice.turn.kind === 'probe' && probed ? breakerProbed(desk.name, choice.turn.seen, probed) : []),
    ]
    const committed = turn.last
      ? await deps.table.commit([...question.handedOver(turn.last.claim, claim), ...lastEnded(question, turn), ...also])
      : await question.first(claim, also)
    const breakers = { ...turn.breakers, ...(probed && { [desk.name]: probed }) }
    if (committed.kind === 'committed') return { kind: 'claimed', claim, permit, breakers }
    const others = committed.conflicts.filter(({ because }) => because !== 'spent')
    if (others.length > 0) return { kind: 'conflict', conflicts: others }
  }
  return { kind: 'spent' }
}

/** What speaks to a desk; its account cannot be used where the secret has another form, or is gone. */
const reachDesk = async (deps: AskDeps, desk: CompanyDesk): Promise<CompanyChecker | undefined> => {
  try {
    return await deps.checker(desk.vendor)
  } catch (fault) {
    if (!needsPeople(fault)) throw fault
    return undefined
  }
}

/** What became of what a vendor was handed that did nothing with it. */
const outcomeOf = ({ notSent }: Extract<CompanyCheckResult, { kind: 'not_executed' }>): DisclosureKnown =>
  notSent ? 'not_sent' : 'not_used'

/** A call that certainly is not charged costs nothing; of one that nobody knows about it stays booked. */
const isFree = (result: Told): boolean => result.kind !== 'unknown' && result.billed === 'no'

const isCharged = (result: Told): boolean => result.kind !== 'unknown' && result.billed === 'yes'

/** A call as it was made: at which desk, and when. */
type Made = { claim: Claim; desk: CompanyDesk; at: Millis }

/** What the vendor charges for a call, where it does. */
const charged = ({ settings }: AskDeps, { accountId }: Question, { claim, desk, at }: Made): Write =>
  companyCallCharged({ accountId, id: claim.id, desk: desk.name, cost: costAtDesk(settings.company, desk), at })

/** What stands in the commit that keeps what a vendor told. */
const toldWrites = (deps: AskDeps, question: Question, made: Made, result: Told): Write[] => [
  ...(result.kind === 'unknown' ? [] : [ended(question, made.claim, 'answered')]),
  ...(isCharged(result) ? [charged(deps, question, made)] : []),
  ...(isFree(result) && made.claim.spent ? [spendReturned(made.claim.spent)] : []),
]

/**
 * Asks the vendors in turn, each at most once, until one answers or may have answered: at most one call that may have been executed, whichever
 * vendor. Another is asked only where the last certainly looked nothing up. One commit before each call; what it came to is for whoever asked to keep, with
 * `writes` in the same commit.
 */
export const askRegisters = async (
  deps: AskDeps,
  question: Question,
  turn: Turn = { breakers: question.breakers, passes: {} },
): Promise<Asked> => {
  const now = deps.clock.now()
  const nobody = (retryAt?: Millis): Asked => ({
    kind: 'nobody',
    ...(turn.last && { claim: turn.last.claim }),
    ...(retryAt !== undefined && { retryAt }),
    writes: lastEnded(question, turn),
  })
  const choice = choose(deps.desks, turn.breakers, turn.passes, now)
  if (choice.kind !== 'ask') return nobody(choice.kind === 'wait' ? choice.until : undefined)
  if (now + deps.settings.vendor.totalMs > question.until) return nobody()
  const desk = deps.desks.find(({ name }) => name === choice.vendor)
  if (!desk) throw new Error('a desk that is none of ours')
  const seen = { desk, breaker: turn.breakers[desk.name] }
  const checker = await reachDesk(deps, desk)
  if (!checker) return askRegisters(deps, question, passed(turn, desk, await recordRefusal(deps, seen, UNUSABLE)))
  const claimed = await takeClaim(deps, question, turn, { desk, choice })
  if (claimed.kind === 'conflict') return claimed
  if (claimed.kind === 'spent')
    return askRegisters(deps, question, passed(turn, desk, await recordDailySpend(deps, seen)))
  const { claim, permit, breakers } = claimed
  const made = { claim, desk, at: deps.clock.now() }
  const result = await checker.check(question.asked, { reference: claim.id }, permit)
  const mine = { desk, breaker: breakers[desk.name] }
  const refusesUs = 'needsRepair' in result && result.needsRepair === true
  const after = refusesUs ? await recordRefusal(deps, mine, result.vendorCode) : undefined
  if (result.kind === 'not_executed') {
    const last = { claim, outcome: outcomeOf(result) }
    return askRegisters(deps, question, passed({ ...turn, breakers, last }, desk, after ?? breakers[desk.name]))
  }
  if (!refusesUs && result.kind !== 'unknown') await recordRecovery(deps, mine)
  return { kind: 'told', claim, result, writes: toldWrites(deps, question, made, result) }
}
