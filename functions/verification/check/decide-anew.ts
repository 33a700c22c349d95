import { type Conflict, isBecause } from '../../../shared/table/table.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { membershipKeys } from '../../membership/keys.ts'
import { membershipUntil } from '../../membership/membership-store.ts'
import { isHeldStill, isOfHolder } from '../owed/owed-verification.ts'
import { accountsIn, hasPersonRoom } from '../submission/person-entry-store.ts'
import { peopleOf } from '../verification.ts'
import type { CheckDeps } from './read-work.ts'
import type { AnyDecided } from './verdict-store.ts'

const inUse = { status: 'identity_in_use' } as const

const changed = { status: 'undetermined', reason: 'identity_changed' } as const

/**
 * A match of an account that holds an identity: it proves that anew, unless it is another person's by now, or nobody's where the way only adds to
 * somebody's, or who it was is what was to be proven.
 */
export const decideByHolder = async <D extends AnyDecided>(
  { table }: Pick<CheckDeps, 'table'>,
  decided: D,
): Promise<D> => {
  const { verification } = decided
  const held = heldIdentity(await table.get(gateKeys.identity(verification.accountId)))
  const isAnother = held !== undefined && !peopleOf(verification).includes(held.personIndex)
  const isOver = isAnother || !held || !isHeldStill(verification, held)
  if (isOfHolder(verification) && isOver) return { ...decided, decision: changed, held: undefined }
  return isAnother ? { ...decided, decision: inUse } : { ...decided, held }
}

/**
 * What becomes of a result that could not be committed because of what others did meanwhile; a person who holds enough accounts already turns
 * a match into `identity_in_use`. Which accounts they hold, and so who is told, is read from the conflict where they hold any.
 */
export const decideAnew = async <D extends AnyDecided>(
  deps: CheckDeps,
  decided: D,
  conflicts: readonly Conflict[],
): Promise<D> => {
  const { accountId } = decided.verification
  const full = conflicts.find(({ because }) => because === 'person_full')
  if (full) {
    const hasRoom = hasPersonRoom([full.item], accountId, deps.settings.checks.accountsPerPerson)
    return { ...decided, ...(hasRoom ? { accounts: accountsIn(full.item) } : { decision: inUse, person: full.item }) }
  }
  if (isBecause(conflicts, 'person_elsewhere')) {
    const { gatherPerson } = await import('../submission/gather-person.ts')
    await gatherPerson(deps, peopleOf(decided.verification))
    return decided
  }
  if (isBecause(conflicts, 'identity_held') || isBecause(conflicts, 'evidence_moved'))
    return decideByHolder(deps, decided)
  if (isBecause(conflicts, 'membership_moved')) {
    const item = await deps.table.get(membershipKeys.membership(accountId))
    return { ...decided, membershipUntil: membershipUntil(item) }
  }
  throw new Error('a verdict does not fit the state of its order')
}
