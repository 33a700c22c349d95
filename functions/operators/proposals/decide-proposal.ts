import type { Ids } from '../../../shared/kernel/ids.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { doers, type Operator } from '../../audit/deed.ts'
import { operatorKeys } from '../keys.ts'
import { isOwn, type Proposal, type ProposalKind, type ProposalOf, statusAt } from './proposal.ts'
import { type Decided, type Performers, proposalDecided, proposalOf, type Withdrawals } from './proposal-store.ts'

export type DecideDeps = {
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

/** How often somebody else may be faster. */
const TRIES = 3

const decide = async (
  deps: DecideDeps,
  operator: Operator,
  { id, reason }: Deciding,
  wanted: 'approved' | 'refused',
  run: (proposal: Proposal, decided: Decided) => Promise<Outcome<unknown>>,
): Promise<Outcome<Proposal>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const proposal = await findProposal(deps.table, id)
    if (!proposal) return refused('not_found')
    const hindered = hindrance(proposal, operator, wanted, deps.clock.now())
    if (hindered) return hindered
    const by = doers.operator(operator)
    const done = await run(proposal, (now) => proposalDecided(proposal, wanted, { by, decision: reason, now }))
    const after = await findProposal(deps.table, id)
    if (done.ok) return ok(after ?? proposal)
    // Somebody else decided, or its time was over, while this was done: that is what there is to say.
    if (after && statusAt(after, deps.clock.now()) === 'open') return done
  }
  return refused('contended')
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
 * `own_proposal`, `proposal_expired`, `proposal_decided`, and with what hinders the deed itself, which leaves it open.
 */
export const approveProposal = (deps: DecideDeps, operator: Operator, of: Deciding): Promise<Outcome<Proposal>> =>
  decide(deps, operator, of, 'approved', (proposal, decided) =>
    perform(deps.perform, proposal, operator, { reason: of.reason, decided }),
  )

/** A person refuses what somebody else asked for. A second click does nothing. Refuses as `approveProposal` does. */
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
