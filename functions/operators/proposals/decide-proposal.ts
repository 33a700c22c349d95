import type { Ids } from '../../../shared/kernel/ids.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Guard, Write } from '../../../shared/table/write.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { doers, type Operator } from '../../audit/deed.ts'
import { operatorKeys } from '../keys.ts'
import { findStanding, type StandingDeps } from './find-standing.ts'
import { isOwn, type Proposal, type ProposalKind, type ProposalOf, statusAt } from './proposal.ts'
import { type Decided, type Performers, proposalDecided, proposalOf, type Withdrawals } from './proposal-store.ts'

export type DecideDeps = StandingDeps & {
  table: Table
  clock: Clock
  ids: Ids
  /** By kind of proposal. */
  perform: Performers
  withdraw: Withdrawals
}

type Deciding = { id: string; reason: string }

/** A proposal by its id. One read; none of what is no id. */
export const findProposal = async (table: Pick<Table, 'get'>, id: string): Promise<Proposal | undefined> => {
  const item = isId(id) ? await table.get(operatorKeys.proposal(id)) : undefined
  return item && proposalOf(item)
}

/** What hinders a decision; the proposal itself where it was decided so by the same person: a second click. */
const hindrance = (
  proposal: Proposal,
  operator: Operator,
  wanted: 'approved' | 'refused',
  now: number,
): Outcome<Proposal> | undefined => {
  const who = doers.operator(operator)
  if (!operator.isPerson) return refused('right_missing', { extra: { right: 'approve_money' } })
  const status = statusAt(proposal, now)
  const { decidedBy } = proposal
  if (status === wanted && decidedBy && isOwn({ by: decidedBy }, who)) return ok(proposal)
  if (isOwn(proposal, who)) return refused('own_proposal')
  if (status === 'expired') return refused('proposal_expired')
  return status === 'open' ? undefined : refused('proposal_decided')
}

type Verdict = 'approved' | 'refused'

/** How things stand for a decision: what there is to answer already, or what may be decided and must still hold when that is written. */
type Look = { answer: Outcome<Proposal> } | { proposal: Proposal; guards: readonly Guard[] }

const look = async (deps: DecideDeps, operator: Operator, id: string, wanted: Verdict): Promise<Look> => {
  const proposal = await findProposal(deps.table, id)
  if (!proposal) return { answer: refused('not_found') }
  const answer = hindrance(proposal, operator, wanted, deps.clock.now())
  if (answer) return { answer }
  const standing = wanted === 'approved' ? await findStanding(deps, proposal, operator) : ok([])
  return standing.ok ? { proposal, guards: standing.value } : { answer: standing }
}

const decide = async (
  deps: DecideDeps,
  operator: Operator,
  { id, reason }: Deciding,
  wanted: Verdict,
  run: (proposal: Proposal, decided: Decided) => Promise<Outcome<unknown>>,
): Promise<Outcome<Proposal>> => {
  const before = await look(deps, operator, id, wanted)
  if ('answer' in before) return before.answer
  const { proposal, guards } = before
  const by = doers.operator(operator)
  const decided = (now: Millis) => [...proposalDecided(proposal, wanted, { by, decision: reason, now }), ...guards]
  const done = await run(proposal, decided)
  const after = await look(deps, operator, id, wanted)
  // Somebody else decided, its time was over, or one of the two was changed while this was done: that is what there is to say.
  if ('answer' in after) return after.answer
  return done.ok ? ok(after.proposal) : done
}

const perform = <K extends ProposalKind>(
  performers: Performers,
  proposal: ProposalOf<K>,
  operator: Operator,
  of: { reason: string; decided: Decided },
): Promise<Outcome<unknown>> => performers[proposal.kind](operator, proposal, of)

const withdrawn = async <K extends ProposalKind>(
  { table, withdraw }: DecideDeps,
  proposal: ProposalOf<K>,
): Promise<readonly Write[]> => (await withdraw[proposal.kind]?.(table, proposal)) ?? []

/**
 * A person approves what somebody else asked for, and it is done at once. A second click does nothing. Refuses with `not_found`,
 * `own_proposal`, `proposal_expired`, `proposal_decided`, as `findStanding` does, and with what hinders the deed itself; all of these leave
 * it open.
 */
export const approveProposal = (deps: DecideDeps, operator: Operator, of: Deciding): Promise<Outcome<Proposal>> =>
  decide(deps, operator, of, 'approved', (proposal, decided) =>
    perform(deps.perform, proposal, operator, { reason: of.reason, decided }),
  )

/** A person refuses what somebody else asked for. A second click does nothing. Refuses as `approveProposal` does, but
 * for how long the two have been in: refusing moves nothing. */
export const refuseProposal = (deps: DecideDeps, operator: Operator, of: Deciding): Promise<Outcome<Proposal>> =>
  decide(deps, operator, of, 'refused', async (proposal, decided) => {
    const { subject, detail } = proposal
    const writes = await withdrawn(deps, proposal)
    const by = doers.operator(operator)
    const at = deps.clock.now()
    const record = { id: deps.ids.id(), subject, at, by, action: 'proposal_refuse', detail, reason: of.reason } as const
    const committed = await commitDeed(deps, record, [...decided(at), ...writes])
    return committed.kind === 'committed' ? ok(undefined) : refused('contended')
  })
