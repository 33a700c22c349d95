import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Guard } from '../../../shared/table/write.ts'
import type { Operator } from '../../audit/deed.ts'
import { operatorKeys } from '../keys.ts'
import { mayApprove, type Person } from '../operator.ts'
import { keptPersonOf, personAsRead, personOf } from '../operator-store.ts'
import { hasRight } from '../rights.ts'
import type { OperatorSettings } from '../settings.ts'
import { askedWith, type Proposal } from './proposal.ts'

export type StandingDeps = {
  table: Pick<Table, 'getMany'>
  clock: Clock
  settings: { operators: Pick<OperatorSettings['operators'], 'standingMs'> }
}

const readPersons = async ({ table }: StandingDeps, names: readonly string[]): Promise<(Person | undefined)[]> => {
  const items = await table.getMany(names.map(operatorKeys.person))
  return items.map((item) => {
    const kept = keptPersonOf(item)
    return kept && personOf(kept)
  })
}

/**
 * Whether a proposal and its approval are of two people: both are in with the rights it takes, and have been as they are for
 * `operators.standingMs`. So nobody who can let people in, or took over somebody's sign-in, is both of them within that time. A
 * machine that asked is in as long as its key is. Answers what must hold when the approval is written. Refuses with `unauthenticated`,
 * `right_missing`, `approver_too_new`, `proposer_out` and `proposer_too_new`. One call.
 */
export const findStanding = async (
  deps: StandingDeps,
  { kind, by }: Pick<Proposal, 'kind' | 'by'>,
  { operatorId }: Operator,
): Promise<Outcome<readonly Guard[]>> => {
  const asked = by.kind === 'operator' ? [by.id] : []
  const [approver, ...proposers] = await readPersons(deps, [operatorId, ...asked])
  const { standingMs } = deps.settings.operators
  const isNew = ({ epochAt }: Person): boolean => epochAt + standingMs > deps.clock.now()
  if (approver?.status !== 'active') return refused('unauthenticated')
  if (!mayApprove(approver)) return refused('right_missing', { extra: { right: 'approve_money' } })
  if (isNew(approver)) return refused('approver_too_new', { retryAt: approver.epochAt + standingMs })
  const guards = [personAsRead(approver)]
  for (const proposer of proposers) {
    if (proposer?.status !== 'active' || !hasRight(proposer.role, askedWith[kind])) return refused('proposer_out')
    if (isNew(proposer)) return refused('proposer_too_new', { retryAt: proposer.epochAt + standingMs })
    guards.push(personAsRead(proposer))
  }
  return ok(guards)
}
