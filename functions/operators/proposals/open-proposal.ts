import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { ProblemCode } from '../../../shared/kernel/problems.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Update } from '../../../shared/table/write.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { type DeedAction, doers, type Operator } from '../../audit/deed.ts'
import { operatorKeys } from '../keys.ts'
import type { OperatorSettings } from '../settings.ts'
import { type Proposal, type ProposalKind, type ProposalOf, statusAt } from './proposal.ts'
import { openIn, proposalOf, proposalOpened } from './proposal-store.ts'

export type ProposeDeps = {
  table: Table
  clock: Clock
  ids: Ids
  settings: { operators: Pick<OperatorSettings['operators'], 'proposalMs'> }
}

/** What is asked for, and the word of the deed. */
export type Asking = {
  [K in ProposalKind]: Pick<ProposalOf<K>, 'kind' | 'thing' | 'subject' | 'detail' | 'shown' | 'reason'> & {
    action: DeedAction
  }
}[ProposalKind]

/** What is written about its thing in the commit that opens it, on a condition that is refused as `otherwise`. */
type Also = { write: (proposal: Proposal) => Update; otherwise: ProblemCode }

const readOpen = async (
  { table, clock }: ProposeDeps,
  { kind, thing }: Pick<Asking, 'kind' | 'thing'>,
): Promise<Proposal | undefined> => {
  const id = openIn(await table.get(operatorKeys.openProposal(kind, thing)), clock.now())
  const item = id === undefined ? undefined : await table.get(operatorKeys.proposal(id))
  const proposal = item && proposalOf(item)
  return proposal && statusAt(proposal, clock.now()) === 'open' ? proposal : undefined
}

/**
 * An operator asks for something that another must approve, within `operators.proposalMs`. Where the same is asked for already, by
 * whomever, that is answered and nothing is written. Refuses with
 * `also.otherwise` where its thing is not as it must be any more. One read, and two calls to write; one call more where one is open.
 */
export const openProposal = async (
  deps: ProposeDeps,
  operator: Operator,
  { action, ...of }: Asking,
  also?: Also,
): Promise<Outcome<Proposal>> => {
  const open = await readOpen(deps, of)
  if (open) return ok(open)
  const by = doers.operator(operator)
  const at = deps.clock.now()
  const expiresAt = at + deps.settings.operators.proposalMs
  const proposal: Proposal = { ...of, id: deps.ids.id(), by, at, expiresAt, status: 'open' }
  const { subject, detail, reason } = of
  const committed = await commitDeed(
    deps,
    { id: deps.ids.id(), subject, at, by, action, detail, reason },
    also ? [...proposalOpened(proposal), also.write(proposal)] : proposalOpened(proposal),
  )
  if (committed.kind === 'committed') return ok(proposal)
  const faster = await readOpen(deps, of)
  if (faster) return ok(faster)
  return refused(also && isBecause(committed.conflicts, also.otherwise) ? also.otherwise : 'contended')
}
